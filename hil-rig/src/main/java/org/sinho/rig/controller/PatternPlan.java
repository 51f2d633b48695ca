package org.sinho.rig.controller;

import java.util.List;

/**
 * One pattern laid out over its cycle: when each phase has to end, reckoned from the first yield
 * point of the coordinated phases.
 *
 * <p>Splits stand one after another in the order of the sequence, ring by ring, from one barrier to
 * the next. The force-off point of a phase leaves room for the longest clearance behind it.
 */
final class PatternPlan {
    /** localFreeStatus: the pattern can be run. */
    static final int GOOD = 2;

    /** localFreeStatus: splits are missing, or rings would not meet at the barriers. */
    static final int BAD_PLAN = 7;

    /** localFreeStatus: splits do not add up to the cycle. */
    static final int BAD_CYCLE = 8;

    /** localFreeStatus: a split is too short for minimum green, pedestrians and clearance. */
    static final int SPLIT_OVERRUN = 9;

    /** localFreeStatus: the offset is not within the cycle. */
    static final int BAD_OFFSET = 10;

    /** Most that a cycle may be shortened while it comes into step, percent of its length. */
    private static final int MOST_SUBTRACT_PERCENT = 20;

    /** Less than this is not worth it: the correction would take too long. */
    private static final int LEAST_SUBTRACT_PERCENT = 5;

    private final PatternTiming timing;
    private final ControllerDatabase db;
    private final int[] startDs = new int[17];
    private final int[] forceOffDs = new int[17];
    private final int[] neededDs = new int[17];
    private int served;
    private int coordinated;
    private int zeroPhase;
    private int zeroDs;
    private int lastForceOffDs;
    private int subtractPercent = MOST_SUBTRACT_PERCENT;
    private final int status;

    PatternPlan(PatternTiming timing, ControllerDatabase db) {
        this.timing = timing;
        this.db = db;
        coordinated = PreemptUnit.mask(timing.coordinatedPhases());
        for (PatternTiming.Split split : timing.splits()) {
            if (split.timeS() > 0 && split.mode() != SplitMode.OMITTED) {
                served |= 1 << (split.phase() - 1);
            }
        }
        int found = layOut();
        status = found == GOOD ? splits() : found;
        if (status == GOOD) {
            reckonFromYield();
        }
    }

    private int layOut() {
        if ((coordinated & ~served) != 0) {
            return BAD_PLAN;
        }
        if (timing.offsetS() >= timing.cycleS()) {
            return BAD_OFFSET;
        }
        List<List<List<Integer>>> rings = rings();
        int groupCount = rings.getFirst().size();
        int atDs = 0;
        for (int group = 0; group < groupCount; group++) {
            int lengthDs = -1;
            for (List<List<Integer>> ring : rings) {
                int ringDs = lay(ring.get(group), atDs);
                if (!ring.get(group).isEmpty()) {
                    if (lengthDs >= 0 && ringDs != lengthDs) {
                        return BAD_PLAN;
                    }
                    lengthDs = ringDs;
                }
            }
            atDs += Math.max(0, lengthDs);
        }
        return atDs == cycleDs() ? GOOD : BAD_CYCLE;
    }

    private int lay(List<Integer> phases, int fromDs) {
        int atDs = fromDs;
        for (int number : phases) {
            if (serves(number)) {
                startDs[number] = atDs;
                atDs += timing.split(number).timeS() * 10;
            }
        }
        return atDs - fromDs;
    }

    private int splits() {
        for (PhaseTiming phase : db.phases()) {
            int number = phase.number();
            if (!serves(number)) {
                continue;
            }
            int clearanceDs = clearanceDs(phase);
            neededDs[number] = Math.max(minimumDs(phase), phase.pedestrianServiceDs());
            int spareDs = timing.split(number).timeS() * 10 - clearanceDs - neededDs[number];
            if (spareDs < 0) {
                return SPLIT_OVERRUN;
            }
            forceOffDs[number] = startDs[number] + timing.split(number).timeS() * 10 - clearanceDs;
            // A cycle run faster must still hold what is timed in full.
            int percent = 100 * spareDs / (clearanceDs + neededDs[number]);
            subtractPercent = Math.min(subtractPercent, percent);
        }
        return GOOD;
    }

    private int minimumDs(PhaseTiming phase) {
        int minimumS = phase.minimumGreenS();
        for (OverlapTiming overlap : db.overlaps()) {
            if (overlap.includedPhases().contains(phase.number())) {
                minimumS = Math.max(minimumS, overlap.minimumGreenS());
            }
        }
        return minimumS * 10;
    }

    private int clearanceDs(PhaseTiming phase) {
        int clearanceDs = phase.yellowChangeDs() + phase.redClearDs();
        for (OverlapTiming overlap : db.overlaps()) {
            if (overlap.includedPhases().contains(phase.number())) {
                clearanceDs = Math.max(clearanceDs, overlap.changeDs());
            }
        }
        return clearanceDs;
    }

    private void reckonFromYield() {
        for (int number : timing.coordinatedPhases()) {
            boolean first = zeroPhase == 0 || startDs[number] < startDs[zeroPhase];
            zeroPhase = first ? number : zeroPhase;
        }
        zeroDs = startDs[zeroPhase];
        int yieldDs = Integer.MAX_VALUE;
        for (int number : timing.coordinatedPhases()) {
            yieldDs = Math.min(yieldDs, forceOffDs[number]);
        }
        for (int number = 1; number <= 16; number++) {
            if (serves(number)) {
                forceOffDs[number] = Math.floorMod(forceOffDs[number] - yieldDs, cycleDs());
                lastForceOffDs = Math.max(lastForceOffDs, forceOffDs[number]);
            }
        }
        zeroDs = Math.floorMod(zeroDs - yieldDs, cycleDs());
    }

    PatternTiming timing() {
        return timing;
    }

    /** {@return localFreeStatus that the pattern deserves, {@link #GOOD} if it can be run} */
    int status() {
        return status;
    }

    List<List<List<Integer>>> rings() {
        int sequence = timing.sequence();
        return sequence == 1 ? db.sequence() : db.coordination().sequences().get(sequence - 2);
    }

    int cycleDs() {
        return timing.cycleS() * 10;
    }

    /** {@return begin of the first coordinated green, counted from the first yield point} */
    int zeroDs() {
        return zeroDs;
    }

    /** {@return the coordinated phase whose green begins first} */
    int zeroPhase() {
        return zeroPhase;
    }

    int coordinated() {
        return coordinated;
    }

    boolean serves(int number) {
        return (served >> (number - 1) & 1) != 0;
    }

    int served() {
        return served;
    }

    /** {@return force-off point of a phase, counted from the first yield point} */
    int forceOffDs(int number) {
        return forceOffDs[number];
    }

    int lastForceOffDs() {
        return lastForceOffDs;
    }

    SplitMode mode(int number) {
        PatternTiming.Split split = timing.split(number);
        return split == null ? SplitMode.OMITTED : split.mode();
    }

    /** {@return by how much a cycle may be run faster, percent; 0 = not at all} */
    int subtractPercent() {
        return subtractPercent < LEAST_SUBTRACT_PERCENT ? 0 : subtractPercent;
    }
}
