package org.sinho.rig.controller;

import java.util.List;

/**
 * All overlaps of a controller: who is wanted, who has to end, and whom a phase must wait for.
 *
 * <p>Two things may be green together only if the database says so: a phase and an overlap if the
 * phase is included or may run with an included one, two overlaps if phases of theirs may run
 * together, and never with a modifier phase. Everything else waits until the other is cleared.
 */
final class Overlaps {
    private final Overlap[] overlaps;
    private final int[] included;
    private final int[] modifiers;
    private final int[] pedestrians;
    private final int[] conflictPhases;
    private final int[] conflictOverlaps;

    Overlaps(ControllerDatabase db, EventLog events) {
        List<OverlapTiming> timings = db.overlaps();
        int count = timings.size();
        overlaps = new Overlap[count];
        included = new int[count];
        modifiers = new int[count];
        pedestrians = new int[count];
        conflictPhases = new int[count];
        conflictOverlaps = new int[count];
        for (int i = 0; i < count; i++) {
            overlaps[i] = new Overlap(timings.get(i), events);
            included[i] = PreemptUnit.mask(timings.get(i).includedPhases());
            modifiers[i] = PreemptUnit.mask(timings.get(i).modifierPhases());
            pedestrians[i] = PreemptUnit.mask(timings.get(i).conflictingPedestrians());
            conflictPhases[i] = conflicts(db, i);
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                conflictOverlaps[i] |= i != j && !mayRunTogether(db, i, j) ? 1 << j : 0;
            }
        }
    }

    private int conflicts(ControllerDatabase db, int i) {
        int conflicts = 0;
        for (PhaseTiming phase : db.phases()) {
            boolean with = (concurrent(phase) & included[i] & ~modifiers[i]) != 0;
            boolean without = (phase.bit() & modifiers[i]) != 0;
            conflicts |= with && !without ? 0 : phase.bit();
        }
        return conflicts;
    }

    private boolean mayRunTogether(ControllerDatabase db, int i, int j) {
        for (PhaseTiming phase : db.phases()) {
            boolean carriesOne = (phase.bit() & included[i] & ~modifiers[j]) != 0;
            int others = concurrent(phase) & included[j] & ~modifiers[i];
            if (carriesOne && others != 0) {
                return true;
            }
        }
        return false;
    }

    private static int concurrent(PhaseTiming phase) {
        return phase.bit() | PreemptUnit.mask(phase.concurrency());
    }

    int count() {
        return overlaps.length;
    }

    Overlap at(int place) {
        return overlaps[place];
    }

    /** {@return the place of an overlap number, or -1} */
    int place(int number) {
        for (int i = 0; i < overlaps.length; i++) {
            if (overlaps[i].timing().number() == number) {
                return i;
            }
        }
        return -1;
    }

    /** {@return the most that waiting for an overlap can add to a change of phases, tenths} */
    int slackDs() {
        int slackDs = 0;
        for (Overlap overlap : overlaps) {
            int minimumDs = overlap.timing().minimumGreenS() * 10;
            int revertDs = overlap.timing().redRevertDs();
            slackDs = Math.max(slackDs, minimumDs + overlap.timing().changeDs() + revertDs);
        }
        return slackDs;
    }

    int included(int place) {
        return included[place];
    }

    /** {@return phases that may not be green with the overlap at a place} */
    int conflictPhases(int place) {
        return conflictPhases[place];
    }

    void tick() {
        for (Overlap overlap : overlaps) {
            overlap.tick();
        }
    }

    /**
     * Whether every overlap that may not run with a phase is red and cleared, and every one that
     * follows it is able to: nobody may walk beside a group that is still in its clearance.
     */
    boolean clearFor(int phaseBit, int unitRedRevertDs) {
        for (int i = 0; i < overlaps.length; i++) {
            Overlap overlap = overlaps[i];
            boolean against = (conflictPhases[i] & phaseBit) != 0 && !overlap.cleared();
            boolean late =
                    (included[i] & phaseBit) != 0
                            && !overlap.green()
                            && !(overlap.cleared()
                                    && overlap.redRevertLeftDs(unitRedRevertDs) == 0);
            if (against || late) {
                return false;
            }
        }
        return true;
    }

    /** Whether every overlap that may not run with the pedestrians of a phase is cleared. */
    boolean clearForWalk(int phaseBit) {
        for (int i = 0; i < overlaps.length; i++) {
            if (((conflictPhases[i] | pedestrians[i]) & phaseBit) != 0 && !overlaps[i].cleared()) {
                return false;
            }
        }
        return true;
    }

    /** Whether all are red and cleared. */
    boolean idle() {
        for (Overlap overlap : overlaps) {
            if (!overlap.cleared()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Starts, keeps and ends greens after the rings have moved.
     *
     * @param greens phases in green
     * @param busy phases in green, yellow or red clearance
     * @param nexts phases promised the right of way
     * @param walking phases whose pedestrians are not clear, or are about to walk
     * @param cutTrail whether trailing greens end early
     * @param unitRedRevertDs unitRedRevert
     */
    void step(int greens, int busy, int nexts, int walking, boolean cutTrail, int unitRedRevertDs) {
        for (int i = 0; i < overlaps.length; i++) {
            Overlap overlap = overlaps[i];
            boolean barred =
                    ((busy | nexts) & modifiers[i]) != 0 || (walking & pedestrians[i]) != 0;
            boolean with = (greens & included[i]) != 0;
            boolean between = (nexts & included[i]) != 0 && (nexts & conflictPhases[i]) == 0;
            if (overlap.green()) {
                if (!barred && (with || between)) {
                    overlap.keep();
                } else {
                    overlap.release(barred || cutTrail);
                }
            } else if (with
                    && !barred
                    && ((busy | nexts) & conflictPhases[i]) == 0
                    && overlap.cleared()
                    && overlap.redRevertLeftDs(unitRedRevertDs) == 0
                    && othersCleared(i)) {
                overlap.start();
            }
        }
    }

    private boolean othersCleared(int place) {
        for (int rest = conflictOverlaps[place]; rest != 0; rest &= rest - 1) {
            if (!overlaps[Integer.numberOfTrailingZeros(rest)].cleared()) {
                return false;
            }
        }
        return true;
    }

    void abandon() {
        for (Overlap overlap : overlaps) {
            overlap.abandon();
        }
    }
}
