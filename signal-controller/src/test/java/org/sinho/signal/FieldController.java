package org.sinho.signal;

import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.SignalCommand.ControlObject;

/**
 * A controller of the {@link Junction} as the center sees it: obeys holds, force-offs, calls and
 * preempts, keeps its own minimum green, yellow, clearances and people on foot, and frees itself
 * when no SET comes. Four stages in turn, ten steps a second. Shares nothing with the product.
 */
final class FieldController {
    private static final int[][] STAGES = {{2, 6}, {3, 7}, {4, 8}, {1, 5}};
    private static final int SYSTEM = 2;
    private static final int BACKUP = 4;

    /** Loops that see a vehicle, bit n - 1. */
    int loops = 0x22;

    /** Loops under a stream that does not end. */
    int streams;

    int pedCalls;
    boolean push = true;
    boolean poll = true;
    int pollLies;
    int flashStatus = 2;
    int manual;
    boolean dark;

    /** Its own maximum green is switched off. */
    boolean patient;

    private final char[] lamp = new char[9];
    private final int[] lampDs = new int[9];
    private final int[] walkDs = new int[9];
    private int[] target = STAGES[0];
    private int stage;
    private int holds;
    private int forceOffs;
    private int vehCalls;
    private final int[] preempts = new int[17];
    private int preempted;
    private int silentDs;
    private boolean backup;
    private boolean commanded;
    private int sequence;

    FieldController() {
        for (int n = 1; n <= 8; n++) {
            lamp[n] = n == 2 || n == 6 ? 'G' : 'R';
            lampDs[n] = 100;
            walkDs[n] = 10_000;
        }
    }

    void set(int object, int index, int value) {
        commanded = true;
        if (backup && value != 0) {
            return;
        }
        switch (object) {
            case ControlObject.HOLD -> holds = value;
            case ControlObject.FORCE_OFF -> forceOffs = value;
            case ControlObject.VEH_CALL -> vehCalls = value;
            case ControlObject.PREEMPT -> preempts[index] = value;
            case ControlObject.PED_CALL -> pedCalls |= value;
            default -> {
                // Omits and patterns: not known here.
            }
        }
    }

    /** A tenth of a second passes. */
    void step() {
        silentDs = commanded ? 0 : silentDs + 1;
        if (silentDs >= Junction.BACKUP_TIME_S * 10 && !backup) {
            backup = true;
            clear();
        }
        for (int n = 1; n <= 8; n++) {
            lampDs[n]++;
            walkDs[n]++;
        }
        chooseTarget();
        for (int n = 1; n <= 8; n++) {
            if (lamp[n] == 'G' && !wanted(n) && mayEnd(n)) {
                show(n, 'Y');
                forceOffs &= ~bit(n);
            } else if (lamp[n] == 'Y' && lampDs[n] >= Junction.PHASES[n][4]) {
                show(n, 'R');
            }
        }
        begin();
        commanded = false;
        requireNoConflict();
    }

    private void clear() {
        holds = 0;
        forceOffs = 0;
        vehCalls = 0;
        java.util.Arrays.fill(preempts, 0);
    }

    private void chooseTarget() {
        int active = 0;
        for (int n = 16; n > 0; n--) {
            active = preempts[n] == 1 ? n : active;
        }
        if (active != 0) {
            preempted = active;
            target = Junction.dwell(active);
        } else if (preempted != 0) {
            stage = preempted <= 2 ? 2 : 0;
            preempted = 0;
            target = STAGES[stage];
        } else if (served() && leaves()) {
            for (int i = 1; i < STAGES.length; i++) {
                int next = (stage + i) % STAGES.length;
                if (called(STAGES[next])) {
                    stage = next;
                    target = STAGES[next];
                    return;
                }
            }
        }
        if (backup && commanded && (served() || active != 0)) {
            backup = false; // Back under the system at the end of a stage only.
        }
    }

    private boolean served() {
        for (int n : target) {
            if (lamp[n] != 'G' || lampDs[n] < Junction.PHASES[n][2] || !mayEnd(n)) {
                return false;
            }
        }
        return true;
    }

