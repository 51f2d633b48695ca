package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import java.util.function.IntSupplier;
import org.sinho.rig.controller.OverlapTiming;
import org.sinho.rig.controller.VirtualController;

/** The overlap group, {@code asc 9}; what is programmed there can be read, but not changed. */
final class OverlapObjects {
    private static final int HIGHEST = 16;
    private static final int GROUPS = 2;

    private OverlapObjects() {}

    static void define(Mib mib, VirtualController controller) {
        mib.status(asc(9, 1, 0), () -> HIGHEST);
        mib.status(asc(9, 3, 0), () -> GROUPS);
        for (OverlapTiming overlap : controller.database().overlaps()) {
            row(mib, overlap);
        }
        for (int group = 1; group <= GROUPS; group++) {
            int g = group;
            mib.status(asc(9, 4, 1, 1, g), () -> g);
            octet(mib, 2, g, () -> controller.lamps().overlapReds());
            octet(mib, 3, g, () -> controller.lamps().overlapYellows());
            octet(mib, 4, g, () -> controller.lamps().overlapGreens());
        }
    }

    private static void row(Mib mib, OverlapTiming overlap) {
        int n = overlap.number();
        mib.status(asc(9, 2, 1, 1, n), () -> n);
        mib.fixed(asc(9, 2, 1, 2, n), () -> overlap.type().code());
        mib.octets(asc(9, 2, 1, 3, n), () -> NumberList.octets(overlap.includedPhases()));
        mib.octets(asc(9, 2, 1, 4, n), () -> NumberList.octets(overlap.modifierPhases()));
        mib.fixed(asc(9, 2, 1, 5, n), overlap::trailGreenS);
        mib.fixed(asc(9, 2, 1, 6, n), overlap::yellowChangeDs);
        mib.fixed(asc(9, 2, 1, 7, n), overlap::redClearDs);
        mib.octets(asc(9, 2, 1, 10, n), () -> NumberList.octets(overlap.conflictingPedestrians()));
    }

    private static void octet(Mib mib, int column, int group, IntSupplier mask) {
        int shift = (group - 1) * 8;
        mib.status(asc(9, 4, 1, column, group), () -> mask.getAsInt() >> shift & 0xFF);
    }
}
