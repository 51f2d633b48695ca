package org.sinho.rig.controller;

import java.util.List;

/** One ring: who has its right of way, who was promised it, and in which order it serves. */
final class Ring {
    private final int number;
    private final VehiclePhase[][] order;
    private VehiclePhase active;
    private VehiclePhase next;
    private int lastIndex = -1;

    Ring(int number, List<List<Integer>> groups, VehiclePhase[] phases) {
        this.number = number;
        this.order =
                groups.stream()
                        .map(
                                group ->
                                        group.stream()
                                                .map(n -> phases[n - 1])
                                                .toArray(VehiclePhase[]::new))
                        .toArray(VehiclePhase[][]::new);
    }

    int bit() {
        return 1 << (number - 1);
    }

    int groupCount() {
        return order.length;
    }

    VehiclePhase[] order(int group) {
        return order[group];
    }

    /** {@return the phase in green, yellow or red clearance, or null} */
    VehiclePhase active() {
        return active;
    }

    /** {@return the phase that will be served next, or null if that is open} */
    VehiclePhase next() {
        return next;
    }

    void next(VehiclePhase phase) {
        next = phase;
    }

    /** {@return the place of the active or last phase in its group, -1 before the first} */
    int lastIndex() {
        return lastIndex;
    }

    void enterGroup() {
        lastIndex = -1;
    }

    void start(VehiclePhase phase, int group) {
        active = phase;
        next = null;
        for (int i = 0; i < order[group].length; i++) {
            if (order[group][i] == phase) {
                lastIndex = i;
            }
        }
        phase.startGreen();
    }

    /** Frees the ring once red clearance is over. */
    void release() {
        if (active != null && active.red()) {
            active = null;
        }
    }

    void abandon() {
        active = null;
        next = null;
        lastIndex = -1;
    }

    /** {@return ringStatus of NTCIP 1202: interval code in bits 0 to 2} */
    int intervalCode(boolean conflictingCall) {
        if (active == null) {
            return 6;
        }
        return switch (active.interval()) {
            case MINIMUM_GREEN -> 0;
            case EXTENSION_GREEN -> extensionCode(conflictingCall);
            case YELLOW_CHANGE -> 4;
            case RED_CLEARANCE -> 5;
            case RED -> 6;
        };
    }

    private int extensionCode(boolean conflictingCall) {
        if (active.passageLeftDs() > 0) {
            return 1;
        }
        return conflictingCall ? 2 : 3;
    }
}
