package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** IA5String (SIZE (shortest..longest)), seven bits a character; JSON text. */
final class TextType extends UperType {
    private static final int CHARACTER_BITS = 7;

    final int shortest;
    final int longest;

    TextType(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    @Override
    JsonNode decode(UperReader in) {
        int length = in.constrained(shortest, longest);
        if (length * CHARACTER_BITS > in.remainingBits()) {
            in.fail(DecodeCause.TRUNCATED);
            return NODES.nullNode();
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) in.bits(CHARACTER_BITS);
        }
        return NODES.textNode(new String(text));
    }

    @Override
    void skip(UperReader in) {
        in.skipIa5(shortest, longest);
    }

    @Override
    void encode(JsonNode value, UperWriter out, Where where) {
        String text = value.textValue();
        boolean sized = text != null && text.length() >= shortest && text.length() <= longest;
        if (!sized || !text.chars().allMatch(c -> c < 1 << CHARACTER_BITS)) {
            throw where.bad(value, shortest + ".." + longest + " characters of ASCII");
        }
        out.constrained(text.length(), shortest, longest);
        for (int i = 0; i < text.length(); i++) {
            out.bits(text.charAt(i), CHARACTER_BITS);
        }
    }
}
