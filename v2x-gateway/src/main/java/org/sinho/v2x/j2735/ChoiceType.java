package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CHOICE; a JSON object with one member, named as the alternative, {@code unknownAlternative<n>}
 * with the hex of its open type for one that a later edition added.
 */
final class ChoiceType extends UperType {
    private static final String UNKNOWN = "unknownAlternative";

    final boolean extensible;
    final List<Field> alternatives;

    ChoiceType(boolean extensible, List<Field> alternatives) {
        this.extensible = extensible;
        this.alternatives = alternatives;
    }

    @Override
    JsonNode decode(UperReader in) {
        int index = read(in);
        ObjectNode chosen = NODES.objectNode();
        if (index >= UperReader.EXTENSION_BASE) {
            int number = index - UperReader.EXTENSION_BASE;
            return chosen.set(UNKNOWN + number, OpenType.UNKNOWN.decode(in));
        }
        Field alternative = alternatives.get(index);
        return chosen.set(alternative.name(), alternative.type().decode(in));
    }

    @Override
    void skip(UperReader in) {
        int index = read(in);
        if (index >= UperReader.EXTENSION_BASE) {
            in.skipOpenType();
        } else {
            alternatives.get(index).type().skip(in);
        }
    }

    private int read(UperReader in) {
        return extensible
                ? in.extensibleIndex(alternatives.size())
                : in.constrained(0, alternatives.size() - 1);
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        String name = value.isObject() && value.size() == 1 ? value.fieldNames().next() : null;
        for (int i = 0; i < alternatives.size(); i++) {
            Field alternative = alternatives.get(i);
            if (alternative.name().equals(name)) {
                writeIndex(i, out);
                alternative.type().encode(value.get(name), out, where.field(name));
                return;
            }
        }
        int unknown = extensible ? Numbered.suffix(name, UNKNOWN) : -1;
        if (unknown < 0) {
            throw where.bad(value, "object with one of " + names());
        }
        writeIndex(UperReader.EXTENSION_BASE + unknown, out);
        OpenType.UNKNOWN.encode(value.get(name), out, where.field(name));
    }

    private void writeIndex(int index, UperWriter out) {
        if (extensible) {
            out.extensibleIndex(index, alternatives.size());
        } else {
            out.constrained(index, 0, alternatives.size() - 1L);
        }
    }

    private String names() {
        return alternatives.stream().map(Field::name).collect(Collectors.joining(" "));
    }
}
