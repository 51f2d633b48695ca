package org.sinho.center.link;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sinho.center.check.ControllerReadBack;
import org.sinho.core.site.PreemptPlan;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;
import org.sinho.signal.ntcip.NtcipClient;

/** Reads how a field controller is programmed, to be compared with its sheet. Sender's thread. */
final class ControllerReader {
    private static final int PHASE = 0x01020100;
    private static final int PREEMPT = 0x06020100;
    private static final int OVERLAP = 0x09020100;
    private static final int OVERLAP_COUNT = 16;
    private static final int UNIT_BACKUP_TIME = 0x0303;

    private final NtcipClient client;
    private boolean silent;

    ControllerReader(NtcipClient client) {
        this.client = client;
    }

    /** Reads all that the sheet speaks of; empty when the controller does not answer. */
    Optional<ControllerReadBack> read(SiteSheet sheet) {
        silent = false;
        int backupTimeS = get(UNIT_BACKUP_TIME, 0);
        if (backupTimeS == NtcipClient.SILENT) {
            return Optional.empty();
        }
        Map<Integer, ControllerReadBack.Phase> phases = new TreeMap<>();
        for (VehiclePhase phase : sheet.phases()) {
            int number = phase.number();
            int ring = phase(22, number);
            if (ring > 0) {
                phases.put(
                        number,
                        new ControllerReadBack.Phase(
                                ring,
                                numbers(PHASE | 23, number),
                                phase(4, number),
                                phase(2, number),
                                phase(3, number),
                                phase(8, number),
                                phase(9, number)));
            }
        }
        Map<Integer, ControllerReadBack.Preempt> preempts = new TreeMap<>();
        for (PreemptPlan plan : sheet.preempts()) {
            int number = plan.number();
            preempts.put(
                    number,
                    new ControllerReadBack.Preempt(
                            numbers(PREEMPT | 13, number),
                            numbers(PREEMPT | 15, number),
                            preempt(6, number),
                            preempt(7, number),
                            preempt(8, number),
                            preempt(22, number),
                            preempt(23, number),
                            preempt(11, number)));
        }
        Map<Integer, ControllerReadBack.Overlap> overlaps = overlaps();
        return silent
                ? Optional.empty()
                : Optional.of(new ControllerReadBack(phases, preempts, backupTimeS, overlaps));
    }

    /** All that the controller has, for one that the sheet does not know drives lamps as well. */
    private Map<Integer, ControllerReadBack.Overlap> overlaps() {
        Map<Integer, ControllerReadBack.Overlap> overlaps = new TreeMap<>();
        for (int number = 1; number <= OVERLAP_COUNT; number++) {
            Set<Integer> included = numbers(OVERLAP | 3, number);
            if (!included.isEmpty()) {
                overlaps.put(
                        number,
                        new ControllerReadBack.Overlap(
                                included,
                                numbers(OVERLAP | 4, number),
                                get(OVERLAP | 6, number),
                                get(OVERLAP | 7, number)));
            }
        }
        return overlaps;
    }

    /** After one answer that did not come nothing more is asked: each would take its time. */
    private int get(int object, int index) {
        if (silent) {
            return NtcipClient.SILENT;
        }
        int value = client.get(object, index);
        silent = !client.answered();
        return value;
    }

    private int phase(int column, int number) {
        return get(PHASE | column, number);
    }

    private int preempt(int column, int number) {
        return get(PREEMPT | column, number);
    }

    private Set<Integer> numbers(int object, int number) {
        Set<Integer> numbers = new TreeSet<>();
        if (silent) {
            return numbers;
        }
        for (byte octet : client.octets(NtcipClient.oid(object, number))) {
            numbers.add(octet & 0xFF);
        }
        silent = !client.answered();
        return numbers;
    }
}
