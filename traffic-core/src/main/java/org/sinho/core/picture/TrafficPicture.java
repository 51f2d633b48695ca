package org.sinho.core.picture;

import java.util.Arrays;
import org.sinho.core.event.VehicleReport;

/**
 * The vehicles that reported lately, each with its place on a lane.
 *
 * <p>A table of sets of four: a vehicle's set follows from its signer and temporary id, a new one
 * takes the place that was silent longest. So it is bounded, needs no deletion, and its content is
 * a function of the events alone. Control thread only.
 *
 * <p>A signature is checked about once a second per signer. Between two checks anyone could send
 * under a vehicle's digest, so a report that was not checked is believed only where the last
 * checked one leads: near the place that its speed and heading have taken the vehicle to.
 */
public final class TrafficPicture {
    private static final int SET_COUNT = 2_048;
    private static final int WAY_COUNT = 4;

    /** Slots of the table; iterate 0 to this. */
    public static final int SLOT_COUNT = SET_COUNT * WAY_COUNT;

    /** A vehicle silent for longer is gone, milliseconds. */
    public static final int SILENCE_LIMIT_MS = 2_000;

    /** A signer unchecked for longer is not believed (E-08), milliseconds. */
    public static final int VERIFIED_LIMIT_MS = 3_000;

    private static final int LANE_TOLERANCE_CM = 250;

    /**
     * How far beside the checked track an unchecked report may lie at once, and more per second.
     */
    private static final int TRACK_TOLERANCE_CM = 500;

    private static final int TRACK_DRIFT_CMPS = 500;

    /** How much an unchecked speed may differ from the checked one at once, and per second. */
    private static final int SPEED_TOLERANCE_CMPS = 100;

    private static final int SPEED_DRIFT_CMPS = 800;
    private static final int SPEED_UNAVAILABLE = 65_535;
    private static final int HEADING_UNAVAILABLE = 65_535;
    private static final double CM_PER_E7 = 1.11319491;

    private final LaneMap[] sites;
    private final long[] signer = new long[SLOT_COUNT];
    private final int[] temporaryId = new int[SLOT_COUNT];
    private final long[] heardMs = new long[SLOT_COUNT];
    private final long[] verifiedMs = new long[SLOT_COUNT];
    private final int[] latitudeE7 = new int[SLOT_COUNT];
    private final int[] longitudeE7 = new int[SLOT_COUNT];
    private final int[] speedCmps = new int[SLOT_COUNT];
    private final int[] checkedLatitudeE7 = new int[SLOT_COUNT];
    private final int[] checkedLongitudeE7 = new int[SLOT_COUNT];
    private final int[] checkedSpeedCmps = new int[SLOT_COUNT];
    private final int[] checkedHeadingCdeg = new int[SLOT_COUNT];
    private final int[] site = new int[SLOT_COUNT];
    private final int[] lane = new int[SLOT_COUNT];
    private final int[] distanceCm = new int[SLOT_COUNT];

    /** Trusted vehicles by site, derived from the above for one moment; not part of the state. */
    private final int[] approaching = new int[SLOT_COUNT];

    private final int[] approachingFrom;
    private long approachingMs;
    private boolean approachingKnown;

    /**
     * Creates an empty picture.
     *
     * @param sites geometry of each site, in the order of their site indexes
     */
    public TrafficPicture(LaneMap[] sites) {
        this.sites = sites.clone();
        approachingFrom = new int[sites.length + 1];
        Arrays.fill(site, LaneMap.NONE);
        Arrays.fill(lane, LaneMap.NONE);
        // Long ago, yet far enough from the end of the range that an age cannot overflow.
        Arrays.fill(heardMs, Long.MIN_VALUE / 2);
        Arrays.fill(verifiedMs, Long.MIN_VALUE / 2);
    }

    /**
     * Folds one report in.
     *
     * @param report as decoded by the gateway
     * @param nowMs control time, milliseconds
     */
    public void apply(VehicleReport report, long nowMs) {
        boolean checked = report.verified() == 1;
        approachingKnown = false;
        int slot = slotFor(report.signer(), report.temporaryId(), checked, nowMs);
        if (slot < 0) {
            return;
        }
        if (checked) {
            verifiedMs[slot] = nowMs;
            checkedLatitudeE7[slot] = report.latitudeE7();
            checkedLongitudeE7[slot] = report.longitudeE7();
            checkedSpeedCmps[slot] = report.speedCmps();
            checkedHeadingCdeg[slot] = report.headingCdeg();
        } else if (isTrusted(slot, nowMs) && leavesTrack(slot, report, nowMs)) {
            return; // Not from this vehicle, or not true: neither may move it.
        }
        heardMs[slot] = nowMs;
        latitudeE7[slot] = report.latitudeE7();
        longitudeE7[slot] = report.longitudeE7();
        speedCmps[slot] = report.speedCmps();
        place(slot);
    }

