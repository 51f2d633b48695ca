package org.sinho.rig.controller;

import java.util.List;

/** Vehicle detectors and push buttons: delay, extension, and the volume and occupancy report. */
final class DetectorInputs {
    private static final int HIGHEST = 128;

    private final List<VehicleDetectorTiming> vehicle;
    private final List<PedestrianDetectorTiming> pedestrian;
    private final EventLog events;
    private final boolean[] occupied = new boolean[HIGHEST + 1];
    private final boolean[] active = new boolean[HIGHEST + 1];
    private final int[] occupiedDs = new int[HIGHEST + 1];
    private final int[] extendLeftDs = new int[HIGHEST + 1];
    private final boolean[] pressed = new boolean[HIGHEST + 1];
    private final boolean[] pressedOnce = new boolean[HIGHEST + 1];
    private final VolumeOccupancy report;
    private int callPhases;
    private int lockPhases;
    private int extendPhases;
    private int buttonPhases;

    DetectorInputs(ControllerDatabase db, EventLog events) {
        this.vehicle = db.vehicleDetectors();
        this.pedestrian = db.pedestrianDetectors();
        this.events = events;
        this.report = new VolumeOccupancy(HIGHEST);
    }

    void vehicle(int number, boolean on) {
        occupied[number] = on;
    }

    void button(int number, boolean on) {
        pressed[number] = on;
        pressedOnce[number] |= on; // A press shorter than a step still counts.
    }

    boolean active(int number) {
        return active[number];
    }

    boolean buttonPressed(int number) {
        return pressed[number];
    }

    VolumeOccupancy report() {
        return report;
    }

    /** Folds all inputs of one step into masks of phases. */
    void step(int greens, ControlObjects controls, int reportPeriodS) {
        callPhases = 0;
        lockPhases = 0;
        extendPhases = 0;
        for (VehicleDetectorTiming detector : vehicle) {
            step(detector, greens, controls);
        }
        report.step(reportPeriodS);
        buttonPhases = 0;
        for (PedestrianDetectorTiming button : pedestrian) {
            int n = button.number();
            if (pressed[n]
                    || pressedOnce[n]
                    || bit(controls, ControlObject.PEDESTRIAN_ACTUATION, n)) {
                buttonPhases |= 1 << (button.callPhase() - 1);
            }
            pressedOnce[n] = false;
        }
    }

    private void step(VehicleDetectorTiming detector, int greens, ControlObjects controls) {
        int n = detector.number();
        boolean on = occupied[n] || bit(controls, ControlObject.VEHICLE_ACTUATION, n);
        report.sample(n, on, on && !active[n]);
        if (on != active[n]) {
            active[n] = on;
            events.record(on ? EventLog.DETECTOR_ON : EventLog.DETECTOR_OFF, n);
        }
        int phase = 1 << (detector.callPhase() - 1);
        occupiedDs[n] = on ? occupiedDs[n] + 1 : 0;
        extendLeftDs[n] = on ? detector.extendDs() : Math.max(0, extendLeftDs[n] - 1);
        if ((greens & phase) != 0) {
            extendPhases |= (on || extendLeftDs[n] > 0) && detector.extendsGreen() ? phase : 0;
        } else if (on && detector.calls() && occupiedDs[n] > detector.delayDs()) {
            callPhases |= phase;
            lockPhases |= detector.locking() ? phase : 0;
        }
    }

    private static boolean bit(ControlObjects controls, ControlObject object, int number) {
        int group = (number - 1) / 8 + 1;
        return (controls.live(object, group) >> ((number - 1) % 8) & 1) != 0;
    }

    int callPhases() {
        return callPhases;
    }

    int lockPhases() {
        return lockPhases;
    }

    int extendPhases() {
        return extendPhases;
    }

    int buttonPhases() {
        return buttonPhases;
    }
}
