package org.sinho.rig.zone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sinho.core.event.VehicleClass;

/**
 * The reader at one entry: tells a vehicle's class and its tag's number, and nothing else of it.
 *
 * <p>Its sequence begins at the moment of its start, so that it rises over restarts. Written from
 * {@code docs/zone-reader.md} alone: no code is shared with the center's side.
 */
public final class ZoneReader implements AutoCloseable {
    private static final byte[] HEAD = {'S', 'Z', 1};
    private static final int SEALED = 28;
    private static final int SEAL = 16;

    private final int entry;
    private final byte[] key;
    private final InetSocketAddress center;
    private final DatagramChannel socket = DatagramChannel.open();
    private long sequence;
    private long sent;

    /**
     * Starts a reader.
     *
     * @param entry its number
     * @param key the secret that it shares with the center
     * @param center where it speaks to
     * @param startUtcMs when it starts, UTC, milliseconds since 1970
     * @throws IOException when it gets no socket
     */
    public ZoneReader(int entry, byte[] key, InetSocketAddress center, long startUtcMs)
            throws IOException {
        this.entry = entry;
        this.key = key.clone();
        this.center = center;
        sequence = startUtcMs;
    }

    /**
     * Reads a key file.
     *
     * @param file hexadecimal digits
     * @return the key
     * @throws IOException when it cannot be read
     */
    public static byte[] key(Path file) throws IOException {
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }

    /**
     * Reports a vehicle.
     *
     * @param vehicleClass what passed
     * @param tag its tag's number; 0 none
     * @param outward whether it left the zone
     * @param utcMs when, UTC, milliseconds since 1970
     * @throws IOException when the network refuses it
     */
    public void report(VehicleClass vehicleClass, int tag, boolean outward, long utcMs)
            throws IOException {
        socket.send(
                ByteBuffer.wrap(
                        datagram(entry, key, ++sequence, vehicleClass, tag, outward, utcMs)),
                center);
        sent++;
    }

    /**
     * Makes the octets of a report.
     *
     * @param entry the reader's number
     * @param key the secret that it shares with the center
     * @param sequence higher than in every report before
     * @param vehicleClass what passed
     * @param tag its tag's number; 0 none
     * @param outward whether it left the zone
     * @param utcMs when, UTC, milliseconds since 1970
     * @return the datagram
     */
    public static byte[] datagram(
            int entry,
            byte[] key,
            long sequence,
            VehicleClass vehicleClass,
            int tag,
            boolean outward,
            long utcMs) {
        ByteBuffer octets = ByteBuffer.allocate(SEALED + SEAL);
        octets.put(HEAD).put((byte) (outward ? 1 : 0));
        octets.putShort((short) entry).put((byte) vehicleClass.code()).put((byte) 0);
        octets.putLong(sequence).putLong(utcMs).putInt(tag);
        return octets.put(seal(key, Arrays.copyOf(octets.array(), SEALED)), 0, SEAL).array();
    }

    private static byte[] seal(byte[] key, byte[] octets) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /**
     * Counts reports.
     *
     * @return since the start
     */
    public long sent() {
        return sent;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