    private boolean leavesTrack(int slot, VehicleReport report, long nowMs) {
        long ageMs = nowMs - verifiedMs[slot];
        double toleranceCm = TRACK_TOLERANCE_CM + TRACK_DRIFT_CMPS * ageMs / 1_000.0;
        boolean speedKnown = checkedSpeedCmps[slot] != SPEED_UNAVAILABLE;
        long speedGap = Math.abs((long) report.speedCmps() - checkedSpeedCmps[slot]);
        if (speedKnown && speedGap > SPEED_TOLERANCE_CMPS + SPEED_DRIFT_CMPS * ageMs / 1_000) {
            return true; // Nobody brakes or speeds up like that: who would, would be checked.
        }
        return trackGapCm(slot, report.latitudeE7(), report.longitudeE7(), nowMs) > toleranceCm;
    }

    /**
     * Returns how far a position is from where a vehicle must be by its last checked report, whose
     * speed and heading are carried on to now.
     *
     * @param slot a trusted vehicle
     * @param latE7 latitude, tenths of a microdegree
     * @param lonE7 longitude, tenths of a microdegree
     * @param nowMs control time, milliseconds
     * @return centimeters
     */
    public double trackGapCm(int slot, int latE7, int lonE7, long nowMs) {
        double north = (latE7 - checkedLatitudeE7[slot]) * CM_PER_E7;
        double east =
                ((double) lonE7 - checkedLongitudeE7[slot])
                        * CM_PER_E7
                        * StrictMath.cos(StrictMath.toRadians(checkedLatitudeE7[slot] * 1e-7));
        if (checkedSpeedCmps[slot] != SPEED_UNAVAILABLE
                && checkedHeadingCdeg[slot] != HEADING_UNAVAILABLE) {
            double wayCm = checkedSpeedCmps[slot] * (nowMs - verifiedMs[slot]) / 1_000.0;
            double heading = StrictMath.toRadians(checkedHeadingCdeg[slot] / 100.0);
            north -= wayCm * StrictMath.cos(heading);
            east -= wayCm * StrictMath.sin(heading);
        }
        return Math.sqrt(north * north + east * east);
    }

    /**
     * Returns how long ago a vehicle's signature was last checked and right.
     *
     * @param slot the vehicle
     * @param nowMs control time, milliseconds
     * @return milliseconds
     */
    public long checkedAgeMs(int slot, long nowMs) {
        return nowMs - verifiedMs[slot];
    }

    /**
     * Returns the vehicle's place; -1 when a report that was not checked finds only trusted ones.
     */
    private int slotFor(long reportSigner, int reportId, boolean checked, long nowMs) {
        long mixed = (reportSigner ^ ((long) reportId << 32)) * 0x9E37_79B9_7F4A_7C15L;
        int first = (int) (mixed >>> 53) * WAY_COUNT; // the upper 11 bits: 2,048 sets
        int victim = first;
        for (int slot = first; slot < first + WAY_COUNT; slot++) {
            if (temporaryId[slot] == reportId
                    && signer[slot] == reportSigner
                    && isPresent(slot, nowMs)) {
                return slot;
            }
            boolean trusted = isTrusted(slot, nowMs);
            boolean victimTrusted = isTrusted(victim, nowMs);
            if (victimTrusted == trusted ? heardMs[slot] < heardMs[victim] : victimTrusted) {
                victim = slot;
            }
        }
        if (!checked && isTrusted(victim, nowMs)) {
            return -1; // Made-up ids must not push out those who have shown who they are.
        }
        signer[victim] = reportSigner;
        temporaryId[victim] = reportId;
        verifiedMs[victim] = Long.MIN_VALUE / 2;
        return victim;
    }

    private void place(int slot) {
        for (int index = 0; index < sites.length; index++) {
            LaneMap map = sites[index];
            if (map.locate(latitudeE7[slot], longitudeE7[slot], LANE_TOLERANCE_CM)) {
                site[slot] = index;
                lane[slot] = map.lane();
                distanceCm[slot] = map.distanceCm();
                return;
            }
        }
        site[slot] = LaneMap.NONE;
    }

