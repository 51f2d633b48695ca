package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** An open type whose content an earlier INTEGER of the same SEQUENCE tells. */
final class KeyedOpenType extends UperType {
    final String key;
    final Map<Integer, OpenType> contents;

    KeyedOpenType(String key, Map<Integer, OpenType> contents) {
        this.key = key;
        this.contents = contents;
    }

    @Override
    UperType within(ObjectNode enclosing) {
        return contents.getOrDefault(enclosing.path(key).asInt(-1), OpenType.UNKNOWN);
    }

    @Override
    JsonNode decode(UperReader in) {
        return OpenType.UNKNOWN.decode(in);
    }

    @Override
    void skip(UperReader in) {
        in.skipOpenType();
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        OpenType.UNKNOWN.encode(value, out, where);
    }
}
