package org.sinho.core.site;

/** How two phases of one site may be shown together. */
public enum Conflict {
    /** Never both with right of way. */
    FORBIDDEN,
    /** Together, and one gives way by law and by design; listed one by one and signed off. */
    YIELD,
    /** Together without restriction. */
    FREE
}
