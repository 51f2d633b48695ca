package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.UnitTiming;
import org.sinho.rig.controller.VirtualController;

/** The unit and ascSpat groups: {@code asc 3} and {@code 16}. */
final class UnitObjects {
    private static final int SPECIAL_FUNCTIONS = 8;

    private final Mib mib;
    private final VirtualController controller;

    private UnitObjects(Mib mib, VirtualController controller) {
        this.mib = mib;
        this.controller = controller;
    }

    static void define(Mib mib, VirtualController controller) {
        UnitObjects objects = new UnitObjects(mib, controller);
        objects.unit();
        objects.spat();
    }

    private void unit() {
        for (int column : new int[] {1, 3, 4}) {
            mib.programming(
                    asc(3, column, 0),
                    () -> get(controller.database().unit(), column),
                    value -> Programming.accepts(() -> changed(column, value)),
                    value -> controller.reprogram(changed(column, value)));
        }
        mib.status(asc(3, 5, 0), controller::unitControlStatus);
        mib.status(asc(3, 6, 0), controller::unitFlashStatus);
        mib.status(asc(3, 7, 0), () -> 0);
        mib.status(asc(3, 8, 0), () -> controller.unitFlashStatus() == 2 ? 0 : 0x20);
        mib.status(asc(3, 9, 0), () -> controller.unitFlashStatus() == 2 ? 0 : 0x10);
        Controls.define(mib, controller, asc(3, 10, 0), ControlObject.UNIT, 1);
        mib.status(asc(3, 13, 0), () -> SPECIAL_FUNCTIONS);
        for (int n = 1; n <= SPECIAL_FUNCTIONS; n++) {
            int number = n;
            mib.status(asc(3, 14, 1, 1, n), () -> number);
            Controls.define(
                    mib, controller, asc(3, 14, 1, 3, n), ControlObject.SPECIAL_FUNCTION, n);
            mib.status(
                    asc(3, 14, 1, 4, n),
                    () -> controller.get(ControlObject.SPECIAL_FUNCTION, number));
        }
    }

    private static int get(UnitTiming unit, int column) {
        return switch (column) {
            case 1 -> unit.startUpFlashS();
            case 3 -> unit.backupTimeS();
            default -> unit.redRevertDs();
        };
    }

    private org.sinho.rig.controller.ControllerDatabase changed(int column, int value) {
        UnitTiming unit = controller.database().unit();
        return controller
                .database()
                .with(
                        new UnitTiming(
                                column == 3 ? value : unit.backupTimeS(),
                                column == 4 ? value : unit.redRevertDs(),
                                column == 1 ? value : unit.startUpFlashS(),
                                unit.startUpAllRedDs(),
                                unit.minimumFlashS(),
                                unit.volumeOccupancyPeriodS(),
                                unit.startUpPhases()));
    }

    private void spat() {
        mib.octets(asc(16, 1, 0), () -> timestamp(controller.timeMs()));
        mib.status(
                asc(16, 6, 0), () -> (int) (Math.floorMod(controller.timeMs(), 3_600_000L) / 100));
        mib.status(asc(16, 7, 0), () -> (int) Math.floorMod(controller.timeMs(), 100L));
    }

    /** spatTimestamp: hour, minute, second, and the millisecond in two octets. */
    private static byte[] timestamp(long timeMs) {
        int dayMs = (int) Math.floorMod(timeMs, 86_400_000L);
        int ms = dayMs % 1000;
        return new byte[] {
            (byte) (dayMs / 3_600_000),
            (byte) (dayMs / 60_000 % 60),
            (byte) (dayMs / 1000 % 60),
            (byte) (ms >> 8),
            (byte) ms,
        };
    }
}
