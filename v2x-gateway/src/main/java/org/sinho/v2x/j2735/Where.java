package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;

/** Where in a tree the encoder is, for its one error message. */
record Where(Where parent, String name) {
    private static final int SHOWN_CHARACTERS = 80;

    Where field(String child) {
        return new Where(this, child);
    }

    /** {@return an error that names field, value and what would be allowed} */
    IllegalArgumentException bad(JsonNode value, String allowed) {
        String shown = value == null || value.isMissingNode() ? "missing" : value.toString();
        if (shown.length() > SHOWN_CHARACTERS) {
            shown = shown.substring(0, SHOWN_CHARACTERS) + "...";
        }
        return new IllegalArgumentException(this + ": " + shown + ", allowed: " + allowed);
    }

    @Override
    public String toString() {
        if (parent == null) {
            return name;
        }
        return name.startsWith("[") ? parent + name : parent + "." + name;
    }
}
