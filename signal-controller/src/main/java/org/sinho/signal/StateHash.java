package org.sinho.signal;

import org.agrona.DirectBuffer;

/** A 64-bit hash of the core's state: any difference between a replay and what happened shows. */
final class StateHash {
    private static final long SEED = 0x51_4E_48_4F_00_00_00_01L;

    private StateHash() {}

    /**
     * Hashes octets, a multiple of 4.
     *
     * @param buffer holds the state
     * @param offset first octet
     * @param length octets
     * @return the hash
     */
    static long of(DirectBuffer buffer, int offset, int length) {
        long hash = SEED ^ length;
        int end = offset + length;
        int position = offset;
        for (; position + Long.BYTES <= end; position += Long.BYTES) {
            hash = step(hash, buffer.getLong(position));
        }
        for (; position < end; position++) {
            hash = step(hash, buffer.getByte(position));
        }
        return hash ^ (hash >>> 29);
    }

    private static long step(long hash, long value) {
        return Long.rotateLeft(hash ^ (value * 0x9E37_79B9_7F4A_7C15L), 27) * 0xBF58_476D_1CE4_E5B9L
                + 0x52DC_E729L;
    }
}
