package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One ASN.1 type of the complete codec: reads and writes its value as a JSON tree. */
abstract sealed class UperType
        permits BitStringType,
                BooleanType,
                ChoiceType,
                EnumeratedType,
                IntegerType,
                KeyedOpenType,
                ObjectIdentifierType,
                OctetStringType,
                OpenType,
                SequenceOfType,
                SequenceType,
                TextType {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** {@return the value; of a reader that has failed, any node, to be thrown away} */
    abstract JsonNode decode(UperReader in);

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException if {@code value} is not one of this type
     */
    abstract void encode(JsonNode value, UperWriter out, Where where);

    /** Steps over a value, allocating nothing, with the same checks as {@link #decode}. */
    abstract void skip(UperReader in);

    /** {@return the type to use here: one that depends on an earlier field looks at it} */
    UperType within(ObjectNode enclosing) {
        return this;
    }

    /** Bits for one of {@code count} codes. */
    static int bitsFor(long count) {
        return Long.SIZE - Long.numberOfLeadingZeros(count - 1);
    }
}
