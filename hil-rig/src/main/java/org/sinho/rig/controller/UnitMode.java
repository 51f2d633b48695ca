package org.sinho.rig.controller;

/** What the whole unit is doing; {@link VirtualController} alone changes it. */
enum UnitMode {
    /** All-red flash after power-up. */
    START_UP_FLASH,
    /** Steady all red before the first green. */
    START_UP_ALL_RED,
    /** Rings and preempts run. */
    RUNNING,
    /** Greens are being ended in full before automatic flash. */
    FLASH_ENTRY,
    /** Automatic flash, as commanded. */
    FLASH,
    /** Flash forced by the conflict monitor; latched. */
    MONITOR_FLASH;

    boolean flashing() {
        return this == START_UP_FLASH || this == FLASH || this == MONITOR_FLASH;
    }

    /** {@return unitFlashStatus of NTCIP 1202} */
    int flashStatus() {
        return switch (this) {
            case START_UP_FLASH -> 7;
            case FLASH -> 3;
            case MONITOR_FLASH -> 6;
            default -> 2;
        };
    }
}
