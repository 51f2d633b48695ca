package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import java.util.List;
import java.util.function.Function;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.PreemptTiming;
import org.sinho.rig.controller.VirtualController;

/** The preempt group, {@code asc 6}. */
final class PreemptObjects {
    private static final int[] NUMERIC_COLUMNS = {2, 4, 5, 6, 7, 8, 9, 10, 11, 22, 23, 24, 25};

    private final Mib mib;
    private final VirtualController controller;

    private PreemptObjects(Mib mib, VirtualController controller) {
        this.mib = mib;
        this.controller = controller;
    }

    static void define(Mib mib, VirtualController controller) {
        PreemptObjects objects = new PreemptObjects(mib, controller);
        List<PreemptTiming> preempts = controller.database().preempts();
        int highest = preempts.stream().mapToInt(PreemptTiming::number).max().orElse(1);
        int groups = (highest + 7) / 8;
        mib.status(asc(6, 1, 0), () -> highest);
        mib.status(asc(6, 4, 0), controller::activePreempt);
        mib.status(asc(6, 5, 0), () -> groups);
        for (int group = 1; group <= groups; group++) {
            int g = group;
            mib.status(asc(6, 6, 1, 1, g), () -> g);
            mib.status(asc(6, 6, 1, 2, g), () -> objects.octet(g));
        }
        for (int i = 0; i < preempts.size(); i++) {
            objects.row(preempts.get(i).number(), i);
        }
    }

    private int octet(int group) {
        int octet = 0;
        for (PreemptTiming preempt : controller.database().preempts()) {
            int bit = preempt.number() - 1 - (group - 1) * 8;
            if (bit >= 0 && bit < 8 && preempt.number() == controller.activePreempt()) {
                octet |= 1 << bit;
            }
        }
        return octet;
    }

    private void row(int n, int place) {
        mib.status(asc(6, 2, 1, 1, n), () -> n);
        for (int column : NUMERIC_COLUMNS) {
            mib.programming(
                    asc(6, 2, 1, column, n),
                    () -> get(preempt(place), column),
                    value -> Programming.accepts(() -> changed(place, column, value)),
                    value -> controller.reprogram(changed(place, column, value)));
        }
        mib.fixed(asc(6, 2, 1, 3, n), () -> 0);
        phases(12, n, place, PreemptTiming::trackPhases);
        phases(13, n, place, PreemptTiming::dwellPhases);
        phases(14, n, place, PreemptTiming::dwellPedestrians);
        phases(15, n, place, PreemptTiming::exitPhases);
        mib.status(asc(6, 2, 1, 16, n), () -> controller.preemptState(n).code());
        mib.status(asc(6, 3, 1, 1, n), () -> n);
        Controls.define(mib, controller, asc(6, 3, 1, 2, n), ControlObject.PREEMPT, n);
    }

    private void phases(
            int column, int n, int place, Function<PreemptTiming, List<Integer>> numbers) {
        mib.octets(asc(6, 2, 1, column, n), () -> NumberList.octets(numbers.apply(preempt(place))));
    }

    private PreemptTiming preempt(int place) {
        return controller.database().preempts().get(place);
    }

    private ControllerDatabase changed(int place, int column, int value) {
        return controller.database().with(with(preempt(place), column, value));
    }

    private static int get(PreemptTiming preempt, int column) {
        return switch (column) {
            case 2 -> preempt.control();
            case 4 -> preempt.delayS();
            case 5 -> preempt.minimumDurationS();
            case 6 -> preempt.minimumGreenS();
            case 7 -> preempt.minimumWalkS();
            case 8 -> preempt.enterPedestrianClearS();
            case 9 -> preempt.trackGreenS();
            case 10 -> preempt.dwellGreenS();
            case 11 -> preempt.maximumPresenceS();
            case 22 -> preempt.enterYellowChangeDs();
            case 23 -> preempt.enterRedClearDs();
            case 24 -> preempt.trackYellowChangeDs();
            case 25 -> preempt.trackRedClearDs();
            default -> throw new IllegalArgumentException("column " + column);
        };
    }

    private static PreemptTiming with(PreemptTiming p, int column, int value) {
        int[] v = new int[26];
        for (int each : NUMERIC_COLUMNS) {
            v[each] = each == column ? value : get(p, each);
        }
        return new PreemptTiming(
                p.number(),
                v[2],
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[22],
                v[23],
                v[9],
                v[24],
                v[25],
                v[10],
                v[11],
                p.trackPhases(),
                p.dwellPhases(),
                p.dwellPedestrians(),
                p.exitPhases());
    }
}
