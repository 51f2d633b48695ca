package org.sinho.center.link;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;

/**
 * What one reader at an entry of the zone says, octet by octet as {@code docs/zone-reader.md} has
 * it. One thread.
 */
final class SightingReader {
    /** Octets of a datagram. */
    static final int LENGTH = 44;

    private static final int MAGIC = 0x535A;
    private static final int VERSION = 1;
    private static final int SEALED_LENGTH = 28;
    private static final int SEAL_LENGTH = LENGTH - SEALED_LENGTH;
    private static final int FEWEST_DIGITS = 32;
    private static final int MOST_DIGITS = 128;
    private static final String ALGORITHM = "HmacSHA256";

    private final InetAddress address;
    private final Mac mac;
    private final byte[] said = new byte[SEAL_LENGTH];
    private final byte[] right = new byte[SEAL_LENGTH];
    private long lastSequence;

    /**
     * Gets to know a reader.
     *
     * @param address where it speaks from
     * @param key the secret that it shares with the center
     */
    SightingReader(InetAddress address, byte[] key) {
        this.address = address;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** Reads a key file; what it holds is never said. */
    static byte[] key(Path file) throws IOException {
        String text = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
        int digits = text.length();
        if (!text.matches("[0-9A-Fa-f]*")
                || digits % 2 != 0
                || digits < FEWEST_DIGITS
                || digits > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    "zone.readers: keyFile "
                            + file
                            + (Files.isRegularFile(file) ? " holds something else" : " is missing")
                            + ", allowed is a file of "
                            + FEWEST_DIGITS
                            + " to "
                            + MOST_DIGITS
                            + " hexadecimal digits, two for each octet");
        }
        return HexFormat.of().parseHex(text);
    }

    /** {@return whether length, form and version are those of a sighting, else why not} */
    static CounterId form(ByteBuffer datagram) {
        if (datagram.limit() != LENGTH) {
            return CounterId.ZONE_LENGTH;
        }
        return (datagram.getShort(0) & 0xFFFF) == MAGIC && datagram.get(2) == VERSION
                ? CounterId.ZONE_SIGHTINGS
                : CounterId.ZONE_VERSION;
    }

    /** {@return the entry that a datagram of the right form names} */
    static int entry(ByteBuffer datagram) {
        return datagram.getShort(4) & 0xFFFF;
    }

    /**
     * Takes a datagram of the right form that names this reader's entry.
     *
     * @param datagram its octets, in an array
     * @param from who sent it
     * @param sighting takes what it says
     * @return {@link CounterId#ZONE_SIGHTINGS}, or why it is refused
     */
    CounterId take(ByteBuffer datagram, InetAddress from, ZoneSighting sighting) {
        if (!from.equals(address)) {
            return CounterId.ZONE_UNKNOWN_READER;
        }
        if (!isSealed(datagram)) {
            return CounterId.ZONE_BAD_SEAL;
        }
        long sequence = datagram.getLong(8);
        if (sequence <= lastSequence) {
            return CounterId.ZONE_OLD_SEQUENCE;
        }
        lastSequence = sequence;
        int outward = datagram.get(3) & 0xFF;
        int vehicleClass = datagram.get(6) & 0xFF;
        int tag = datagram.getInt(24);
        if (outward > 1 || !VehicleClass.isKnown(vehicleClass) || datagram.get(7) != 0 || tag < 0) {
            return CounterId.ZONE_BAD_VALUE;
        }
        sighting.seenUtcMs(datagram.getLong(16))
                .readerSequence(sequence)
                .entry(entry(datagram))
                .tag(tag)
                .vehicleClass(vehicleClass)
                .outward(outward);
        return CounterId.ZONE_SIGHTINGS;
    }

    private boolean isSealed(ByteBuffer datagram) {
        mac.update(datagram.array(), 0, SEALED_LENGTH);
        System.arraycopy(mac.doFinal(), 0, right, 0, SEAL_LENGTH);
        datagram.get(SEALED_LENGTH, said);
        return MessageDigest.isEqual(said, right);
    }
}
