package org.sinho.rig.controller;

import java.nio.ByteBuffer;

/**
 * A virtual NTCIP 1202 actuated controller.
 *
 * <p>Every {@link #advance} is one step of 100 ms; what {@link #lamps} then returns is shown until
 * the next. Creating it is power-up. Safe for use by the stepping thread and an agent's threads at
 * once: each method is atomic, and a caller who needs several to be so synchronizes on the object.
 */
public final class VirtualController {
    private static final int PATTERN_FLASH = 255;

    private final EventLog events = new EventLog();
    private final ControlObjects controls = new ControlObjects();
    private final BackupTimer backup = new BackupTimer();
    private final DetectorInputs detectors;
    private final Coordinator coordinator;
    private final RingEngine engine;
    private final PreemptUnit preempts;
    private final TimeToChange timeToChange;
    private ControllerDatabase db;
    private UnitMode mode = UnitMode.START_UP_FLASH;
    private int modeDs = -1;
    private boolean monitorFlash;
    private LampState lamps;
    private long timeMs;

    /**
     * Powers a controller up.
     *
     * @param db its database
     */
    public VirtualController(ControllerDatabase db) {
        this.db = db;
        detectors = new DetectorInputs(db, events);
        coordinator = new Coordinator(db, events);
        engine = new RingEngine(db, events, coordinator);
        preempts = new PreemptUnit(db.preempts(), events);
        timeToChange = new TimeToChange(engine);
        timeToChange.at(controls, SteeringOrder.ALL_RED, 0);
        lamps = Lamps.of(engine, db, mode.flashing());
    }

    /**
     * Sets who is told of events; nobody until then.
     *
     * @param listener called within {@link #advance}
     */
    public synchronized void eventListener(EventListener listener) {
        events.listener(listener);
    }

    /**
     * Sets a vehicle detector input, until it is set again.
     *
     * @param number vehicleDetectorNumber, 1 to 128; without an assignment it has no effect
     * @param occupied whether a vehicle is over the loop
     */
    public synchronized void vehicleDetector(int number, boolean occupied) {
        detectors.vehicle(number, occupied);
    }

    /**
     * Sets a push button input, until it is set again.
     *
     * @param number pedestrianDetectorNumber, 1 to 72; without an assignment it has no effect
     * @param pressed whether it is pressed; a press released before the next step still counts
     */
    public synchronized void pedestrianButton(int number, boolean pressed) {
        detectors.button(number, pressed);
    }

    /**
     * Sets a wired preempt input, until it is set again.
     *
     * @param number preemptNumber; ignored if there is none
     * @param on whether the input is on
     */
    public synchronized void preemptInput(int number, boolean on) {
        for (PreemptCall call : preempts.calls()) {
            if (call.timing().number() == number) {
                call.physicalInput(on);
            }
        }
    }

    /** Takes the lamps over into flash at the next step, as a conflict monitor's relay does. */
    public synchronized void monitorFlash() {
        monitorFlash = true;
    }

    /** Releases {@link #monitorFlash}; the controller starts up anew after the minimum flash. */
    public synchronized void resetMonitorFlash() {
        monitorFlash = false;
    }

    /**
     * Advances by one step of 100 ms.
     *
     * @param stepMs simulated time, milliseconds since the Unix epoch, 100 more than last time
     */
    public synchronized void advance(long stepMs) {
        timeMs = stepMs;
        events.at(stepMs);
        takeCommands();
        coordinator.select(controls.live(ControlObject.PATTERN, 1), backup.expired(), stepMs);
        detect();
        tickPhases();
        preempts.stepInputs(controls);
        stepMode();
        lamps = Lamps.of(engine, db, mode.flashing());
    }

    /** What a manager commands after a silence waits, preempts aside, for the next boundary. */
    private void takeCommands() {
        boolean boundary =
                mode != UnitMode.RUNNING || preempts.activeNumber() != 0 || engine.atBoundary();
        if (backup.step(controls.takeCommanded(), boundary, db.unit().backupTimeS())) {
            controls.reset();
        }
        if (backup.expired()) {
            controls.applyPreempts();
        } else {
            controls.apply();
        }
    }

