package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * SEQUENCE; a JSON object. Extension additions that this edition does not know are {@code
 * unknownAddition<n>} members with the hex of their open type.
 */
final class SequenceType extends UperType {
    private static final String UNKNOWN = "unknownAddition";

    final boolean extensible;
    final Field[] root;
    final Field[] additions;
    private final int optionalCount;
    private final Map<String, Field> names = new HashMap<>();

    SequenceType(boolean extensible, List<Field> fields) {
        this.extensible = extensible;
        root =
                fields.stream()
                        .filter(f -> f.presence() != Field.Presence.ADDITION)
                        .toArray(Field[]::new);
        additions =
                fields.stream()
                        .filter(f -> f.presence() == Field.Presence.ADDITION)
                        .toArray(Field[]::new);
        optionalCount =
                (int) fields.stream().filter(f -> f.presence() == Field.Presence.OPTIONAL).count();
        fields.forEach(f -> names.put(f.name(), f));
    }

    @Override
    JsonNode decode(UperReader in) {
        boolean extended = extensible && in.bit();
        long present = in.bits(optionalCount);
        int optionalsLeft = optionalCount;
        ObjectNode object = NODES.objectNode();
        for (Field field : root) {
            boolean optional = field.presence() == Field.Presence.OPTIONAL;
            if (optional && (present >>> --optionalsLeft & 1) == 0) {
                continue;
            }
            if (in.failed()) {
                return object;
            }
            object.set(field.name(), field.type().within(object).decode(in));
        }
        if (extended) {
            decodeAdditions(in, object);
        }
        return object;
    }

    private void decodeAdditions(UperReader in, ObjectNode object) {
        int count = in.additionCount();
        long present = in.additionBitmap(count);
        for (int i = 0; i < count && !in.failed(); i++) {
            if ((present >>> (count - 1 - i) & 1) == 0) {
                continue;
            }
            if (i < additions.length) {
                object.set(additions[i].name(), additions[i].type().decode(in));
            } else {
                object.set(UNKNOWN + i, OpenType.UNKNOWN.decode(in));
            }
        }
    }

    @Override
    void skip(UperReader in) {
        boolean extended = extensible && in.bit();
        long present = in.bits(optionalCount);
        int optionalsLeft = optionalCount;
        for (Field field : root) {
            boolean optional = field.presence() == Field.Presence.OPTIONAL;
            if (!optional || (present >>> --optionalsLeft & 1) != 0) {
                field.type().skip(in);
            }
        }
        if (extended) {
            in.skipAdditions();
        }
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        if (!(value instanceof ObjectNode object)) {
            throw where.bad(value, "object");
        }
        int additionCount = additionCount(object, where);
        if (extensible) {
            out.bit(additionCount > 0);
        }
        for (Field field : root) {
            if (field.presence() == Field.Presence.OPTIONAL) {
                out.bit(object.has(field.name()));
            }
        }
        for (Field field : root) {
            JsonNode member = object.path(field.name());
            if (!member.isMissingNode()) {
                UperType type = field.type().within(object);
                type.encode(member, out, where.field(field.name()));
            } else if (field.presence() == Field.Presence.MANDATORY) {
                throw where.field(field.name()).bad(member, "it is mandatory");
            }
        }
        if (additionCount > 0) {
            encodeAdditions(object, additionCount, out, where);
        }
    }

    /** {@return how many presence bits the additions need, 0 if there are none} */
    private int additionCount(ObjectNode object, Where where) {
        int count = 0;
        for (Iterator<String> members = object.fieldNames(); members.hasNext(); ) {
            String name = members.next();
            Field field = names.get(name);
            if (field == null) {
                int number = extensible ? Numbered.suffix(name, UNKNOWN) : -1;
                if (number < additions.length) {
                    throw where.field(name).bad(object.get(name), "no such field");
                }
                count = Math.max(count, number + 1);
            } else if (field.presence() == Field.Presence.ADDITION) {
                count = Math.max(count, additions.length);
            }
        }
        return count == 0 ? 0 : Math.max(count, additions.length);
    }

    private void encodeAdditions(ObjectNode object, int count, UperWriter out, Where where) {
        out.smallNumber(count - 1);
        for (int i = 0; i < count; i++) {
            out.bit(object.has(additionName(i)));
        }
        for (int i = 0; i < count; i++) {
            String name = additionName(i);
            if (object.has(name)) {
                UperType type = i < additions.length ? additions[i].type() : OpenType.UNKNOWN;
                type.encode(object.get(name), out, where.field(name));
            }
        }
    }

    private String additionName(int index) {
        return index < additions.length ? additions[index].name() : UNKNOWN + index;
    }
}
