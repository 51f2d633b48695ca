package org.sinho.signal.ntcip;

import java.util.ArrayList;
import java.util.List;
import org.sinho.core.event.DetectorVolumes;
import org.snmp4j.smi.OID;

/**
 * Reads what the detectors have counted, once for each period of counting.
 *
 * <p>Only a period whose end was seen counts: behind a gap, or after the controller was switched
 * on, nobody knows how much of it has been counted.
 */
final class VolumeReader {
    /** {@code volumeOccupancySequence}: one more with each period. */
    static final OID SEQUENCE = NtcipClient.oid(0x020501, 0);

    private static final OID PERIOD = NtcipClient.oid(0x020502, 0);
    private static final int ENTRY = 0x02050401;
    private static final int VOLUME_COLUMN = 1;
    private static final int OCCUPANCY_COLUMN = 2;
    private static final int HIGHEST = 255;
    private static final int TABLES = 2;

    private final ControllerAddress address;
    private final NtcipClient client;
    private final List<OID> oids = new ArrayList<>();
    private int lastSequence = NtcipClient.SILENT;
    private int sequence;

    VolumeReader(ControllerAddress address, NtcipClient client) {
        this.address = address;
        this.client = client;
        oids.add(SEQUENCE);
        oids.add(PERIOD);
        for (int detector : address.counted()) {
            oids.add(NtcipClient.oid(ENTRY, VOLUME_COLUMN).append(detector));
            oids.add(NtcipClient.oid(ENTRY, OCCUPANCY_COLUMN).append(detector));
        }
    }

    /**
     * Takes in the sequence that a poll has read.
     *
     * @return whether a period has ended since the poll before
     */
    boolean isDue(int polled) {
        if (polled < 0 || polled > HIGHEST || polled == lastSequence) {
            return false;
        }
        boolean next = lastSequence >= 0 && polled == (lastSequence + 1 & HIGHEST);
        lastSequence = next ? lastSequence : polled;
        sequence = polled;
        return next;
    }

    /** Reads the period that is due; returns whether all of it came, else it stays due. */
    boolean read(DetectorVolumes event) {
        int[] values = client.get(oids);
        if (values.length == 0 || values[0] != sequence) {
            return false; // Silent, or meanwhile in the next period.
        }
        lastSequence = sequence;
        int periodS = values[1];
        if (periodS < 1 || periodS > HIGHEST) {
            return false;
        }
        event.siteId(address.siteId()).sequence(sequence).periodS(periodS);
        for (int i = 0; i < address.counted().length; i++) {
            int detector = address.counted()[i];
            event.volume(detector, octet(values[2 + TABLES * i]))
                    .occupancy(detector, octet(values[3 + TABLES * i]));
        }
        return true;
    }

    private static int octet(int value) {
        return value < 0 || value > HIGHEST ? DetectorVolumes.UNKNOWN : value;
    }
}