    private void detect() {
        int vehicleCalls = controls.phases(ControlObject.VEHICLE_CALL) | coordinator.vehicleCalls();
        int pedestrianCalls = controls.phases(ControlObject.PEDESTRIAN_CALL);
        int pedestrianRecalls = coordinator.pedestrianCalls();
        detectors.step(lamps.greens(), controls, db.unit().volumeOccupancyPeriodS());
        for (PhaseTiming timing : db.phases()) {
            int bit = timing.bit();
            engine.phase(timing.number())
                    .detect(
                            (detectors.callPhases() & bit) != 0,
                            (detectors.lockPhases() & bit) != 0,
                            (detectors.extendPhases() & bit) != 0,
                            (vehicleCalls & bit) != 0);
            engine.pedestrian(timing.number())
                    .detect(
                            (detectors.buttonPhases() & bit) != 0,
                            (pedestrianCalls & bit) != 0,
                            (pedestrianRecalls & bit) != 0);
        }
    }

    private void tickPhases() {
        boolean entering = preempts.entering();
        int targets = entering ? preempts.order().targets() : 0;
        for (PhaseTiming timing : db.phases()) {
            boolean leaves = entering && (targets & timing.bit()) == 0;
            int walkLimitS = leaves ? preempts.activeTiming().minimumWalkS() : PreemptTiming.OWN;
            int clearLimitS =
                    leaves ? preempts.activeTiming().enterPedestrianClearS() : PreemptTiming.OWN;
            engine.phase(timing.number()).tick();
            engine.pedestrian(timing.number()).tick(walkLimitS, clearLimitS);
        }
        engine.overlaps().tick();
    }

    private void stepMode() {
        modeDs++;
        UnitTiming unit = db.unit();
        if (monitorFlash && mode != UnitMode.MONITOR_FLASH) {
            flash(UnitMode.MONITOR_FLASH);
        }
        switch (mode) {
            case START_UP_FLASH ->
                    moveIf(modeDs >= unit.startUpFlashS() * 10, UnitMode.START_UP_ALL_RED);
            case START_UP_ALL_RED -> {
                if (modeDs >= unit.startUpAllRedDs()) {
                    engine.startUp(unit.startUpPhases(), controls);
                    moveTo(UnitMode.RUNNING);
                    run();
                }
            }
            case RUNNING -> run();
            case FLASH_ENTRY -> {
                coordinator.suspend(engine);
                if (steer(SteeringOrder.ALL_RED)) {
                    flash(UnitMode.FLASH);
                }
            }
            case FLASH ->
                    moveIf(
                            modeDs >= unit.minimumFlashS() * 10
                                    && (!flashCommanded() || preempts.endsFlash()),
                            UnitMode.START_UP_ALL_RED);
            case MONITOR_FLASH ->
                    moveIf(
                            modeDs >= unit.minimumFlashS() * 10 && !monitorFlash,
                            UnitMode.START_UP_ALL_RED);
        }
    }

    private void run() {
        if (preempts.step()) {
            coordinator.suspend(engine);
            preempts.arrived(steer(preempts.order()));
            if (preempts.dwelling()) {
                engine.walkAgain(
                        PreemptUnit.mask(preempts.activeTiming().dwellPedestrians()), true);
            }
            return;
        }
        coordinator.step(engine, timeMs);
        timeToChange.at(controls, null, db.unit().redRevertDs());
        boolean barrier = engine.serve(controls, db.unit().redRevertDs(), flashCommanded());
        engine.walkAgain(~0, false);
        moveIf(barrier && flashCommanded(), UnitMode.FLASH_ENTRY);
    }

    private boolean steer(SteeringOrder order) {
        timeToChange.at(controls, order, db.unit().redRevertDs());
        return engine.steer(order, controls, db.unit().redRevertDs());
    }

