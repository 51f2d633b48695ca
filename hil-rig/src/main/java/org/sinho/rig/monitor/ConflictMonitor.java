package org.sinho.rig.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watches the lamps of one junction, sample by sample, against its own program card.
 *
 * <p>Two things come out. Violations are breaches of the state rules, stricter than any hardware.
 * Trips are what a cabinet monitor would latch: {@link #flashCommanded} then stays true until
 * {@link #reset}, and the caller has to take the lamps into flash. Not thread-safe.
 */
public final class ConflictMonitor {
    private final MonitorCard card;
    private final int skewMs;
    private final Findings findings = new Findings();
    private final List<FaceWatch> faces = new ArrayList<>();
    private final List<CrossingWatch> crossings = new ArrayList<>();
    private final ConflictTimer conflictTimer = new ConflictTimer();
    private final FlashWatch flashWatch;
    private final long[] conflictTold = new long[MonitorCard.MOVEMENTS];
    private LampListener listener = (timeMs, kind, number, state) -> {};
    private long lastMs;
    private boolean started;

    /**
     * Creates a monitor that has seen nothing: its first sample comes out of the dark.
     *
     * @param card program card
     * @param skewMs how far samples of different lamps may be apart, milliseconds: 0 in simulation,
     *     up to 200 on a bench
     */
    public ConflictMonitor(MonitorCard card, int skewMs) {
        MonitorCard.within("skewMs", skewMs, 0, 200, " of the monitor");
        this.card = card;
        this.skewMs = skewMs;
        card.faces().forEach(face -> faces.add(new FaceWatch(face, skewMs, findings)));
        card.crossings().forEach(c -> crossings.add(new CrossingWatch(c, skewMs, findings)));
        flashWatch = new FlashWatch(card, skewMs, findings);
    }

    /**
     * Sets who is told of lamp changes; nobody until then.
     *
     * @param to called within {@link #sample}
     */
    public void lampListener(LampListener to) {
        listener = to;
    }

    /**
     * Says that the junction is already running: what the next sample shows began at a time unknown
     * and is not judged by its length or by what was before it. Until then a monitor's first sample
     * comes out of the dark.
     */
    public void join() {
        faces.forEach(FaceWatch::forget);
        crossings.forEach(CrossingWatch::forget);
        beginAnew();
    }

    /**
     * Says that the lamps can no longer be read. The listener is told that all are dark, as who
     * cannot see them has to take them; nothing is judged until they are read again, which is a
     * {@link #join}.
     *
     * @param timeMs when, milliseconds since the Unix epoch
     */
    public void lose(long timeMs) {
        for (FaceWatch face : faces) {
            if (face.forget()) {
                listener.onLamp(timeMs, kind(face), face.card().number(), FaceLamp.DARK.shown());
            }
        }
        for (CrossingWatch crossing : crossings) {
            if (crossing.forget()) {
                int phase = crossing.card().phase();
                listener.onLamp(timeMs, "ped", phase, CrossingLamp.DARK.shown());
            }
        }
        beginAnew();
    }

    private void beginAnew() {
        flashWatch.forget();
        conflictTimer.reset();
        Arrays.fill(conflictTold, 0L);
        started = false;
    }

    /**
     * Takes one sample of all lamps of a junction without overlaps.
     *
     * @param timeMs when, milliseconds since the Unix epoch, never decreasing
     * @param reds vehicle red
     * @param yellows vehicle yellow
     * @param greens vehicle green
     * @param walks WALK
     * @param pedestrianClears flashing DON'T WALK
     * @param dontWalks steady DON'T WALK
     * @param flash faces whose lamp flashes
     */
    public void sample(
            long timeMs,
            int reds,
            int yellows,
            int greens,
            int walks,
            int pedestrianClears,
            int dontWalks,
            int flash) {
        sample(
                timeMs,
                reds,
                yellows,
                greens,
                walks,
                pedestrianClears,
                dontWalks,
                flash,
                0,
                0,
                0,
                0);
    }

    /**
     * Takes one sample of all lamps. Bit n - 1 of each mask stands for phase n, or overlap n.
     *
     * @param timeMs when, milliseconds since the Unix epoch, never decreasing
     * @param reds vehicle red
     * @param yellows vehicle yellow
     * @param greens vehicle green
     * @param walks WALK
     * @param pedestrianClears flashing DON'T WALK
     * @param dontWalks steady DON'T WALK
     * @param flash faces whose lamp flashes
     * @param overlapReds overlap red
     * @param overlapYellows overlap yellow
     * @param overlapGreens overlap green
     * @param overlapFlash overlaps whose lamp flashes
     */
    public void sample(
            long timeMs,
            int reds,
            int yellows,
            int greens,
            int walks,
            int pedestrianClears,
            int dontWalks,
            int flash,
            int overlapReds,
            int overlapYellows,
            int overlapGreens,
            int overlapFlash) {
        boolean judged = !findings.latched();
        long allYellows = movements(yellows, overlapYellows);
        long allGreens = movements(greens, overlapGreens);
        long greenBefore =
                faces(
                        timeMs,
                        movements(reds, overlapReds),
                        allYellows,
                        allGreens,
                        movements(flash, overlapFlash),
                        judged);
        int walkBefore = 0;
        for (CrossingWatch crossing : crossings) {
            int shift = crossing.card().phase() - 1;
            walkBefore |= crossing.walk() ? 1 << shift : 0;
            CrossingLamp now =
                    CrossingLamp.of(
                            on(walks, shift), on(pedestrianClears, shift), on(dontWalks, shift));
            boolean parallelGreen = on(allGreens, crossing.card().parallel() - 1);
            if (crossing.sample(timeMs, now, parallelGreen, judged)) {
                listener.onLamp(timeMs, "ped", crossing.card().phase(), now.shown());
            }
        }
        flashWatch.sample(timeMs, faces, judged);
        if (judged) {
            rightOfWay(timeMs);
            intergreen(timeMs, greenBefore, walkBefore);
            displays(timeMs, allGreens | allYellows, walks);
        }
        lastMs = timeMs;
        started = true;
    }

    /** Shows all faces a sample; returns which were green before. */
    private long faces(
            long timeMs, long reds, long yellows, long greens, long flash, boolean judged) {
        long greenBefore = 0;
        for (FaceWatch face : faces) {
            int shift = face.movement() - 1;
            greenBefore |= face.green() ? 1L << shift : 0;
            FaceLamp now =
                    FaceLamp.of(
                            on(reds, shift),
                            on(yellows, shift),
                            on(greens, shift),
                            on(flash, shift));
            if (face.sample(timeMs, now, judged)) {
                listener.onLamp(timeMs, kind(face), face.card().number(), now.shown());
            }
        }
        return greenBefore;
    }

    private static String kind(FaceWatch face) {
        return face.card().overlap() ? "overlap" : "phase";
    }

    private static long movements(int phases, int overlaps) {
        return phases & 0xFFFFL | (overlaps & 0xFFFFL) << MonitorCard.FIRST_OVERLAP;
    }

    private static boolean on(long mask, int shift) {
        return shift >= 0 && (mask >> shift & 1) != 0;
    }

    /** Rule S-01, with red clearance and buffer kept by the monitor's own book. */
    private void rightOfWay(long timeMs) {
        long having = 0;
        for (FaceWatch face : faces) {
            having |= face.rightOfWay(timeMs) ? 1L << (face.movement() - 1) : 0;
        }
        for (CrossingWatch crossing : crossings) {
            having |= crossing.rightOfWay(timeMs) ? 1L << (crossing.movement() - 1) : 0;
        }
        for (int i = 0; i < conflictTold.length; i++) {
            long against = (having >> i & 1) != 0 ? card.forbidden()[i] & having : 0;
            for (long fresh = against & ~conflictTold[i]; fresh != 0; fresh &= fresh - 1) {
                int other = Long.numberOfTrailingZeros(fresh);
                if (other > i) {
                    findings.violation(Rule.S01, timeMs, pair(i + 1, other + 1));
                }
            }
            conflictTold[i] = against;
        }
    }

    private static String pair(int a, int b) {
        return MonitorCard.name(a) + " and " + MonitorCard.name(b);
    }

    private void intergreen(long timeMs, long greenBefore, int walkBefore) {
        for (FaceWatch face : faces) {
            if (face.green() && !on(greenBefore, face.movement() - 1)) {
                starts(timeMs, face.movement());
            }
        }
        for (CrossingWatch crossing : crossings) {
            if (crossing.walk() && !on(walkBefore, crossing.card().phase() - 1)) {
                starts(timeMs, crossing.movement());
            }
        }
    }

    private void starts(long timeMs, int b) {
        for (FaceWatch face : faces) {
            intergreen(timeMs, face.movement(), face.greenEndMs(), b);
        }
        for (CrossingWatch crossing : crossings) {
            intergreen(timeMs, crossing.movement(), crossing.clearanceEndMs(), b);
        }
    }

    private void intergreen(long timeMs, int a, long endMs, int b) {
        long neededMs = card.intergreenDs()[a - 1][b - 1] * 100L - skewMs;
        if ((card.forbidden()[a - 1] >> (b - 1) & 1) != 0 && timeMs - endMs < neededMs) {
            findings.violation(
                    Rule.S02,
                    timeMs,
                    MonitorCard.name(b)
                            + " starts "
                            + (timeMs - endMs)
                            + " ms after "
                            + MonitorCard.name(a));
        }
    }

    /** The hardware's view: lamps only, no clearance book. */
    private void displays(long timeMs, long vehicles, int walks) {
        long shown = 0;
        for (FaceWatch face : faces) {
            int shift = face.movement() - 1;
            boolean flashing = face.lamp().flashing();
            shown |= on(vehicles, shift) && !flashing ? 1L << shift : 0;
        }
        for (CrossingWatch crossing : crossings) {
            shown |= on(walks, crossing.card().phase() - 1) ? 1L << (crossing.movement() - 1) : 0;
        }
        long against = 0;
        for (long rest = shown; rest != 0; rest &= rest - 1) {
            against |= card.forbidden()[Long.numberOfTrailingZeros(rest)] & shown;
        }
        if (conflictTimer.sample(against != 0, started ? timeMs - lastMs : 0)) {
            findings.trip(TripCause.CONFLICT, timeMs, "movements 0x" + Long.toHexString(against));
        }
    }

    /** {@return whether a hardware fault is latched, so that the cabinet must flash} */
    public boolean flashCommanded() {
        return findings.latched();
    }

    /**
     * Latches a trip by hand, as the flash switch of the cabinet does.
     *
     * @param timeMs when, milliseconds since the Unix epoch
     */
    public void flashSwitch(long timeMs) {
        findings.trip(TripCause.FLASH_SWITCH, timeMs, "by hand");
    }

    /** Releases a latched fault, as the button on the monitor does. */
    public void reset() {
        findings.unlatch();
        conflictTimer.reset();
    }

    /** {@return the violations seen so far, oldest first, at most the first 10,000} */
    public List<Violation> violations() {
        return List.copyOf(findings.violations());
    }

    /** {@return how many violations there were} */
    public long violationCount() {
        return findings.violationCount();
    }

    /** {@return the trips so far, oldest first} */
    public List<Trip> trips() {
        return List.copyOf(findings.trips());
    }
}
