package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Random values of any type of the tables, ends of ranges more often than chance has it. */
final class RandomTree {
    private static final int MOST_ELEMENTS = 600;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final RandomGenerator random;
    private final boolean unknownParts;
    private int elementsLeft;

    /** {@code unknownParts} also makes what a later edition might have added. */
    RandomTree(RandomGenerator random, boolean unknownParts) {
        this.random = random;
        this.unknownParts = unknownParts;
    }

    /** {@return a value of a message, in bounds that fit a frame} */
    JsonNode message(String type) {
        elementsLeft = MOST_ELEMENTS;
        return value(MessageType.of(type).content());
    }

    private JsonNode value(UperType type) {
        return switch (type) {
            case BooleanType _ -> NODES.booleanNode(random.nextBoolean());
            case IntegerType t -> integer(t);
            case EnumeratedType t -> enumerated(t);
            case BitStringType t -> NODES.textNode(bits(t));
            case OctetStringType t -> NODES.textNode(hex(size(t.shortest, t.longest)));
            case TextType t -> NODES.textNode(text(size(t.shortest, t.longest)));
            case ObjectIdentifierType t -> NODES.textNode(t.relative ? "0.8571" : "2.999.127.128");
            case OpenType t when t.content != null -> value(t.content);
            case OpenType _ -> NODES.textNode(hex(random.nextInt(8) == 0 ? 150 : 3));
            case KeyedOpenType _ -> NODES.textNode(hex(2));
            case ChoiceType t -> choice(t);
            case SequenceType t -> sequence(t);
            case SequenceOfType t -> list(t);
        };
    }

    private JsonNode integer(IntegerType type) {
        long value =
                switch (random.nextInt(8)) {
                    case 0 -> type.lowest;
                    case 1 -> type.highest;
                    default -> random.nextLong(type.lowest, type.highest + 1);
                };
        return value == (int) value ? NODES.numberNode((int) value) : NODES.numberNode(value);
    }

    private JsonNode enumerated(EnumeratedType type) {
        if (type.extensible && unknown()) {
            return NODES.textNode("unknownValue" + random.nextInt(64));
        }
        return type.names[random.nextInt(type.names.length)];
    }

    private boolean unknown() {
        return unknownParts && random.nextInt(16) == 0;
    }

    private int size(int fewest, int most) {
        int usual = Math.min(most, fewest + 3);
        int size = random.nextInt(fewest, (random.nextInt(32) == 0 ? most : usual) + 1);
        elementsLeft -= size;
        return elementsLeft < 0 ? fewest : size;
    }

    private String bits(BitStringType type) {
        int size = type.size + (type.extensible && unknown() ? random.nextInt(1, 20) : 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(random.nextInt(2));
        }
        return text.toString();
    }

    private String hex(int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(128));
        }
        return text.toString();
    }

    private JsonNode choice(ChoiceType type) {
        ObjectNode chosen = NODES.objectNode();
        if (type.extensible && unknown()) {
            return chosen.put("unknownAlternative" + random.nextInt(64), hex(2));
        }
        Field alternative = type.alternatives.get(random.nextInt(type.alternatives.size()));
        return chosen.set(alternative.name(), value(alternative.type()));
    }

    private JsonNode sequence(SequenceType type) {
        ObjectNode object = NODES.objectNode();
        for (Field field : type.root) {
            boolean mandatory = field.presence() == Field.Presence.MANDATORY;
            if (mandatory || elementsLeft > 0 && random.nextInt(3) == 0) {
                UperType content = field.type().within(object);
                object.set(field.name(), value(content));
            }
        }
        if (type.extensible && random.nextInt(4) == 0) {
            for (Field field : type.additions) {
                if (random.nextBoolean()) {
                    object.set(field.name(), value(field.type()));
                }
            }
        }
        if (type.extensible && unknown()) {
            object.put("unknownAddition" + random.nextInt(type.additions.length, 64), hex(4));
        }
        return object;
    }

    private JsonNode list(SequenceOfType type) {
        ArrayNode array = NODES.arrayNode();
        for (int i = size(type.fewest, type.most); i > 0; i--) {
            array.add(value(type.element));
        }
        return array;
    }
}