    private boolean flashCommanded() {
        return coordinator.flashSelected();
    }

    private void flash(UnitMode flashMode) {
        coordinator.suspend(engine);
        engine.abandon();
        preempts.abandon();
        timeToChange.at(controls, SteeringOrder.ALL_RED, db.unit().redRevertDs());
        moveTo(flashMode);
    }

    private void moveIf(boolean due, UnitMode next) {
        if (due) {
            moveTo(next);
        }
    }

    private void moveTo(UnitMode next) {
        if (next.flashStatus() != mode.flashStatus()) {
            events.record(EventLog.UNIT_FLASH, next.flashStatus());
        }
        mode = next;
        modeDs = 0;
    }

    /** {@return what the lamps show since the last step; all-red flash before the first} */
    public synchronized LampState lamps() {
        return lamps;
    }

    /** {@return simulated time of the last step, milliseconds since the Unix epoch, or 0} */
    public synchronized long timeMs() {
        return timeMs;
    }

    /** {@return the database in force} */
    public synchronized ControllerDatabase database() {
        return db;
    }

    /**
     * Replaces timings, as commissioning does: intervals being timed may end by the new values.
     *
     * @param changed a database with the same phases, detectors and preempts
     */
    public synchronized void reprogram(ControllerDatabase changed) {
        for (PhaseTiming timing : changed.phases()) {
            engine.phase(timing.number()).timing(timing);
            engine.pedestrian(timing.number()).timing(timing);
        }
        for (int i = 0; i < changed.preempts().size(); i++) {
            preempts.calls().get(i).timing(changed.preempts().get(i));
        }
        db = changed;
        coordinator.suspend(engine);
        coordinator.program(changed);
    }

    /**
     * Sets a system control object; it takes effect, together with all others, at the next step.
     *
     * @param object what to set
     * @param index instance, 1 to {@code object.count()}
     * @param value 0 to {@code object.highest()}
     * @return whether it was accepted; if not, nothing has changed
     */
    public synchronized boolean set(ControlObject object, int index, int value) {
        boolean known = index >= 1 && index <= object.count();
        if (!known || value < 0 || value > object.highest()) {
            return false;
        }
        controls.command(object, index, value);
        return true;
    }

    /**
     * Reads a system control object back.
     *
     * @param object what to read
     * @param index instance, 1 to {@code object.count()}
     * @return the value last set, 0 after backup
     */
    public synchronized int get(ControlObject object, int index) {
        return controls.commanded(object, index);
    }

    /** {@return phases with a vehicle call, bit n - 1 for phase n} */
    public synchronized int vehicleCalls() {
        return mask(timing -> engine.phase(timing.number()).called());
    }

    /** {@return phases with a pedestrian call} */
    public synchronized int pedestrianCalls() {
        return mask(timing -> engine.pedestrian(timing.number()).called());
    }

    /** {@return phases of which a push button is pressed now} */
    public synchronized int pedestrianDetects() {
        return detectors.buttonPhases();
    }

    /** {@return phases in green or yellow, phaseStatusGroupPhaseOns} */
    public synchronized int phaseOns() {
        return lamps.greens() | lamps.yellows();
    }

    /** {@return phases promised the right of way, phaseStatusGroupPhaseNexts} */
    public synchronized int phaseNexts() {
        return engine.nexts();
    }

    /** {@return unitControlStatus: 2 system control, 3 system standby, 4 backup mode} */
    public synchronized int unitControlStatus() {
        if (backup.expired()) {
            return 4;
        }
        return controls.live(ControlObject.PATTERN, 1) == 0 ? 3 : 2;
    }

    /** {@return unitFlashStatus: 2 not flash, 3 automatic, 6 monitor, 7 start-up} */
    public synchronized int unitFlashStatus() {
        return mode.flashStatus();
    }

    /** {@return coordPatternStatus, what is running: 1 to 253, 254 free or 255 flash} */
    public synchronized int coordPatternStatus() {
        return mode.flashing() || mode == UnitMode.FLASH_ENTRY
                ? PATTERN_FLASH
                : coordinator.patternStatus();
    }

