package org.sinho.v2x;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Settings of the gateway.
 *
 * @param units roadside units that are listened to
 * @param verifyIntervalMs each signer's BSM are checked about this often, milliseconds
 * @param verifySlots datagrams that may wait for a signature check
 * @param sharedMemory whether a message that several units heard is taken from the first one only.
 *     Which is first is chance: a bench whose runs must repeat leaves it to the core, which knows a
 *     request again and to which a report twice is a report
 */
public record GatewayConfig(
        List<RoadsideUnit> units, int verifyIntervalMs, int verifySlots, boolean sharedMemory) {
    /**
     * Settings of a gateway whose units remember each for itself.
     *
     * @param units roadside units that are listened to
     * @param verifyIntervalMs see above
     * @param verifySlots see above
     */
    public GatewayConfig(List<RoadsideUnit> units, int verifyIntervalMs, int verifySlots) {
        this(units, verifyIntervalMs, verifySlots, false);
    }

    /** Copies the list and refuses values outside their range. */
    public GatewayConfig {
        units = List.copyOf(units);
        if (verifyIntervalMs < 100 || verifyIntervalMs > 3_000) {
            throw new IllegalArgumentException(
                    "verifyIntervalMs is " + verifyIntervalMs + ", allowed 100 to 3000");
        }
        if (verifySlots < 16 || verifySlots > 65_536) {
            throw new IllegalArgumentException(
                    "verifySlots is " + verifySlots + ", allowed 16 to 65536");
        }
    }

    /**
     * One roadside unit.
     *
     * @param number 1 to 99 999
     * @param listen where its datagrams arrive
     * @param downlink where messages to broadcast are sent
     * @param form the form in which the unit wants them
     */
    public record RoadsideUnit(
            int number, InetSocketAddress listen, InetSocketAddress downlink, DownlinkForm form) {
        /**
         * A unit that wants frames as they are.
         *
         * @param number 1 to 99 999
         * @param listen where its datagrams arrive
         * @param downlink where messages to broadcast are sent
         */
        public RoadsideUnit(int number, InetSocketAddress listen, InetSocketAddress downlink) {
            this(number, listen, downlink, DownlinkForm.RAW);
        }
    }

    /** How a message goes down to a roadside unit. */
    public enum DownlinkForm {
        /** The MessageFrame, nothing else. */
        RAW,
        /** RSU 4.1 immediate forward: lines of text with the frame in hexadecimal. */
        IMMEDIATE_FORWARD
    }
}
