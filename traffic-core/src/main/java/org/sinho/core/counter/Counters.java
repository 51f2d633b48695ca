package org.sinho.core.counter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/** All counters of one process. Any thread; allocation-free. */
public final class Counters {
    private static final CounterId[] IDS = CounterId.values();

    private final AtomicLongArray values = new AtomicLongArray(IDS.length);

    /** Creates counters that are all zero. */
    public Counters() {}

    /**
     * Counts one.
     *
     * @param id what
     */
    public void increment(CounterId id) {
        values.getAndIncrement(id.ordinal());
    }

    /**
     * Returns a count.
     *
     * @param id what
     * @return since the process started
     */
    public long get(CounterId id) {
        return values.get(id.ordinal());
    }

    /**
     * Returns all counts that are not zero.
     *
     * @return count by name, in the order of {@link CounterId}
     */
    public Map<String, Long> nonZero() {
        Map<String, Long> result = new LinkedHashMap<>();
        for (CounterId id : IDS) {
            if (get(id) != 0) {
                result.put(id.name(), get(id));
            }
        }
        return result;
    }
}
