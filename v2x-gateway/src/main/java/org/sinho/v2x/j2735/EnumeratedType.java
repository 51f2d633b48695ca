package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/** ENUMERATED; the JSON text of its name, {@code unknownValue<n>} for a later edition's. */
final class EnumeratedType extends UperType {
    private static final String UNKNOWN = "unknownValue";

    final TextNode[] names;
    final boolean extensible;
    private final Map<String, Integer> indexes = new HashMap<>();

    EnumeratedType(boolean extensible, String... names) {
        this.extensible = extensible;
        this.names = new TextNode[names.length];
        for (int i = 0; i < names.length; i++) {
            this.names[i] = NODES.textNode(names[i]);
            indexes.put(names[i], i);
        }
    }

    @Override
    JsonNode decode(UperReader in) {
        int index = read(in);
        return index < UperReader.EXTENSION_BASE
                ? names[index]
                : NODES.textNode(UNKNOWN + (index - UperReader.EXTENSION_BASE));
    }

    @Override
    void skip(UperReader in) {
        read(in);
    }

    private int read(UperReader in) {
        return extensible ? in.extensibleIndex(names.length) : in.constrained(0, names.length - 1);
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        Integer index = indexes.get(value.textValue());
        if (index == null) {
            int unknown = extensible ? Numbered.suffix(value.textValue(), UNKNOWN) : -1;
            if (unknown < 0) {
                throw where.bad(value, "one of " + String.join(" ", indexes.keySet()));
            }
            index = UperReader.EXTENSION_BASE + unknown;
        }
        if (extensible) {
            out.extensibleIndex(index, names.length);
        } else {
            out.constrained(index, 0, names.length - 1L);
        }
    }
}
