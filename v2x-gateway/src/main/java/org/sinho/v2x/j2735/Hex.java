package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** Octets as upper case hexadecimal text, at any bit offset. */
final class Hex {
    private static final String DIGITS = "0123456789ABCDEF";

    private Hex() {}

    static String read(UperReader in, int octets) {
        if (octets * Byte.SIZE > in.remainingBits()) {
            in.fail(DecodeCause.TRUNCATED); // Before anything is allocated for it.
            return "";
        }
        char[] text = new char[2 * octets];
        for (int i = 0; i < text.length; i++) {
            text[i] = DIGITS.charAt(in.intBits(4));
        }
        return new String(text);
    }

    /** {@return the digits in {@code value}, an even number of them} */
    static String check(JsonNode value, Where where) {
        String text = value.textValue();
        boolean paired = text != null && text.length() % 2 == 0;
        if (!paired || !text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
            throw where.bad(value, "text of paired hexadecimal digits");
        }
        return text;
    }

    static void write(String digits, UperWriter out) {
        for (int i = 0; i < digits.length(); i++) {
            out.bits(Character.digit(digits.charAt(i), 16), 4);
        }
    }
}
