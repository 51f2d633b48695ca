package org.sinho.signal.ntcip;

import org.agrona.DirectBuffer;
import org.sinho.core.event.ControllerStatus;

/**
 * Reader of the status push of a field controller, 245 octets, big endian.
 *
 * <pre>
 *     0  CD
 *     1  number of blocks: 16
 *     2  16 blocks of 13 octets
 *   210  reds, yellows, greens, don't walks, pedestrian clears, walks ...
 *   232  flags
 *   235  sequence
 *   236  second of the day and milliseconds
 *   241  pedestrian calls
 * </pre>
 *
 * <p>Each block: phase number, then least and most time to change of the vehicle phase, the
 * pedestrian phase and the overlap, tenths of a second each, {@link #UNKNOWN} when it cannot be
 * said. The time is the second of the UTC day in three octets, as captured pushes show.
 */
public final class Tscbm {
    /** Octets of a push. */
    public static final int SIZE = 245;

    /** A time to change that the controller cannot bound. */
    public static final int UNKNOWN = 0xFFFF;

    private static final int HEADER = 0xCD;
    private static final int BLOCK_COUNT = 16;
    private static final int ALL_PHASES = (1 << BLOCK_COUNT) - 1;
    private static final int BLOCKS = 2;
    private static final int BLOCK_SIZE = 13;
    private static final int REDS = 210;
    private static final int YELLOWS = 212;
    private static final int GREENS = 214;
    private static final int DONT_WALKS = 216;
    private static final int PED_CLEARS = 218;
    private static final int WALKS = 220;
    private static final int OVERLAP_REDS = 222;
    private static final int OVERLAP_YELLOWS = 224;
    private static final int OVERLAP_GREENS = 226;
    private static final int FLASHING = 228;
    private static final int INTERSECTION = 232;
    private static final int SEQUENCE = 235;
    private static final int SECOND_OF_DAY = 236;
    private static final int MILLISECOND = 239;
    private static final int PED_CALLS = 241;
    private static final int FLASH_BIT = 0x80;

    private Tscbm() {}

    /**
     * Reads a push into a status event.
     *
     * @param push holds the datagram
     * @param offset its first octet
     * @param length its octets
     * @param siteId junction of the controller
     * @param status over a record being written
     * @return whether the datagram is a well-formed push; if not, the record is void
     */
    public static boolean read(
            DirectBuffer push, int offset, int length, int siteId, ControllerStatus status) {
        if (length != SIZE
                || octet(push, offset) != HEADER
                || octet(push, offset + 1) != BLOCK_COUNT) {
            return false;
        }
        int named = 0;
        for (int block = 0; block < BLOCK_COUNT; block++) {
            int at = offset + BLOCKS + block * BLOCK_SIZE;
            int phase = octet(push, at);
            if (phase < 1 || phase > BLOCK_COUNT) {
                return false;
            }
            named |= 1 << (phase - 1);
            status.vehicleMinimumDs(phase - 1, word(push, at + 1));
            status.vehicleMaximumDs(phase - 1, word(push, at + 3));
            status.pedestrianMinimumDs(phase - 1, word(push, at + 5));
            status.pedestrianMaximumDs(phase - 1, word(push, at + 7));
            status.overlapMinimumDs(phase - 1, word(push, at + 9));
            status.overlapMaximumDs(phase - 1, word(push, at + 11));
        }
        if (named != ALL_PHASES) { // One named twice leaves another without its times.
            return false;
        }
        int greens = word(push, offset + GREENS);
        int yellows = word(push, offset + YELLOWS);
        int reds = word(push, offset + REDS);
        int milliseconds = word(push, offset + MILLISECOND);
        int seconds =
                octet(push, offset + SECOND_OF_DAY) << 16 | word(push, offset + SECOND_OF_DAY + 1);
        if (milliseconds > 999 || seconds > 86_400) { // 86 400 in a leap second
            return false;
        }
        status.siteId(siteId)
                .greens(greens)
                .yellows(yellows)
                .reds(reds)
                .dontWalks(word(push, offset + DONT_WALKS))
                .pedClears(word(push, offset + PED_CLEARS))
                .walks(word(push, offset + WALKS))
                .overlapReds(word(push, offset + OVERLAP_REDS))
                .overlapYellows(word(push, offset + OVERLAP_YELLOWS))
                .overlapGreens(word(push, offset + OVERLAP_GREENS))
                .flashing(word(push, offset + FLASHING))
                .flash((octet(push, offset + INTERSECTION) & FLASH_BIT) != 0 ? 1 : 0)
                .pushSequence(octet(push, offset + SEQUENCE))
                .controllerMsOfDay(seconds * 1_000 + milliseconds)
                .pedCalls(word(push, offset + PED_CALLS));
        return true;
    }

    private static int octet(DirectBuffer push, int offset) {
        return push.getByte(offset) & 0xFF;
    }

    private static int word(DirectBuffer push, int offset) {
        return octet(push, offset) << 8 | octet(push, offset + 1);
    }
}
