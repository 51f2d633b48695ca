package org.sinho.v2x.j2735;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Parts of one message, made once, handed out in order, taken back all at once. */
final class Pool<T> {
    private final T[] parts;
    private int used;

    Pool(IntFunction<T[]> array, int size, Supplier<T> maker) {
        parts = array.apply(size);
        for (int i = 0; i < size; i++) {
            parts[i] = maker.get();
        }
    }

    void clear() {
        used = 0;
    }

    /** {@return how many parts are handed out: the index of the next} */
    int used() {
        return used;
    }

    /** {@return the next part, as it was left; null if all are handed out} */
    T next() {
        return used < parts.length ? parts[used++] : null;
    }

    /** {@return the part handed out as number {@code index}} */
    T get(int index) {
        return parts[index];
    }

    /**
     * The next part for a sender that builds a message.
     *
     * @throws IllegalStateException if all parts are handed out, or {@code atEnd} is false
     */
    T add(boolean atEnd, String what) {
        T part = atEnd ? next() : null;
        if (part == null) {
            throw new IllegalStateException(
                    atEnd
                            ? "no more than " + parts.length + " " + what + " in a message"
                            : what + " can be added to the last part of the message only");
        }
        return part;
    }
}
