package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** A length and that many octets: a value of a known type, or JSON text of its hex digits. */
final class OpenType extends UperType {
    /** Content that this edition does not know. */
    static final OpenType UNKNOWN = new OpenType(null);

    final UperType content;

    OpenType(UperType content) {
        this.content = content;
    }

    @Override
    JsonNode decode(UperReader in) {
        int outer = in.enter();
        JsonNode value =
                content == null
                        ? NODES.textNode(Hex.read(in, in.remainingBits() / Byte.SIZE))
                        : content.decode(in);
        in.leave(outer);
        return value;
    }

    @Override
    void skip(UperReader in) {
        in.skipOpenType();
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        if (content == null) {
            String digits = Hex.check(value, where);
            out.length(digits.length() / 2);
            Hex.write(digits, out);
            return;
        }
        int start = out.begin();
        content.encode(value, out, where);
        out.end(start);
    }
}