    /**
     * {@return localFreeStatus: 2 in a pattern or flash, 3 commanded free, 4 on the way into a
     * pattern, 6 free by default, 7 to 10 a pattern that cannot be run}
     */
    public synchronized int localFreeStatus() {
        return coordPatternStatus() == PATTERN_FLASH ? 2 : coordinator.freeStatus();
    }

    /** {@return coordCycleStatus: seconds left in the local cycle, 0 when free} */
    public synchronized int coordCycleStatus() {
        return coordinator.cycleStatusS();
    }

    /** {@return coordSyncStatus: seconds since the reference point of the cycle, 0 when free} */
    public synchronized int coordSyncStatus() {
        return coordinator.syncStatusS(timeMs);
    }

    /** {@return timebaseAscActionStatus: the entry of the day plan that decides, or 0} */
    public synchronized int timebaseActionStatus() {
        return coordinator.action();
    }

    /**
     * Reads ringStatus.
     *
     * @param ring 1 to the number of rings
     * @return interval code in bits 0 to 2; bit 3 gap-out, 4 max-out, 5 force-off ended the green
     */
    public synchronized int ringStatus(int ring) {
        return engine.ringStatus(engine.rings().get(ring - 1));
    }

    /** {@return whether a preempt runs, from its entry to its exit} */
    public synchronized boolean preempted() {
        return preempts.calls().stream()
                .map(preempts::state)
                .mapToInt(PreemptState::code)
                .anyMatch(
                        code ->
                                code >= PreemptState.ENTRY_STARTED.code()
                                        && code <= PreemptState.EXIT_STARTED.code());
    }

    /**
     * Reads preemptState.
     *
     * @param number preemptNumber of the database
     * @return its state
     */
    public synchronized PreemptState preemptState(int number) {
        for (PreemptCall call : preempts.calls()) {
            if (call.timing().number() == number) {
                return preempts.state(call);
            }
        }
        throw new IllegalArgumentException(
                "preemptNumber is " + number + ", allowed existing ones");
    }

    /** {@return the preempt being served, 0 for none} */
    public synchronized int activePreempt() {
        return preempts.activeNumber();
    }

    /**
     * Reads a vehicle detector after its last step.
     *
     * @param number vehicleDetectorNumber, 1 to 128
     * @return whether it is active
     */
    public synchronized boolean detectorActive(int number) {
        return detectors.active(number);
    }

    /**
     * Reads a push button.
     *
     * @param number pedestrianDetectorNumber, 1 to 72
     * @return whether it is pressed
     */
    public synchronized boolean buttonActive(int number) {
        return detectors.buttonPressed(number);
    }

    /** {@return volumeOccupancySequence, 0 to 255, one more after each report period} */
    public synchronized int volumeOccupancySequence() {
        return detectors.report().sequence();
    }

    /**
     * Reads detectorVolume of the last full period.
     *
     * @param number vehicleDetectorNumber, 1 to 128
     * @return vehicles, 0 to 254; 255 = more
     */
    public synchronized int detectorVolume(int number) {
        return detectors.report().volume(number);
    }

    /**
     * Reads detectorOccupancy of the last full period.
     *
     * @param number vehicleDetectorNumber, 1 to 128
     * @return steps of 0.5 %, 0 to 200
     */
    public synchronized int detectorOccupancy(int number) {
        return detectors.report().occupancy(number);
    }

    synchronized void writeTimes(ByteBuffer message) {
        for (int number = 1; number <= Tscbm.BLOCK_COUNT; number++) {
            timeToChange.write(number, message);
        }
    }

    private int mask(java.util.function.Predicate<PhaseTiming> wanted) {
        int mask = 0;
        for (PhaseTiming timing : db.phases()) {
            mask |= wanted.test(timing) ? timing.bit() : 0;
        }
        return mask;
    }
}
