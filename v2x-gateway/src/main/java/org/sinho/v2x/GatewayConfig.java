package org.sinho.v2x;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Settings of the gateway.
 *
 * @param units roadside units that are listened to
 * @param verifyIntervalMs each signer's BSM are checked about this often, milliseconds
 * @param verifySlots datagrams that may wait for a signature check
 */
public record GatewayConfig(List<RoadsideUnit> units, int verifyIntervalMs, int verifySlots) {
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
     */
    public record RoadsideUnit(int number, InetSocketAddress listen, InetSocketAddress downlink) {}
}
