package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** SEQUENCE (SIZE (fewest..most)) OF; a JSON array. */
final class SequenceOfType extends UperType {
    final int fewest;
    final int most;
    final UperType element;

    SequenceOfType(int fewest, int most, UperType element) {
        this.fewest = fewest;
        this.most = most;
        this.element = element;
    }

    @Override
    JsonNode decode(UperReader in) {
        int count = in.constrained(fewest, most);
        ArrayNode array = NODES.arrayNode();
        for (int i = 0; i < count && !in.failed(); i++) {
            array.add(element.decode(in));
        }
        return array;
    }

    @Override
    void skip(UperReader in) {
        int count = in.constrained(fewest, most);
        for (int i = 0; i < count && !in.failed(); i++) {
            element.skip(in);
        }
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        if (!value.isArray() || value.size() < fewest || value.size() > most) {
            throw where.bad(value, "array of " + fewest + ".." + most);
        }
        out.constrained(value.size(), fewest, most);
        for (int i = 0; i < value.size(); i++) {
            element.encode(value.get(i), out, where.field("[" + i + "]"));
        }
    }
}
