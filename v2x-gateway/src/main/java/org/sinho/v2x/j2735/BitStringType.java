package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * BIT STRING of fixed or extensible size; JSON text of 0 and 1, first bit of the name list first.
 *
 * <p>Named bits that a sender left out at the end are 0: a value is never shorter than its size.
 */
final class BitStringType extends UperType {
    private static final int LONGEST = 16383;

    final int size;
    final boolean extensible;

    BitStringType(int size, boolean extensible) {
        this.size = size;
        this.extensible = extensible;
    }

    @Override
    JsonNode decode(UperReader in) {
        int sent = readSize(in);
        if (sent > in.remainingBits()) {
            in.fail(DecodeCause.TRUNCATED);
            return NODES.nullNode();
        }
        char[] digits = new char[Math.max(sent, size)];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = i < sent && in.bit() ? '1' : '0';
        }
        return NODES.textNode(new String(digits));
    }

    @Override
    void skip(UperReader in) {
        in.skip(readSize(in));
    }

    private int readSize(UperReader in) {
        return extensible && in.bit() ? in.length() : size;
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        String digits = value.textValue();
        boolean sized = digits != null && digits.length() >= size && digits.length() <= longest();
        if (!sized || !digits.chars().allMatch(c -> c == '0' || c == '1')) {
            throw where.bad(value, size + (extensible ? " or more" : "") + " digits 0 or 1");
        }
        if (extensible) {
            out.bit(digits.length() > size);
            if (digits.length() > size) {
                out.length(digits.length());
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            out.bit(digits.charAt(i) == '1');
        }
    }

    private int longest() {
        return extensible ? LONGEST : size;
    }
}
