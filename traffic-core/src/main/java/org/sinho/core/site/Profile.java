package org.sinho.core.site;

/** Which country's rules a site sheet is checked against. */
public enum Profile {
    /** Korea. */
    KR,
    /** United States. */
    US,
    /** Germany. */
    DE,
    /** Generated for a foreign benchmark net; the control center refuses to load it. */
    BENCH
}
