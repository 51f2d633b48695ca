package org.sinho.signal.zone;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;
import org.sinho.core.picture.StateCursor;

/**
 * Judges and counts sightings at the entries of the zone. Control thread only; allocates nothing
 * after construction.
 *
 * <pre>
 *   sighting ─▶ in time? ─▶ outward: left
 *                       └─▶ inward: class exempt? tag for this class, here, today? ─▶ else notice
 * </pre>
 */
public final class ZoneWatch {
    /** A sighting is worth nothing when its time differs more from control time. */
    static final int FRESH_MS = 5_000;

    /** One entry tells an operator at most so often; what it keeps back is summed up then. */
    static final int TELL_INTERVAL_MS = 60_000;

    private static final long NEVER = Long.MIN_VALUE / 2;

    /** Hears what an operator should. */
    public interface Listener {
        /**
         * Somebody entered without permission.
         *
         * @param entry where
         * @param vehicleClass code of its class
         */
        void onUnauthorized(int entry, int vehicleClass);

        /**
         * More did since the entry last told.
         *
         * @param entry where
         * @param count how many
         */
        void onMore(int entry, int count);
    }

    private final Listener listener;
    private final int[] entries;
    private final ZoneTag[] tags;
    private final int[] tagNumbers;
    private final boolean[] exempt = new boolean[VehicleClass.COUNT];
    private final long[] decisions = new long[ZoneDecision.COUNT];
    private final long[] inside = new long[VehicleClass.COUNT];
    private final long[] unauthorized;
    private final int[] untold;
    private final long[] toldMs;

    /**
     * Creates a watch that has seen nobody.
     *
     * @param rules who may enter
     * @param listener hears what an operator should
     */
    public ZoneWatch(ZoneRules rules, Listener listener) {
        this.listener = listener;
        entries = rules.entries().stream().mapToInt(Integer::intValue).sorted().toArray();
        List<ZoneTag> sorted =
                rules.tags().stream().sorted(Comparator.comparingInt(ZoneTag::number)).toList();
        tags = sorted.toArray(ZoneTag[]::new);
        tagNumbers = sorted.stream().mapToInt(ZoneTag::number).toArray();
        rules.exempt().forEach(free -> exempt[free.code()] = true);
        unauthorized = new long[entries.length];
        untold = new int[entries.length];
        toldMs = new long[entries.length];
        Arrays.fill(toldMs, NEVER);
    }

    /**
     * Judges a sighting.
     *
     * @param sighting what a reader saw
     * @param nowMs control time
     */
    public void onSighting(ZoneSighting sighting, long nowMs) {
        int index = Arrays.binarySearch(entries, sighting.entry());
        if (index < 0) {
            return; // No such entry: the intake takes only those of the settings.
        }
        ZoneDecision decision = judge(sighting, nowMs);
        decisions[decision.ordinal()]++;
        int vehicleClass = VehicleClass.of(sighting.vehicleClass()).code();
        if (decision == ZoneDecision.LEFT) {
            inside[vehicleClass]--;
        } else if (decision != ZoneDecision.BAD_TIME) {
            inside[vehicleClass]++;
        }
        if (decision.isUnauthorized()) {
            unauthorized[index]++;
            tell(index, vehicleClass, nowMs);
        }
    }

    private ZoneDecision judge(ZoneSighting sighting, long nowMs) {
        if (Math.abs(nowMs - sighting.seenUtcMs()) > FRESH_MS) {
            return ZoneDecision.BAD_TIME;
        }
        if (sighting.outward() != 0) {
            return ZoneDecision.LEFT;
        }
        VehicleClass vehicleClass = VehicleClass.of(sighting.vehicleClass());
        if (exempt[vehicleClass.code()]) {
            return ZoneDecision.EXEMPT;
        }
        if (sighting.tag() == 0) {
            return ZoneDecision.NO_TAG;
        }
        int index = Arrays.binarySearch(tagNumbers, sighting.tag());
        return index < 0
                ? ZoneDecision.UNKNOWN_TAG
                : judge(tags[index], vehicleClass, sighting.entry(), nowMs);
    }

    private static ZoneDecision judge(ZoneTag tag, VehicleClass seen, int entry, long nowMs) {
        if (tag.vehicleClass() != seen) {
            return ZoneDecision.WRONG_CLASS;
        }
        if (nowMs > tag.validUntilUtcMs()) {
            return ZoneDecision.EXPIRED;
        }
        boolean opens = tag.entries().isEmpty();
        for (int i = 0; i < tag.entries().size(); i++) {
            opens |= tag.entries().get(i) == entry;
        }
        return opens ? ZoneDecision.TAGGED : ZoneDecision.WRONG_ENTRY;
    }

    private void tell(int index, int vehicleClass, long nowMs) {
        if (nowMs - toldMs[index] < TELL_INTERVAL_MS) {
            untold[index]++;
            return;
        }
        toldMs[index] = nowMs;
        listener.onUnauthorized(entries[index], vehicleClass);
    }

    /**
     * Sums up what entries kept back, when their time has come.
     *
     * @param nowMs control time
     */
    public void onTick(long nowMs) {
        for (int i = 0; i < entries.length; i++) {
            if (untold[i] > 0 && nowMs - toldMs[i] >= TELL_INTERVAL_MS) {
                listener.onMore(entries[i], untold[i]);
                untold[i] = 0;
                toldMs[i] = nowMs;
            }
        }
    }

    /**
     * Visits the state. Without a zone there is none: a journal from before zones replays as ever.
     *
     * @param cursor saves or restores
     */
    public void visit(StateCursor cursor) {
        if (entries.length > 0) {
            cursor.visit(decisions);
            cursor.visit(inside);
            cursor.visit(unauthorized);
            cursor.visit(untold);
            cursor.visit(toldMs);
        }
    }

    /**
     * Sums up, for summaries and pages, not for decisions.
     *
     * @return figures since the journal began
     */
    public ZoneFigures figures() {
        Map<ZoneDecision, Long> byDecision = new EnumMap<>(ZoneDecision.class);
        for (ZoneDecision decision : ZoneDecision.values()) {
            put(byDecision, decision, decisions[decision.ordinal()]);
        }
        Map<Integer, Long> byEntry = new TreeMap<>();
        for (int i = 0; i < entries.length; i++) {
            put(byEntry, entries[i], unauthorized[i]);
        }
        Map<VehicleClass, Long> byClass = new EnumMap<>(VehicleClass.class);
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            put(byClass, vehicleClass, inside[vehicleClass.code()]);
        }
        return new ZoneFigures(byDecision, byEntry, byClass);
    }

    private static <K> void put(Map<K, Long> counts, K key, long count) {
        if (count != 0) {
            counts.put(key, count);
        }
    }
}
