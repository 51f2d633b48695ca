package org.sinho.rig.controller;

/**
 * Keeps the rings to a pattern: the coordinated phases are green until their yield point, the
 * others get what their force-off points leave them, and nobody starts who could not finish in
 * time.
 *
 * <p>It only ever asks for less than free operation would give: a green that it holds, a call that
 * it lets wait. Minimum greens, pedestrians and clearances are timed where they always are.
 */
final class Coordinator {
    private static final int FREE = 254;
    private static final int FLASH = 255;

    /** A phase that is this late may still be served: the clock counts whole steps. */
    private static final int TOLERANCE_DS = 10;

    /** Pedestrians who were promised their walk may overrun by this: they came for nothing else. */
    private static final int WALK_TOLERANCE_DS = 30;

    /** Parameter of the coordination state event: waiting for the coordinated green. */
    private static final int PICK_UP = 6;

    private final EventLog events;
    private final CycleClock clock = new CycleClock();
    private ControllerDatabase db;
    private PatternPlan[] plans = new PatternPlan[0];
    private PatternPlan plan;
    private PatternPlan wanted;
    private int selected = FREE;
    private int action;
    private int toldState;
    private boolean system;
    private boolean zero;

    Coordinator(ControllerDatabase db, EventLog events) {
        this.events = events;
        program(db);
    }

    /** Takes a changed database; a running pattern starts anew if its plan has changed. */
    void program(ControllerDatabase changed) {
        db = changed;
        plans =
                changed.coordination().patterns().stream()
                        .map(pattern -> new PatternPlan(pattern, changed))
                        .toArray(PatternPlan[]::new);
        plan = null;
        wanted = null;
        clock.stop();
    }

    /** Chooses by operator, center, backup pattern and clock, in this order. */
    void select(int systemPattern, boolean backup, long timeMs) {
        CoordinationTiming timing = db.coordination();
        action = 0;
        int now = timing.operationalMode() != 0 ? timing.operationalMode() : systemPattern;
        system = now != 0;
        if (now == 0 && backup) {
            now = timing.backupPattern();
        }
        if (now == 0) {
            action = timing.action(timeMs);
            now = action > 0 ? timing.dayPlan().get(action - 1).pattern() : FREE;
        }
        if (now != selected) {
            selected = now;
            events.record(EventLog.PATTERN_CHANGE, now);
        }
        wanted = good(plan(selected));
    }

    private PatternPlan plan(int number) {
        for (PatternPlan each : plans) {
            if (each.timing().number() == number) {
                return each;
            }
        }
        return null;
    }

    private static PatternPlan good(PatternPlan found) {
        return found != null && found.status() == PatternPlan.GOOD ? found : null;
    }

    /** Advances the cycle before the rings are served. */
    void step(RingEngine engine, long timeMs) {
        zero = plan != null && clock.step(db.coordination().dayMs(timeMs));
        if (plan != null && plan != wanted && (wanted == null || zero)) {
            leave(engine);
        }
        if (plan == null && wanted != null && engine.phase(wanted.zeroPhase()).green()) {
            plan = wanted;
            clock.start(plan, db.coordination().correctionMode());
            engine.sequence(plan.timing().sequence());
            events.record(EventLog.CYCLE_CHANGE, plan.timing().cycleS());
            events.record(EventLog.OFFSET_CHANGE, plan.timing().offsetS());
        }
        int state = plan == null && wanted != null ? PICK_UP : clock.state().ordinal();
        if (state != toldState) {
            toldState = state;
            events.record(EventLog.COORDINATION_STATE, state);
        }
    }

    /** Loses the cycle: a preempt or flash has taken the rings. */
    void suspend(RingEngine engine) {
        if (plan != null) {
            leave(engine);
        }
    }

    private void leave(RingEngine engine) {
        plan = null;
        zero = false;
        clock.stop();
        engine.sequence(1);
    }

    /** Whether the first coordinated green was due to begin in the last step. */
    boolean atZero() {
        return zero;
    }

    boolean running() {
        return plan != null;
    }

    boolean flashSelected() {
        return selected == FLASH;
    }

