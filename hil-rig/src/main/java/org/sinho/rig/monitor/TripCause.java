package org.sinho.rig.monitor;

/** Hardware faults that put the cabinet to flash. */
public enum TripCause {
    /** Green, yellow or walk of two forbidden movements for 300 ms. */
    CONFLICT,
    /** A face without any lamp for 800 ms. */
    RED_FAIL,
    /** Two lamps of one face for 1000 ms. */
    DUAL_INDICATION,
    /** Yellow shorter than 2.7 s. */
    SHORT_YELLOW,
    /** Green followed by something else than yellow. */
    SKIPPED_YELLOW,
    /** Somebody has put the cabinet's flash switch over. */
    FLASH_SWITCH
}