    /**
     * Finds the vehicles that may influence a signal, by the site that they approach. Walks the
     * table once for all sites and all who ask in the same moment.
     *
     * @param nowMs control time, milliseconds
     */
    public void seek(long nowMs) {
        if (approachingKnown && approachingMs == nowMs) {
            return;
        }
        Arrays.fill(approachingFrom, 0);
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (site[slot] != LaneMap.NONE && isTrusted(slot, nowMs)) {
                approachingFrom[site[slot]]++;
            }
        }
        for (int i = 1; i < approachingFrom.length; i++) {
            approachingFrom[i] += approachingFrom[i - 1]; // Where the site's part ends.
        }
        for (int slot = SLOT_COUNT - 1; slot >= 0; slot--) {
            if (site[slot] != LaneMap.NONE && isTrusted(slot, nowMs)) {
                approaching[--approachingFrom[site[slot]]] = slot; // At last: where it begins.
            }
        }
        approachingMs = nowMs;
        approachingKnown = true;
    }

    /**
     * Counts the trusted vehicles that approach a site, as of the last {@link #seek}.
     *
     * @param siteIndex the site
     * @return 0 to {@link #SLOT_COUNT}
     */
    public int approachingCount(int siteIndex) {
        return approachingFrom[siteIndex + 1] - approachingFrom[siteIndex];
    }

    /**
     * Returns one of the trusted vehicles that approach a site, as of the last {@link #seek}.
     *
     * @param siteIndex the site
     * @param i 0 to {@link #approachingCount} - 1, in the order of the slots
     * @return its slot
     */
    public int approaching(int siteIndex, int i) {
        return approaching[approachingFrom[siteIndex] + i];
    }

    /**
     * Tells whether a slot holds a vehicle that still reports.
     *
     * @param slot 0 to {@link #SLOT_COUNT} - 1
     * @param nowMs control time, milliseconds
     * @return whether it reported within {@link #SILENCE_LIMIT_MS}
     */
    public boolean isPresent(int slot, long nowMs) {
        return nowMs - heardMs[slot] <= SILENCE_LIMIT_MS;
    }

    /**
     * Tells whether a vehicle may influence a signal: present and lately checked.
     *
     * @param slot 0 to {@link #SLOT_COUNT} - 1
     * @param nowMs control time, milliseconds
     * @return whether its signer was verified within {@link #VERIFIED_LIMIT_MS}
     */
    public boolean isTrusted(int slot, long nowMs) {
        return isPresent(slot, nowMs) && nowMs - verifiedMs[slot] <= VERIFIED_LIMIT_MS;
    }

    /**
     * Finds a vehicle by its temporary id.
     *
     * @param id J2735 temporary id
     * @param nowMs control time, milliseconds
     * @return its slot, or -1 when no trusted vehicle has the id
     */
    public int findTrusted(int id, long nowMs) {
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (temporaryId[slot] == id && isTrusted(slot, nowMs)) {
                return slot;
            }
        }
        return -1;
    }

    /**
     * Returns who signs for a vehicle.
     *
     * @param slot the vehicle
     * @return HashedId8 of the certificate
     */
    public long signer(int slot) {
        return signer[slot];
    }

    /**
     * Returns the site that a vehicle approaches.
     *
     * @param slot the vehicle
     * @return site index, or {@link LaneMap#NONE}
     */
    public int site(int slot) {
        return site[slot];
    }

    /**
     * Returns the lane that a vehicle is in.
     *
     * @param slot the vehicle
     * @return lane index of its site's {@link LaneMap}
     */
    public int lane(int slot) {
        return lane[slot];
    }

    /**
     * Returns how far a vehicle is from its stop line.
     *
     * @param slot the vehicle
     * @return centimeters along the lane
     */
    public int distanceCm(int slot) {
        return distanceCm[slot];
    }

    /**
     * Returns how fast a vehicle drives.
     *
     * @param slot the vehicle
     * @return centimeters per second; 65535 unavailable
     */
    public int speedCmps(int slot) {
        return speedCmps[slot];
    }

    /**
     * Returns where a vehicle is.
     *
     * @param slot the vehicle
     * @return latitude, tenths of a microdegree
     */
    public int latitudeE7(int slot) {
        return latitudeE7[slot];
    }

    /**
     * Returns where a vehicle is.
     *
     * @param slot the vehicle
     * @return longitude, tenths of a microdegree
     */
    public int longitudeE7(int slot) {
        return longitudeE7[slot];
    }

    /**
     * Returns when a vehicle last reported.
     *
     * @param slot the vehicle
     * @return control time, milliseconds
     */
    public long heardMs(int slot) {
        return heardMs[slot];
    }

    /**
     * Counts the vehicles that still report.
     *
     * @param nowMs control time, milliseconds
     * @return 0 to {@link #SLOT_COUNT}
     */
    public int count(long nowMs) {
        int count = 0;
        for (int slot = 0; slot < SLOT_COUNT; slot++) {
            if (isPresent(slot, nowMs)) {
                count++;
            }
        }
        return count;
    }

    /**
     * Saves or restores the picture.
     *
     * @param cursor over the state
     */
    public void visit(StateCursor cursor) {
        approachingKnown = false;
        cursor.visit(signer);
        cursor.visit(temporaryId);
        cursor.visit(heardMs);
        cursor.visit(verifiedMs);
        cursor.visit(latitudeE7);
        cursor.visit(longitudeE7);
        cursor.visit(speedCmps);
        cursor.visit(checkedLatitudeE7);
        cursor.visit(checkedLongitudeE7);
        cursor.visit(checkedSpeedCmps);
        cursor.visit(checkedHeadingCdeg);
        cursor.visit(site);
        cursor.visit(lane);
        cursor.visit(distanceCm);
    }
}
