package org.sinho.rig;

import java.io.PrintWriter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sinho.rig.monitor.LampListener;

/**
 * Event rows of a controller that keeps its own log: what can be told from its lamps and from the
 * detectors that the rig actuates. What went on inside, such as why a green ended, is not there.
 */
final class ObservedEvents implements LampListener {
    private static final int BEGIN_GREEN = 1;
    private static final int GREEN_TERMINATION = 7;
    private static final int BEGIN_YELLOW = 8;
    private static final int END_YELLOW = 9;
    private static final int WALK = 21;
    private static final int PEDESTRIAN_CLEARANCE = 22;
    private static final int DONT_WALK = 23;
    private static final int DETECTOR_OFF = 81;
    private static final int DETECTOR_ON = 82;
    private static final int UNIT_FLASH = 173;

    private final int junction;
    private final PrintWriter rows;
    private final Map<String, String> shown = new HashMap<>();
    private final BitSet detectors = new BitSet();
    private int flashStatus;

    ObservedEvents(int junction, PrintWriter rows) {
        this.junction = junction;
        this.rows = rows;
    }

    @Override
    public void onLamp(long timeMs, String kind, int number, String state) {
        String before = shown.put(kind + number, state);
        if (before == null || before.equals("DARK")) {
            return; // It was so when the rig began to look: not an event.
        }
        if (before.equals("G")) {
            row(timeMs, GREEN_TERMINATION, number);
        }
        if (before.equals("Y")) {
            row(timeMs, END_YELLOW, number);
        }
        switch (state) {
            case "G" -> row(timeMs, BEGIN_GREEN, number);
            case "Y" -> row(timeMs, BEGIN_YELLOW, number);
            case "W" -> row(timeMs, WALK, number);
            case "FDW" -> row(timeMs, PEDESTRIAN_CLEARANCE, number);
            case "DW" -> row(timeMs, DONT_WALK, number);
            default -> {}
        }
    }

    void detector(long timeMs, int number, boolean on) {
        if (detectors.get(number) != on) {
            detectors.set(number, on);
            row(timeMs, on ? DETECTOR_ON : DETECTOR_OFF, number);
        }
    }

    void flash(long timeMs, int status) {
        if (status >= 0 && status != flashStatus) {
            flashStatus = status;
            row(timeMs, UNIT_FLASH, status);
        }
    }

    private void row(long timeMs, int code, int parameter) {
        rows.println(timeMs + "," + junction + "," + code + "," + parameter);
    }
}
