package org.sinho.rig.snmp;

import static org.sinho.rig.snmp.Mib.asc;

import java.util.List;
import org.sinho.rig.controller.ControlObject;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.CoordinationTiming;
import org.sinho.rig.controller.PatternTiming;
import org.sinho.rig.controller.PhaseTiming;
import org.sinho.rig.controller.SplitMode;
import org.sinho.rig.controller.VirtualController;

/** The coord group, {@code asc 4}, and the timebaseAsc group, {@code asc 5}. */
final class CoordObjects {
    private static final int MAX_INHIBIT = 4;
    private static final int FIXED_FORCE_OFF = 3;
    private static final int TYPE_PATTERNS = 2;
    private static final int FIRST_PHASE_GREEN_BEGIN = 2;
    private static final int FIRST_COORDINATED_GREEN_BEGIN = 3;

    private final Mib mib;
    private final VirtualController controller;

    private CoordObjects(Mib mib, VirtualController controller) {
        this.mib = mib;
        this.controller = controller;
    }

    static void define(Mib mib, VirtualController controller) {
        CoordObjects objects = new CoordObjects(mib, controller);
        objects.unit();
        ControllerDatabase db = controller.database();
        for (PatternTiming pattern : db.coordination().patterns()) {
            objects.pattern(pattern);
            for (PhaseTiming phase : db.phases()) {
                objects.split(pattern, phase.number());
            }
        }
        objects.status();
        objects.timebase(db.coordination().dayPlan());
    }

    private void unit() {
        CoordinationTiming coordination = controller.database().coordination();
        int highest =
                Math.max(
                        1,
                        coordination.patterns().stream()
                                .mapToInt(PatternTiming::number)
                                .max()
                                .orElse(1));
        mib.programming(
                asc(4, 1, 0),
                () -> controller.database().coordination().operationalMode(),
                value -> Programming.accepts(() -> changed(value)),
                value -> controller.reprogram(changed(value)));
        mib.fixed(asc(4, 2, 0), () -> coordination.correctionMode().code());
        mib.fixed(asc(4, 3, 0), () -> MAX_INHIBIT);
        mib.fixed(asc(4, 4, 0), () -> FIXED_FORCE_OFF);
        mib.status(asc(4, 5, 0), () -> highest);
        mib.status(asc(4, 6, 0), () -> TYPE_PATTERNS);
        mib.status(asc(4, 8, 0), () -> highest);
        mib.fixed(asc(4, 16, 0), () -> FIRST_PHASE_GREEN_BEGIN);
    }

    private ControllerDatabase changed(int operationalMode) {
        ControllerDatabase db = controller.database();
        CoordinationTiming now = db.coordination();
        return db.with(
                new CoordinationTiming(
                        now.correctionMode(),
                        operationalMode,
                        now.backupPattern(),
                        now.utcOffsetMinutes(),
                        now.patterns(),
                        now.dayPlan(),
                        now.sequences()));
    }

    private void pattern(PatternTiming pattern) {
        int n = pattern.number();
        mib.status(asc(4, 7, 1, 1, n), () -> n);
        mib.fixed(asc(4, 7, 1, 2, n), pattern::cycleS);
        mib.fixed(asc(4, 7, 1, 3, n), pattern::offsetS);
        mib.fixed(asc(4, 7, 1, 4, n), () -> n);
        mib.fixed(asc(4, 7, 1, 5, n), pattern::sequence);
        mib.fixed(asc(4, 7, 1, 6, n), () -> FIRST_COORDINATED_GREEN_BEGIN);
    }

    private void split(PatternTiming pattern, int phase) {
        int n = pattern.number();
        PatternTiming.Split split = pattern.split(phase);
        boolean served = split != null && split.timeS() > 0;
        boolean coordinated = pattern.coordinatedPhases().contains(phase);
        int mode = served ? split.mode().code() : SplitMode.OMITTED.code();
        mib.status(asc(4, 9, 1, 1, n, phase), () -> n);
        mib.status(asc(4, 9, 1, 2, n, phase), () -> phase);
        mib.fixed(asc(4, 9, 1, 3, n, phase), () -> served ? split.timeS() : 0);
        mib.fixed(asc(4, 9, 1, 4, n, phase), () -> mode);
        mib.fixed(asc(4, 9, 1, 5, n, phase), () -> coordinated ? 1 : 0);
    }

    private void status() {
        mib.status(asc(4, 10, 0), controller::coordPatternStatus);
        mib.status(asc(4, 11, 0), controller::localFreeStatus);
        mib.status(asc(4, 12, 0), controller::coordCycleStatus);
        mib.status(asc(4, 13, 0), controller::coordSyncStatus);
        Controls.define(mib, controller, asc(4, 14, 0), ControlObject.PATTERN, 1);
        Controls.define(mib, controller, asc(4, 15, 0), ControlObject.SYNC, 1);
    }

    /** The reference of all cycles is midnight: timebaseAscPatternSync is 0. */
    private void timebase(List<CoordinationTiming.Action> dayPlan) {
        mib.fixed(asc(5, 1, 0), () -> 0);
        mib.status(asc(5, 2, 0), () -> Math.max(1, dayPlan.size()));
        for (int i = 0; i < dayPlan.size(); i++) {
            int n = i + 1;
            CoordinationTiming.Action action = dayPlan.get(i);
            mib.status(asc(5, 3, 1, 1, n), () -> n);
            mib.fixed(asc(5, 3, 1, 2, n), action::pattern);
            mib.fixed(asc(5, 3, 1, 3, n), () -> 0);
            mib.fixed(asc(5, 3, 1, 4, n), () -> 0);
        }
        mib.status(asc(5, 4, 0), controller::timebaseActionStatus);
        Controls.define(mib, controller, asc(5, 5, 0), ControlObject.ACTION_PLAN, 1);
    }
}