    /** {@return phases that the pattern calls, for vehicles} */
    int vehicleCalls() {
        if (plan == null) {
            return wanted == null ? 0 : 1 << (wanted.zeroPhase() - 1);
        }
        int calls = plan.coordinated();
        for (PhaseTiming phase : db.phases()) {
            boolean recalled =
                    plan.serves(phase.number()) && plan.mode(phase.number()).callsVehicles();
            calls |= recalled ? phase.bit() : 0;
        }
        return calls;
    }

    /** {@return phases that the pattern calls, for pedestrians} */
    int pedestrianCalls() {
        int calls = 0;
        if (plan != null) {
            for (PhaseTiming phase : db.phases()) {
                boolean recalled =
                        plan.serves(phase.number()) && plan.mode(phase.number()).callsPedestrians();
                calls |= recalled ? phase.bit() : 0;
            }
        }
        return calls;
    }

    boolean omits(VehiclePhase phase) {
        return plan != null && !plan.serves(phase.number());
    }

    /** Whether a phase could be served before its force-off point if it were to start now. */
    boolean fits(VehiclePhase phase, int clearanceDs, boolean withPedestrians) {
        if (plan == null || coordinated(phase)) {
            return true;
        }
        PhaseTiming timing = phase.timing();
        int neededDs = timing.minimumGreenS() * 10;
        if (withPedestrians) {
            neededDs = Math.max(neededDs, timing.pedestrianServiceDs());
        }
        int readyDs = clock.positionDs() + clearanceDs + neededDs;
        return readyDs <= plan.forceOffDs(phase.number()) + TOLERANCE_DS;
    }

    /** Whether pedestrians could be served in full before a green has to end. */
    boolean walkFits(VehiclePhase phase) {
        if (plan == null || !plan.serves(phase.number())) {
            return true;
        }
        int leftDs = plan.forceOffDs(phase.number()) - clock.positionDs();
        if (coordinated(phase)) {
            leftDs = leftDs < 0 ? leftDs + plan.cycleDs() : leftDs;
        }
        return phase.timing().pedestrianServiceDs() <= leftDs + WALK_TOLERANCE_DS;
    }

    private boolean coordinated(VehiclePhase phase) {
        return (plan.coordinated() & phase.bit()) != 0;
    }

    /** Event code of the reason why a green may end in a pattern, or 0. */
    int reason(VehiclePhase phase) {
        int positionDs = clock.positionDs();
        int forceOffDs = plan.forceOffDs(phase.number());
        boolean past = !plan.serves(phase.number()) || positionDs >= forceOffDs;
        if (coordinated(phase)) {
            return past && positionDs < plan.lastForceOffDs() ? EventLog.FORCE_OFF : 0;
        }
        if (past) {
            return EventLog.FORCE_OFF;
        }
        boolean gap = phase.gappedOut() && !plan.mode(phase.number()).holdsGreen();
        return gap ? EventLog.GAP_OUT : 0;
    }

    /** {@return coordPatternStatus, flash left aside: the pattern, or 254 free} */
    int patternStatus() {
        return plan == null ? FREE : plan.timing().number();
    }

    /** {@return localFreeStatus, flash left aside} */
    int freeStatus() {
        if (plan != null) {
            return PatternPlan.GOOD;
        }
        if (wanted != null) {
            return 4; // transitionFree
        }
        if (selected == FREE || selected == FLASH) {
            return system ? 3 : 6;
        }
        PatternPlan refused = plan(selected);
        return refused == null ? PatternPlan.BAD_PLAN : refused.status();
    }

    /** {@return coordCycleStatus: seconds left in the local cycle, 0 when free} */
    int cycleStatusS() {
        return plan == null ? 0 : (plan.cycleDs() * 100 - clock.localMs() + 999) / 1000;
    }

    /** {@return coordSyncStatus: seconds since the reference point of the cycle, 0 when free} */
    int syncStatusS(long timeMs) {
        return plan == null
                ? 0
                : (int) (db.coordination().dayMs(timeMs) % (plan.cycleDs() * 100L) / 1000);
    }

    /** {@return timebaseAscActionStatus: the place in the day plan that decides, or 0} */
    int action() {
        return action;
    }
}
