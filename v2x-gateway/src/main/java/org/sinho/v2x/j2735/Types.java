package org.sinho.v2x.j2735;

import java.util.ArrayList;
import java.util.List;

/** The words in which the tables of J2735 types are written. */
final class Types {
    static final UperType BOOLEAN = new BooleanType();
    static final UperType OBJECT_IDENTIFIER = new ObjectIdentifierType(false);
    static final UperType RELATIVE_OID = new ObjectIdentifierType(true);

    private Types() {}

    static UperType integer(long lowest, long highest) {
        return new IntegerType(lowest, highest);
    }

    /** An ENUMERATED type of the names in {@code names}, separated by white space. */
    static UperType enumerated(String names) {
        return new EnumeratedType(false, names.strip().split("\\s+"));
    }

    /** An ENUMERATED type to which later editions may add values. */
    static UperType extensibleEnumerated(String names) {
        return new EnumeratedType(true, names.strip().split("\\s+"));
    }

    static UperType bits(int size) {
        return new BitStringType(size, false);
    }

    /** BIT STRING (SIZE (size, ...)). */
    static UperType extensibleBits(int size) {
        return new BitStringType(size, true);
    }

    static UperType octets(int shortest, int longest) {
        return new OctetStringType(shortest, longest);
    }

    static UperType octets(int size) {
        return new OctetStringType(size, size);
    }

    static UperType text(int shortest, int longest) {
        return new TextType(shortest, longest);
    }

    static UperType listOf(int fewest, int most, UperType element) {
        return new SequenceOfType(fewest, most, element);
    }

    static UperType sequence(Field... fields) {
        return new SequenceType(false, List.of(fields));
    }

    /** A SEQUENCE with an extension marker. */
    static UperType extensible(Field... fields) {
        return new SequenceType(true, List.of(fields));
    }

    /** A SEQUENCE with an extension marker that ends with an optional {@code regional}. */
    static UperType regional(Field... fields) {
        List<Field> all = new ArrayList<>(List.of(fields));
        int end = 0;
        while (end < fields.length && fields[end].presence() != Field.Presence.ADDITION) {
            end++;
        }
        all.add(end, optional("regional", CommonTypes.REGIONAL_EXTENSIONS));
        return new SequenceType(true, all);
    }

    static UperType choice(Field... alternatives) {
        return new ChoiceType(false, List.of(alternatives));
    }

    /** A CHOICE to which later editions may add alternatives. */
    static UperType extensibleChoice(Field... alternatives) {
        return new ChoiceType(true, List.of(alternatives));
    }

    static Field field(String name, UperType type) {
        return new Field(name, type, Field.Presence.MANDATORY);
    }

    static Field optional(String name, UperType type) {
        return new Field(name, type, Field.Presence.OPTIONAL);
    }

    static Field addition(String name, UperType type) {
        return new Field(name, new OpenType(type), Field.Presence.ADDITION);
    }
}
