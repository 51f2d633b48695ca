package org.sinho.v2x.j2735;

/** Why a frame was refused: one counter each. */
public enum DecodeCause {
    /** Not refused: the message is complete and every field is in its range. */
    NONE,
    /** The frame, or an open type inside it, ends before its last field. */
    TRUNCATED,
    /** A length or count has a form that no J2735 message can need. */
    LENGTH,
    /** A field holds a code outside its range, e.g. heading 28801. */
    RANGE,
    /** The message id is not one this decoder knows, or not the expected one. */
    UNKNOWN_MESSAGE,
    /** A length is fragmented (16384 octets or more), which no V2X message is. */
    FRAGMENTED,
    /** The message is sound but has more parts than the preallocated object holds. */
    CAPACITY
}
