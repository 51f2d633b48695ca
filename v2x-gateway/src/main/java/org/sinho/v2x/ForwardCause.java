package org.sinho.v2x;

/** Why a text is or is not an immediate-forward message. */
public enum ForwardCause {
    /** It is one. */
    NONE,
    /** Longer than any such message. */
    OVERSIZED,
    /** A line without a key and {@code =}, or an octet that is not printable ASCII. */
    NOT_TEXT,
    /** A key that the form does not have. */
    UNKNOWN_KEY,
    /** A key that was there before. */
    REPEATED_KEY,
    /** A value that its key does not allow. */
    BAD_VALUE,
    /** No version, type, identifier or payload. */
    MISSING_KEY,
    /** A type, an identifier and a payload that are not of one message. */
    CONTRADICTION
}
