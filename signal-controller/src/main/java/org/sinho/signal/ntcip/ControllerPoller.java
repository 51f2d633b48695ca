package org.sinho.signal.ntcip;

import java.util.ArrayList;
import java.util.List;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.snmp4j.smi.OID;

/** Reads, once a second, what the push does not say and what cross-checks it (C-04). */
final class ControllerPoller {
    private static final int UNIT_CONTROL_STATUS = 0x0305;
    private static final int UNIT_FLASH_STATUS = 0x0306;
    private static final int COORD_PATTERN_STATUS = 0x040A;
    private static final int STATUS_YELLOWS = 0x01040103;
    private static final int STATUS_GREENS = 0x01040104;
    private static final int STATUS_PED_CLEARS = 0x01040106;
    private static final int STATUS_WALKS = 0x01040107;
    private static final int STATUS_VEH_CALLS = 0x01040108;
    private static final int STATUS_PED_CALLS = 0x01040109;
    private static final int PREEMPT_STATE = 0x06020110;
    private static final int DETECTOR_ACTIVE = 0x02040102;
    private static final int[] GROUP_OBJECTS = {
        STATUS_GREENS,
        STATUS_YELLOWS,
        STATUS_WALKS,
        STATUS_PED_CLEARS,
        STATUS_VEH_CALLS,
        STATUS_PED_CALLS,
        ControlObject.HOLD,
        ControlObject.PHASE_OMIT
    };

    private final ControllerAddress address;
    private final NtcipClient client;
    private final int groupCount;
    private final List<OID> oids = new ArrayList<>();
    private int volumeSequence = NtcipClient.SILENT;

    ControllerPoller(ControllerAddress address, NtcipClient client, int groupCount) {
        this.address = address;
        this.client = client;
        this.groupCount = groupCount;
        oids.add(NtcipClient.oid(UNIT_CONTROL_STATUS, 0));
        oids.add(NtcipClient.oid(UNIT_FLASH_STATUS, 0));
        oids.add(NtcipClient.oid(COORD_PATTERN_STATUS, 0));
        for (int object : GROUP_OBJECTS) {
            for (int group = 1; group <= groupCount; group++) {
                oids.add(NtcipClient.oid(object, group));
            }
        }
        for (int preempt : address.preempts()) {
            oids.add(NtcipClient.oid(PREEMPT_STATE, preempt));
        }
        for (int group = 1; group <= address.detectorGroups(); group++) {
            oids.add(NtcipClient.oid(DETECTOR_ACTIVE, group));
        }
        if (address.counted().length > 0) {
            oids.add(VolumeReader.SEQUENCE);
        }
    }

    /** Reads all of it in one request. */
    void poll(ControllerPoll event) {
        event.siteId(address.siteId());
        int[] values = client.get(oids);
        volumeSequence = NtcipClient.SILENT;
        if (values.length == 0) {
            event.answered(0);
            return;
        }
        int next = 3;
        int[] masks = new int[GROUP_OBJECTS.length];
        for (int i = 0; i < masks.length; i++) {
            for (int group = 0; group < groupCount; group++) {
                masks[i] |= Math.max(0, values[next++]) << 8 * group;
            }
        }
        event.answered(1)
                .unitControlStatus(values[0])
                .unitFlashStatus(values[1])
                .patternStatus(values[2])
                .greens(masks[0])
                .yellows(masks[1])
                .walks(masks[2])
                .pedClears(masks[3])
                .vehCalls(masks[4])
                .pedCalls(masks[5])
                .holds(masks[6])
                .omits(masks[7]);
        for (int preempt : address.preempts()) {
            event.preemptState(preempt - 1, Math.max(0, values[next++]));
        }
        long detectors = 0;
        for (int group = 0; group < address.detectorGroups(); group++) {
            detectors |= (long) Math.max(0, values[next++]) << 8 * group;
        }
        event.detectors(detectors);
        if (address.counted().length > 0) {
            volumeSequence = values[next];
        }
    }

    /** The number of the last closed counting period, as the last poll read it. */
    int volumeSequence() {
        return volumeSequence;
    }
}
