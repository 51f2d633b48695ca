package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** OBJECT IDENTIFIER or RELATIVE-OID; JSON text of numbers and dots. */
final class ObjectIdentifierType extends UperType {
    private static final int FIRST_ARC_FACTOR = 40;
    private static final long HIGHEST_BEFORE_SHIFT = Long.MAX_VALUE >>> 8;

    final boolean relative;

    ObjectIdentifierType(boolean relative) {
        this.relative = relative;
    }

    @Override
    JsonNode decode(UperReader in) {
        int outer = in.enter();
        StringBuilder text = new StringBuilder();
        do {
            long arc = readArc(in);
            if (text.isEmpty() && !relative) {
                long root = Math.min(arc / FIRST_ARC_FACTOR, 2);
                text.append(root).append('.').append(arc - root * FIRST_ARC_FACTOR);
            } else {
                text.append(text.isEmpty() ? "" : ".").append(arc);
            }
        } while (in.remainingBits() > 0);
        in.leave(outer);
        return NODES.textNode(text.toString());
    }

    private static long readArc(UperReader in) {
        long arc = 0;
        boolean more;
        do {
            if (arc > HIGHEST_BEFORE_SHIFT) {
                in.fail(DecodeCause.RANGE);
            }
            more = in.bit();
            arc = arc << 7 | in.bits(7);
        } while (more);
        return arc;
    }

    @Override
    void skip(UperReader in) {
        int outer = in.enter();
        do {
            readArc(in);
        } while (in.remainingBits() > 0);
        in.leave(outer);
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        long[] arcs = arcs(value, where);
        int start = out.begin();
        for (int i = relative ? 0 : 1; i < arcs.length; i++) {
            long first = !relative && i == 1 ? FIRST_ARC_FACTOR * arcs[0] : 0;
            writeArc(first + arcs[i], out);
        }
        out.end(start);
    }

    private long[] arcs(JsonNode value, Where where) {
        String text = value.textValue();
        if (text == null || !text.matches("[0-9]{1,17}(\\.[0-9]{1,17}){0,40}")) {
            throw where.bad(value, "numbers and dots");
        }
        String[] parts = text.split("\\.");
        long[] arcs = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            arcs[i] = Long.parseLong(parts[i]);
        }
        boolean rooted = arcs.length > 1 && (arcs[0] == 2 || arcs[0] < 2 && arcs[1] < 40);
        if (!relative && !rooted) {
            throw where.bad(value, "0, 1 or 2 first, and below 40 after 0 and 1");
        }
        return arcs;
    }

    private static void writeArc(long arc, UperWriter out) {
        int groups = Math.max(1, (bitsFor(arc + 1) + 6) / 7);
        for (int i = groups - 1; i >= 0; i--) {
            out.bit(i > 0);
            out.bits(arc >>> 7 * i & 0x7f, 7);
        }
    }
}
