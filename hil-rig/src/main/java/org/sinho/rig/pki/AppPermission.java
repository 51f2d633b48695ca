package org.sinho.rig.pki;

import java.util.HexFormat;

/**
 * What a certificate allows its holder to say.
 *
 * @param psid provider service identifier, 0 to 2^31 - 1
 * @param sspHex service specific permissions in hexadecimal, 0 to 31 octets; empty when absent
 */
public record AppPermission(int psid, String sspHex) {
    /** PSID of basic safety messages. */
    public static final int PSID_BSM = 0x20;

    /** PSID of personal safety messages. */
    public static final int PSID_PSM = 0x27;

    /** PSID of signal requests. */
    public static final int PSID_SIGNAL_REQUEST = 0x204096;

    /** {@return permission for basic safety messages} */
    public static AppPermission bsm() {
        return new AppPermission(PSID_BSM, "");
    }

    /** {@return permission for personal safety messages} */
    public static AppPermission psm() {
        return new AppPermission(PSID_PSM, "");
    }

    /**
     * {@return permission for signal requests in some roles}
     *
     * @param roleBits 0x80 ambulance, 0x40 fire, 0x20 police, 0x10 rescue, 0x08 transit
     */
    public static AppPermission signalRequest(int roleBits) {
        return new AppPermission(
                PSID_SIGNAL_REQUEST,
                HexFormat.of().toHexDigits((byte) 1) + HexFormat.of().toHexDigits((byte) roleBits));
    }

    byte[] ssp() {
        return HexFormat.of().parseHex(sspHex);
    }
}