    private boolean called(int[] phases) {
        int mask = bit(phases[0]) | bit(phases[1]);
        return ((loops | streams | vehCalls | pedCalls) & mask) != 0;
    }

    private boolean leaves() {
        int mask = bit(target[0]) | bit(target[1]);
        boolean longest = true;
        for (int n : target) {
            longest &= lampDs[n] >= Junction.PHASES[n][3] && !patient;
        }
        boolean extended = (streams & mask) != 0 && !longest;
        return (holds & mask) == 0 && (!extended || (forceOffs & mask) != 0);
    }

    private boolean mayEnd(int n) {
        int walking = Junction.WALK_DS + Junction.pedClearDs(n) + Junction.BUFFER_DS;
        return lampDs[n] >= Junction.PHASES[n][2] && walkDs[n] >= walking;
    }

    private boolean wanted(int n) {
        return n == target[0] || n == target[1];
    }

    private void begin() {
        for (int n = 1; n <= 8; n++) {
            boolean over = lamp[n] == 'R' && lampDs[n] >= Junction.PHASES[n][5];
            if (!wanted(n) && !over) {
                return;
            }
        }
        for (int n : target) {
            if (lamp[n] == 'R' && lampDs[n] >= Junction.PHASES[n][5]) {
                show(n, 'G');
                loops &= ~bit(n) | 0x22;
                if ((pedCalls & bit(n)) != 0) {
                    pedCalls &= ~bit(n);
                    walkDs[n] = 0;
                }
            }
        }
    }

    private void show(int n, char color) {
        lamp[n] = color;
        lampDs[n] = 0;
    }

    private void requireNoConflict() {
        for (int a = 1; a <= 8; a++) {
            for (int b = 1; b < a; b++) {
                boolean both = rightOfWay(a) && rightOfWay(b);
                if (both && Junction.forbidden(a, b)) {
                    throw new AssertionError("phases " + a + " and " + b + " at once");
                }
            }
        }
    }

    private boolean rightOfWay(int n) {
        return lamp[n] != 'R' || lampDs[n] < Junction.PHASES[n][5];
    }

    private static int bit(int n) {
        return 1 << n - 1;
    }

    int lamps(char color) {
        int mask = 0;
        for (int n = 1; n <= 8; n++) {
            mask |= lamp[n] == color ? bit(n) : 0;
        }
        return mask;
    }

    /** Who walks, clears or stands: 0, 1, 2. */
    private int onFoot(int what) {
        int mask = 0;
        for (int n = 2; n <= 8; n += 2) {
            boolean clears = walkDs[n] < Junction.WALK_DS + Junction.pedClearDs(n);
            int shown = walkDs[n] < Junction.WALK_DS ? 0 : clears ? 1 : 2;
            mask |= shown == what ? bit(n) : 0;
        }
        return mask;
    }

    int walking() {
        return onFoot(0);
    }

    void write(ControllerStatus status) {
        sequence = sequence + 1 & 0xFF;
        boolean flashes = flashStatus != 2;
        status.siteId(Junction.SITE)
                .greens(dark ? 0 : lamps('G'))
                .yellows(lamps('Y'))
                .reds(lamps('R'))
                .walks(walking())
                .pedClears(onFoot(1))
                .dontWalks(onFoot(2))
                .pedCalls(pedCalls)
                .flash(flashes ? 1 : 0)
                .pushSequence(sequence);
    }

    void write(ControllerPoll answer) {
        answer.siteId(Junction.SITE).answered(poll ? 1 : 0);
        if (!poll) {
            return;
        }
        answer.unitControlStatus(backup ? BACKUP : manual != 0 ? manual : SYSTEM)
                .unitFlashStatus(flashStatus)
                .greens(lamps('G') ^ pollLies)
                .yellows(lamps('Y'))
                .walks(walking())
                .vehCalls(loops | streams | vehCalls)
                .pedCalls(pedCalls);
    }

    boolean inBackup() {
        return backup;
    }
}
