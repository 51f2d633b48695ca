package org.sinho.rig.controller;

import java.util.ArrayList;
import java.util.List;

/** Picks the preempt to serve and says, step by step, where the rings are to be steered. */
final class PreemptUnit {
    private final List<PreemptCall> calls = new ArrayList<>();
    private final EventLog events;
    private PreemptCall active;
    private PreemptState activeState = PreemptState.NOT_ACTIVE;
    private int activeDs;
    private int stateDs;
    private boolean tracked;

    PreemptUnit(List<PreemptTiming> preempts, EventLog events) {
        this.events = events;
        preempts.forEach(timing -> calls.add(new PreemptCall(timing, events)));
    }

    List<PreemptCall> calls() {
        return calls;
    }

    /** Takes the inputs of one step; call it in every mode, so that no request is forgotten. */
    void stepInputs(ControlObjects controls) {
        for (PreemptCall call : calls) {
            call.step(controls.live(ControlObject.PREEMPT, call.timing().number()) != 0);
        }
    }

    /** Starts, overrides or ends; returns whether a preempt steers the rings in this step. */
    boolean step() {
        PreemptCall challenger = challenger();
        if (challenger != null) {
            begin(challenger);
        }
        activeDs++;
        stateDs++;
        if (activeState == PreemptState.DWELL && dwellDone()) {
            PreemptCall waiting = lowestReady();
            if (waiting != null) {
                begin(waiting);
            } else {
                moveTo(PreemptState.EXIT_STARTED);
                events.record(EventLog.PREEMPT_EXIT, active.timing().number());
            }
        }
        return active != null;
    }

    private PreemptCall challenger() {
        PreemptCall lowest = lowestReady();
        if (lowest == null || active == null || activeState == PreemptState.EXIT_STARTED) {
            return lowest;
        }
        return overrides(lowest.timing().number(), active.timing().number()) ? lowest : null;
    }

    private PreemptCall lowestReady() {
        for (PreemptCall call : calls) {
            if (call.ready()) {
                return call;
            }
        }
        return null;
    }

    /** A lower number overrides a higher one, unless a chain of "equal to next" leads to it. */
    private boolean overrides(int challenger, int running) {
        for (PreemptCall call : calls) {
            int number = call.timing().number();
            if (number >= challenger
                    && number < running
                    && !call.timing().has(PreemptTiming.EQUAL_TO_NEXT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a ready preempt may end automatic flash. */
    boolean endsFlash() {
        for (PreemptCall call : calls) {
            if (call.ready() && !call.timing().has(PreemptTiming.KEEP_FLASH)) {
                return true;
            }
        }
        return false;
    }

    private void begin(PreemptCall call) {
        active = call;
        activeDs = 0;
        tracked = call.timing().trackGreenS() == 0;
        moveTo(PreemptState.ENTRY_STARTED);
        events.record(EventLog.PREEMPT_ENTRY, call.timing().number());
    }

    private boolean dwellDone() {
        PreemptTiming timing = active.timing();
        return !active.called()
                && stateDs >= timing.dwellGreenS() * 10
                && activeDs >= timing.minimumDurationS() * 10;
    }

    SteeringOrder order() {
        PreemptTiming timing = active.timing();
        int dwell = mask(timing.dwellPhases());
        return switch (activeState) {
            case ENTRY_STARTED -> entry(timing, tracked ? dwell : mask(timing.trackPhases()));
            case TRACK_SERVICE ->
                    new SteeringOrder(
                            tracked ? dwell : mask(timing.trackPhases()),
                            PreemptTiming.OWN,
                            timing.trackYellowChangeDs(),
                            timing.trackRedClearDs(),
                            tracked ? mask(timing.dwellPedestrians()) : 0);
            case EXIT_STARTED ->
                    new SteeringOrder(
                            timing.exitPhases().isEmpty() ? dwell : mask(timing.exitPhases()),
                            PreemptTiming.OWN,
                            PreemptTiming.OWN,
                            PreemptTiming.OWN,
                            ~0);
            default -> entry(timing, dwell);
        };
    }

    private static SteeringOrder entry(PreemptTiming timing, int targets) {
        return new SteeringOrder(
                targets,
                timing.minimumGreenS(),
                timing.enterYellowChangeDs(),
                timing.enterRedClearDs(),
                targets & mask(timing.dwellPedestrians()));
    }

    /** Takes the answer of the rings: whether they are where they were steered to. */
    void arrived(boolean there) {
        switch (activeState) {
            case ENTRY_STARTED -> {
                if (there) {
                    moveTo(tracked ? PreemptState.DWELL : PreemptState.TRACK_SERVICE);
                }
            }
            case TRACK_SERVICE -> {
                if (!tracked) {
                    tracked = there && stateDs >= active.timing().trackGreenS() * 10;
                } else if (there) {
                    moveTo(PreemptState.DWELL);
                }
            }
            case EXIT_STARTED -> {
                if (there) {
                    moveTo(PreemptState.NOT_ACTIVE);
                    active = null;
                }
            }
            default -> {}
        }
    }

    private void moveTo(PreemptState next) {
        activeState = next;
        stateDs = 0;
        if (next == PreemptState.DWELL) {
            active.served();
            events.record(EventLog.PREEMPT_DWELL, active.timing().number());
        }
    }

    boolean dwelling() {
        return activeState == PreemptState.DWELL;
    }

    boolean entering() {
        return activeState == PreemptState.ENTRY_STARTED;
    }

    /** {@return the preempt being served, 0 for none} */
    int activeNumber() {
        return active == null ? 0 : active.timing().number();
    }

    PreemptTiming activeTiming() {
        return active.timing();
    }

    PreemptState state(PreemptCall call) {
        if (call == active) {
            return activeState;
        }
        if (call.called()) {
            return PreemptState.NOT_ACTIVE_WITH_CALL;
        }
        return call.invalid() ? PreemptState.MAX_PRESENCE : PreemptState.NOT_ACTIVE;
    }

    /** Forgets the preempt being served: the lamps were taken over by flash. */
    void abandon() {
        active = null;
        activeState = PreemptState.NOT_ACTIVE;
    }

    static int mask(List<Integer> numbers) {
        int mask = 0;
        for (int number : numbers) {
            mask |= 1 << (number - 1);
        }
        return mask;
    }
}
