package org.sinho.v2x;

/**
 * Provider service identifiers as numbers and as roadside units write them: p-encoded, one to four
 * octets, of which the leading ones tell how many follow.
 *
 * <pre>
 *   0x00..0x7F           1 octet    the number itself
 *   0x80..0x407F         2 octets   0x8000     + (n - 0x80)
 *   0x4080..0x20407F     3 octets   0xC00000   + (n - 0x4080)
 *   0x204080..0x1020407F 4 octets   0xE0000000 + (n - 0x204080)
 * </pre>
 */
public final class Psid {
    /** SPaT. */
    public static final int SPAT = 0x82;

    /** Traveler information (TIM). */
    public static final int TIM = 0x83;

    /** Personal safety messages (PSM). */
    public static final int PSM = 0x27;

    /** Signal status (SSM). */
    public static final int SSM = 0x204095;

    /** MAP. */
    public static final int MAP = 0x204097;

    /** What is returned for something that is no identifier. */
    public static final int INVALID = -1;

    private static final int TWO = 0x80;
    private static final int THREE = 0x4080;
    private static final int FOUR = 0x204080;
    private static final int END = 0x10204080;

    private Psid() {}

    /**
     * Writes an identifier in its p-encoded form.
     *
     * @param psid 0 to 0x1020407F
     * @return the octets as an unsigned number, to be read as {@link #octets} of them
     * @throws IllegalArgumentException when the identifier has no p-encoded form
     */
    public static long encode(int psid) {
        if (psid < 0 || psid >= END) {
            throw new IllegalArgumentException(
                    "PSID is " + psid + ", allowed 0 to " + (END - 1) + " (0x1020407F)");
        }
        if (psid < TWO) {
            return psid;
        }
        if (psid < THREE) {
            return 0x8000L + (psid - TWO);
        }
        return psid < FOUR ? 0xC00000L + (psid - THREE) : 0xE0000000L + (psid - FOUR);
    }

    /**
     * Octets of an identifier's p-encoded form.
     *
     * @param psid 0 to 0x1020407F
     * @return 1 to 4
     */
    public static int octets(int psid) {
        if (psid < TWO) {
            return 1;
        }
        if (psid < THREE) {
            return 2;
        }
        return psid < FOUR ? 3 : 4;
    }

    /**
     * Reads a p-encoded form.
     *
     * @param encoded its octets as an unsigned number
     * @param octets how many they are, 1 to 4
     * @return the identifier, or {@link #INVALID} when the leading bits tell another length
     */
    public static int decode(long encoded, int octets) {
        return switch (octets) {
            case 1 -> encoded >= 0 && encoded < 0x80 ? (int) encoded : INVALID;
            case 2 -> from(encoded, 0x8000L, 0xBFFFL, TWO);
            case 3 -> from(encoded, 0xC00000L, 0xDFFFFFL, THREE);
            case 4 -> from(encoded, 0xE0000000L, 0xEFFFFFFFL, FOUR);
            default -> INVALID;
        };
    }

    private static int from(long encoded, long lowest, long highest, int base) {
        return encoded < lowest || encoded > highest ? INVALID : (int) (encoded - lowest) + base;
    }
}
