package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import java.util.List;
import java.util.function.IntSupplier;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.PhaseTiming;
import org.sinho.rig.controller.Recall;
import org.sinho.rig.controller.VirtualController;

/** The phase group, {@code asc 1}, and the ring group, {@code asc 7}. */
final class PhaseObjects {
    private static final int GROUPS = 2;

    private final Mib mib;
    private final VirtualController controller;

    private PhaseObjects(Mib mib, VirtualController controller) {
        this.mib = mib;
        this.controller = controller;
    }

    static void define(Mib mib, VirtualController controller) {
        PhaseObjects objects = new PhaseObjects(mib, controller);
        objects.table();
        objects.statusGroups();
        objects.controlGroups();
        objects.rings();
    }

    private void table() {
        mib.status(asc(1, 1, 0), () -> 16);
        mib.status(asc(1, 3, 0), () -> GROUPS);
        for (PhaseTiming phase : controller.database().phases()) {
            int n = phase.number();
            mib.status(asc(1, 2, 1, 1, n), () -> n);
            for (int column = 2; column <= 10; column++) {
                timing(n, column);
            }
            mib.fixed(asc(1, 2, 1, 21, n), () -> options(controller.database().phase(n)));
            mib.fixed(asc(1, 2, 1, 22, n), () -> controller.database().phase(n).ring());
            mib.octets(
                    asc(1, 2, 1, 23, n),
                    () -> NumberList.octets(controller.database().phase(n).concurrency()));
        }
    }

    private void timing(int number, int column) {
        mib.programming(
                asc(1, 2, 1, column, number),
                () -> PhaseColumn.get(controller.database().phase(number), column),
                value -> Programming.accepts(() -> changed(number, column, value)),
                value -> controller.reprogram(changed(number, column, value)));
    }

    private ControllerDatabase changed(int number, int column, int value) {
        var db = controller.database();
        return db.with(PhaseColumn.with(db.phase(number), column, value));
    }

    /** phaseOptions: enabled 0, non-lock 5, recalls 6 to 8, dual entry 10. */
    private static int options(PhaseTiming phase) {
        return 1
                | (phase.lockDetectors() ? 0 : 1 << 5)
                | (phase.recall() == Recall.MINIMUM ? 1 << 6 : 0)
                | (phase.recall() == Recall.MAXIMUM ? 1 << 7 : 0)
                | (phase.pedestrianRecall() ? 1 << 8 : 0)
                | (phase.dualEntry() ? 1 << 10 : 0);
    }

    private void statusGroups() {
        statusColumn(2, () -> controller.lamps().reds());
        statusColumn(3, () -> controller.lamps().yellows());
        statusColumn(4, () -> controller.lamps().greens());
        statusColumn(5, () -> controller.lamps().dontWalks());
        statusColumn(6, () -> controller.lamps().pedestrianClears());
        statusColumn(7, () -> controller.lamps().walks());
        statusColumn(8, controller::vehicleCalls);
        statusColumn(9, controller::pedestrianCalls);
        statusColumn(10, controller::phaseOns);
        statusColumn(11, controller::phaseNexts);
        for (int group = 1; group <= GROUPS; group++) {
            int g = group;
            mib.status(asc(1, 4, 1, 1, g), () -> g);
        }
    }

    private void statusColumn(int column, IntSupplier mask) {
        for (int group = 1; group <= GROUPS; group++) {
            int shift = (group - 1) * 8;
            mib.status(asc(1, 4, 1, column, group), () -> mask.getAsInt() >> shift & 0xFF);
        }
    }

    private void controlGroups() {
        ControlObject[] columns = {
            ControlObject.PHASE_OMIT,
            ControlObject.PEDESTRIAN_OMIT,
            ControlObject.HOLD,
            ControlObject.FORCE_OFF,
            ControlObject.VEHICLE_CALL,
            ControlObject.PEDESTRIAN_CALL,
        };
        for (int group = 1; group <= GROUPS; group++) {
            int g = group;
            mib.status(asc(1, 5, 1, 1, g), () -> g);
            for (int i = 0; i < columns.length; i++) {
                Controls.define(mib, controller, asc(1, 5, 1, i + 2, g), columns[i], g);
            }
        }
    }

    private void rings() {
        int ringCount = controller.database().sequence().size();
        mib.status(asc(7, 1, 0), () -> ringCount);
        int sequenceCount = 1 + controller.database().coordination().sequences().size();
        mib.status(asc(7, 2, 0), () -> sequenceCount);
        for (int n = 1; n <= sequenceCount; n++) {
            for (int ring = 1; ring <= ringCount; ring++) {
                sequence(n, ring);
            }
        }
        mib.status(asc(7, 4, 0), () -> 1);
        for (int ring = 1; ring <= ringCount; ring++) {
            int r = ring;
            mib.status(asc(7, 6, 1, 1, r), () -> controller.ringStatus(r));
        }
        mib.status(asc(7, 5, 1, 1, 1), () -> 1);
        ControlObject[] columns = {
            ControlObject.RING_STOP_TIME,
            ControlObject.RING_FORCE_OFF,
            ControlObject.RING_MAX2,
            ControlObject.RING_MAX_INHIBIT,
            ControlObject.RING_PEDESTRIAN_RECYCLE,
            ControlObject.RING_RED_REST,
            ControlObject.RING_OMIT_RED_CLEAR,
            ControlObject.RING_MAX3,
        };
        for (int i = 0; i < columns.length; i++) {
            Controls.define(mib, controller, asc(7, 5, 1, i + 2, 1), columns[i], 1);
        }
    }

    private void sequence(int number, int ring) {
        ControllerDatabase db = controller.database();
        List<List<List<Integer>>> order =
                number == 1 ? db.sequence() : db.coordination().sequences().get(number - 2);
        mib.status(asc(7, 3, 1, 1, number, ring), () -> number);
        mib.status(asc(7, 3, 1, 2, number, ring), () -> ring);
        List<Integer> phases = order.get(ring - 1).stream().flatMap(List::stream).toList();
        mib.octets(asc(7, 3, 1, 3, number, ring), () -> NumberList.octets(phases));
    }
}
