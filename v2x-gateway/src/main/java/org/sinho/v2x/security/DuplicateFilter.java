package org.sinho.v2x.security;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Says whether the same octets were heard a moment ago, before anything costly is done with them.
 *
 * <p>Remembers keyed 64-bit hashes (SipHash-2-4) in two tables of which the older is forgotten when
 * the younger is full or its period over. So a datagram is remembered for one to two periods, or
 * for less when more arrive than were foreseen; memory never grows. This is a filter of load, not
 * of replays: those are judged in the control core. No allocation, no lock; one thread.
 */
public final class DuplicateFilter {
    private static final long EMPTY = 0;

    private final int capacity;
    private final long periodMs;
    private final long key0;
    private final long key1;
    private final int mask;
    private long[] younger;
    private long[] older;
    private int count;
    private long startMs;

    /**
     * Makes an empty filter.
     *
     * @param capacity datagrams foreseen per period, 1 to 2^24
     * @param periodMs period, 1 ms or more
     * @param key0 first half of a secret key: without it nobody can make an octet string that hides
     *     another
     * @param key1 second half
     * @throws IllegalArgumentException when capacity or period is out of its range
     */
    public DuplicateFilter(int capacity, long periodMs, long key0, long key1) {
        if (capacity < 1 || capacity > 1 << 24 || periodMs < 1) {
            throw new IllegalArgumentException(
                    "duplicate filter: capacity 1..2^24 and period 1.. ms are allowed, not "
                            + capacity
                            + " and "
                            + periodMs);
        }
        this.capacity = capacity;
        this.periodMs = periodMs;
        this.key0 = key0;
        this.key1 = key1;
        int places = Integer.highestOneBit(capacity) << 2; // At most half full.
        mask = places - 1;
        younger = new long[places];
        older = new long[places];
        startMs = Long.MIN_VALUE;
    }

    /**
     * Remembers a datagram and says whether it was already known.
     *
     * @param buffer buffer that holds it
     * @param offset first octet
     * @param length number of octets, all within the buffer
     * @param nowMs now on any clock of milliseconds; one that steps back only delays forgetting
     * @return true when the very same octets are remembered
     */
    public boolean seen(DirectBuffer buffer, int offset, int length, long nowMs) {
        forget(nowMs);
        long hash = hash(buffer, offset, length, key0, key1);
        long tag = hash == EMPTY ? 1 : hash;
        int place = find(younger, tag);
        if (younger[place] == tag) {
            return true;
        }
        boolean known = older[find(older, tag)] == tag;
        younger[place] = tag;
        count++;
        return known;
    }

    private void forget(long nowMs) {
        if (startMs == Long.MIN_VALUE || nowMs < startMs) {
            startMs = nowMs;
        }
        long elapsedMs = nowMs - startMs;
        if (elapsedMs >= 2 * periodMs) {
            rotate(nowMs);
        }
        if (elapsedMs >= periodMs || count >= capacity) {
            rotate(nowMs);
        }
    }

    private void rotate(long nowMs) {
        long[] forgotten = older;
        older = younger;
        younger = forgotten;
        Arrays.fill(younger, EMPTY);
        count = 0;
        startMs = nowMs;
    }

    /** Place of a tag, or the free one where it belongs; ends because half the places are free. */
    private int find(long[] table, long tag) {
        int place = (int) tag & mask;
        while (table[place] != EMPTY && table[place] != tag) {
            place = place + 1 & mask;
        }
        return place;
    }

    static long hash(DirectBuffer buffer, int offset, int length, long key0, long key1) {
        long v0 = key0 ^ 0x736f6d6570736575L;
        long v1 = key1 ^ 0x646f72616e646f6dL;
        long v2 = key0 ^ 0x6c7967656e657261L;
        long v3 = key1 ^ 0x7465646279746573L;
        int words = length >>> 3;
        // Word by word, then the rest with the length on top, then a closing word of four rounds.
        for (int word = 0; word <= words + 1; word++) {
            boolean closing = word > words;
            long m = closing ? 0 : word(buffer, offset + 8 * word, length, word == words);
            v3 ^= m;
            v2 ^= closing ? 0xff : 0;
            for (int round = closing ? 4 : 2; round > 0; round--) {
                v0 += v1;
                v2 += v3;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v1;
                v0 += v3;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 = Long.rotateLeft(v2, 32);
            }
            v0 ^= m;
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private static long word(DirectBuffer buffer, int at, int length, boolean last) {
        if (!last) {
            return buffer.getLong(at, ByteOrder.LITTLE_ENDIAN);
        }
        long word = (long) length << 56;
        for (int i = (length & 7) - 1; i >= 0; i--) {
            word |= (buffer.getByte(at + i) & 0xFFL) << 8 * i;
        }
        return word;
    }
}
