package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** BOOLEAN; a JSON boolean. */
final class BooleanType extends UperType {
    @Override
    JsonNode decode(UperReader in) {
        return NODES.booleanNode(in.bit());
    }

    @Override
    void skip(UperReader in) {
        in.skip(1);
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        if (!value.isBoolean()) {
            throw where.bad(value, "true or false");
        }
        out.bit(value.booleanValue());
    }
}
