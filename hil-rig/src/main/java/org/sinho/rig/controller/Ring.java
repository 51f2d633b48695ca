package org.sinho.rig.controller;

import java.util.List;

/** One ring: who has its right of way, who was promised it, and in which order it serves. */
final class Ring {
    private final int number;
    private VehiclePhase[][] order;
    private VehiclePhase last;
    private VehiclePhase active;
    private VehiclePhase next;
    private int lastIndex = -1;

    Ring(int number, List<List<Integer>> groups, VehiclePhase[] phases) {
        this.number = number;
        order(groups, phases);
    }

    /** Changes the order of service between the barriers. */
    void order(List<List<Integer>> groups, VehiclePhase[] phases) {
        order =
                groups.stream()
                        .map(
                                group ->
                                        group.stream()
                                                .map(n -> phases[n - 1])
                                                .toArray(VehiclePhase[]::new))
                        .toArray(VehiclePhase[][]::new);
        if (lastIndex >= 0) {
            for (VehiclePhase[] group : order) {
                lastIndex = Math.max(0, index(group, last, lastIndex));
            }
        }
    }

    private static int index(VehiclePhase[] group, VehiclePhase phase, int otherwise) {
        for (int i = 0; i < group.length; i++) {
            if (group[i] == phase) {
                return i;
            }
        }
        return otherwise;
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
        last = phase;
        lastIndex = index(order[group], phase, lastIndex);
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
