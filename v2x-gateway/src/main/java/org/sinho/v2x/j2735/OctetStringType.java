package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** OCTET STRING (SIZE (shortest..longest)); JSON text of hexadecimal digits. */
final class OctetStringType extends UperType {
    final int shortest;
    final int longest;

    OctetStringType(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    @Override
    JsonNode decode(UperReader in) {
        return NODES.textNode(Hex.read(in, in.constrained(shortest, longest)));
    }

    @Override
    void skip(UperReader in) {
        in.skip(Byte.SIZE * in.constrained(shortest, longest));
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        String digits = Hex.check(value, where);
        int octets = digits.length() / 2;
        if (octets < shortest || octets > longest) {
            throw where.bad(value, shortest + ".." + longest + " octets");
        }
        out.constrained(octets, shortest, longest);
        Hex.write(digits, out);
    }
}
