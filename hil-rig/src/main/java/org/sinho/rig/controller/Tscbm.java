package org.sinho.rig.controller;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The signal status push of a controller: 245 octets, big-endian, ten times a second.
 *
 * <p>Header, 16 blocks of phase number and times to change, status masks, sequence and time of day.
 */
public final class Tscbm {
    /** Length of a message, octets. */
    public static final int LENGTH = 245;

    /** First octet of every message. */
    public static final int HEADER = 0xCD;

    /** Time to change that cannot be bounded, instead of tenths of a second. */
    public static final int UNKNOWN = 0xFFFF;

    /** Offset of the first phase block. */
    static final int FIRST_BLOCK = 2;

    /** Length of one phase block. */
    static final int BLOCK_LENGTH = 13;

    /** Number of phase blocks. */
    static final int BLOCK_COUNT = 16;

    /** Offset of phaseStatusGroupReds; the other masks follow, two octets each. */
    static final int STATUS = 210;

    /** Offset of overlapStatusGroupReds; yellows and greens follow. */
    static final int OVERLAP_STATUS = 222;

    /** Offset of the flashing phase mask; the flashing overlap mask follows. */
    static final int FLASH = 228;

    /** Offset of the intersection status; bit 7 = flash. */
    static final int INTERSECTION_STATUS = 232;

    /** Offset of the message sequence counter. */
    static final int SEQUENCE = 235;

    /** Offset of the second of the UTC day, three octets, and its millisecond, two octets. */
    static final int TIMESTAMP = 236;

    /** Offset of the pedestrian call and detect masks. */
    static final int PEDESTRIAN_CALL = 241;

    /** Message version in the upper five bits, as field controllers send; no discontinuity. */
    private static final int VERSION = 0x10;

    private static final int DAY_MS = 86_400_000;

    private Tscbm() {}

    /**
     * Writes the state of a controller after its last step.
     *
     * @param controller the controller
     * @param sequence message counter, its low octet is sent
     * @param message receives {@link #LENGTH} octets from index 0; position and limit are set to
     *     what was written
     */
    public static void write(VirtualController controller, int sequence, ByteBuffer message) {
        message.clear().order(ByteOrder.BIG_ENDIAN);
        message.put((byte) HEADER).put((byte) BLOCK_COUNT);
        controller.writeTimes(message);
        LampState lamps = controller.lamps();
        message.putShort((short) lamps.reds())
                .putShort((short) lamps.yellows())
                .putShort((short) lamps.greens())
                .putShort((short) lamps.dontWalks())
                .putShort((short) lamps.pedestrianClears())
                .putShort((short) lamps.walks());
        message.putShort((short) lamps.overlapReds())
                .putShort((short) lamps.overlapYellows())
                .putShort((short) lamps.overlapGreens());
        message.putShort((short) lamps.flash()).putShort((short) lamps.overlapFlash());
        boolean flash = (lamps.flash() | lamps.overlapFlash()) != 0;
        message.put((byte) (flash ? 0x80 : 0)).put((byte) controller.timebaseActionStatus());
        message.put((byte) VERSION).put((byte) sequence);
        int dayMs = (int) Math.floorMod(controller.timeMs(), (long) DAY_MS);
        int second = dayMs / 1000;
        message.put((byte) (second >> 16)).putShort((short) second);
        message.putShort((short) (dayMs % 1000));
        message.putShort((short) controller.pedestrianCalls())
                .putShort((short) controller.pedestrianDetects());
        message.flip();
    }
}
