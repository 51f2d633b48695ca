package org.sinho.v2x.j2735;

/** A named part of a SEQUENCE or CHOICE. */
record Field(String name, UperType type, Presence presence) {
    /** When a field of a SEQUENCE is there. */
    enum Presence {
        MANDATORY,
        OPTIONAL,
        /** Behind the extension marker: an open type, there if its presence bit is set. */
        ADDITION
    }
}
