package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** INTEGER (lowest..highest); a JSON number. */
final class IntegerType extends UperType {
    final long lowest;
    final long highest;
    private final int bitCount;

    IntegerType(long lowest, long highest) {
        this.lowest = lowest;
        this.highest = highest;
        bitCount = bitsFor(highest - lowest + 1);
    }

    @Override
    JsonNode decode(UperReader in) {
        long value = read(in);
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    @Override
    void skip(UperReader in) {
        read(in);
    }

    private long read(UperReader in) {
        long code = in.bits(bitCount);
        if (code > highest - lowest) {
            in.fail(DecodeCause.RANGE);
        }
        return lowest + code;
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        boolean whole = value.isIntegralNumber() && value.canConvertToLong();
        if (!whole || value.longValue() < lowest || value.longValue() > highest) {
            throw where.bad(value, "integer " + lowest + ".." + highest);
        }
        out.constrained(value.longValue(), lowest, highest);
    }
}
