package org.sinho.rig.sumo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds an object by the bytes of its SUMO id, without making a string. Not thread-safe.
 *
 * @param <T> what an id stands for
 */
final class IdTable<T> {
    private Entry<T>[] buckets = newBuckets(64);
    private int size;

    private static final class Entry<T> {
        final byte[] id;
        final int hash;
        final T value;
        Entry<T> next;

        Entry(byte[] id, int hash, T value, Entry<T> next) {
            this.id = id;
            this.hash = hash;
            this.value = value;
            this.next = next;
        }
    }

    /** Adds {@code value}; an id is added once. */
    void put(String id, T value) {
        if (size == buckets.length) {
            grow();
        }
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int hash = hash(bytes, 0, bytes.length);
        int bucket = hash & (buckets.length - 1);
        buckets[bucket] = new Entry<>(bytes, hash, value, buckets[bucket]);
        size++;
    }

    /** {@return the object whose id is in {@code data}, or null} */
    T get(byte[] data, int offset, int length) {
        int hash = hash(data, offset, length);
        for (Entry<T> e = buckets[hash & (buckets.length - 1)]; e != null; e = e.next) {
            if (e.hash == hash
                    && Arrays.equals(e.id, 0, e.id.length, data, offset, offset + length)) {
                return e.value;
            }
        }
        return null;
    }

    /** {@return the object that was under {@code id} and is no longer, or null} */
    T remove(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        int hash = hash(bytes, 0, bytes.length);
        int bucket = hash & (buckets.length - 1);
        Entry<T> before = null;
        for (Entry<T> e = buckets[bucket]; e != null; before = e, e = e.next) {
            if (e.hash == hash && Arrays.equals(e.id, bytes)) {
                if (before == null) {
                    buckets[bucket] = e.next;
                } else {
                    before.next = e.next;
                }
                size--;
                return e.value;
            }
        }
        return null;
    }

    private void grow() {
        Entry<T>[] old = buckets;
        buckets = newBuckets(old.length * 2);
        for (Entry<T> head : old) {
            for (Entry<T> e = head; e != null; ) {
                Entry<T> next = e.next;
                int bucket = e.hash & (buckets.length - 1);
                e.next = buckets[bucket];
                buckets[bucket] = e;
                e = next;
            }
        }
    }

    private static int hash(byte[] data, int offset, int length) {
        int hash = 0x811C_9DC5; // FNV-1a: ids differ mostly in their last octets.
        for (int i = offset; i < offset + length; i++) {
            hash = (hash ^ data[i]) * 0x0100_0193;
        }
        return hash ^ (hash >>> 15);
    }

    @SuppressWarnings("unchecked") // An array of a generic type has no other form.
    private static <T> Entry<T>[] newBuckets(int length) {
        return (Entry<T>[]) new Entry<?>[length];
    }
}
