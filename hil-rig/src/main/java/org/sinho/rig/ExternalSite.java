package org.sinho.rig;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LampBits;
import org.sinho.rig.sumo.SumoTraffic;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * A real controller on the bench: its lamps are read and its detectors actuated over SNMP, so that
 * simulated traffic drives it. Its own conflict monitor is the cabinet's.
 *
 * <p>Detector inputs go through {@code vehicleDetectorControlGroupActuation} and {@code
 * pedestrianDetectorControlGroupActuation} of NTCIP 1202 v03. A SET of either restarts the
 * controller's backup timer, as one by the center would: to see a controller fall back when the
 * center is silent, wire the detectors.
 */
final class ExternalSite implements FieldSite {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";
    private static final String YELLOWS = ASC + ".1.4.1.3.";
    private static final String GREENS = ASC + ".1.4.1.4.";
    private static final String PED_CLEARS = ASC + ".1.4.1.6.";
    private static final String WALKS = ASC + ".1.4.1.7.";
    private static final String DETECTOR_ACTUATION = ASC + ".2.12.1.2.";
    private static final String PED_DETECTOR_ACTUATION = ASC + ".2.13.1.2.";
    private static final String OVERLAP_YELLOWS = ASC + ".9.4.1.3.";
    private static final String OVERLAP_GREENS = ASC + ".9.4.1.4.";
    private static final String FLASH_STATUS = ASC + ".3.6.0";
    private static final List<String> OBJECTS =
            List.of(GREENS, YELLOWS, WALKS, PED_CLEARS, OVERLAP_GREENS, OVERLAP_YELLOWS);
    private static final int NOT_FLASH = 2;
    private static final int GROUPS = 2;
    private static final int DETECTOR_GROUPS = 32;
    private static final int TIMEOUT_MS = 80;

    private final CityFolder.Junction junction;
    private final Snmp snmp;
    private final CommunityTarget<UdpAddress> reading;
    private final CommunityTarget<UdpAddress> writing;
    private final PrintWriter lampRows;
    private LampBits lamps = LampBits.ALL_RED;
    private boolean complained;

    ExternalSite(CityFolder.Junction junction, RigConfig.Controller config, PrintWriter lampRows)
            throws IOException {
        this.junction = junction;
        this.lampRows = lampRows;
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        var address = config.external().orElseThrow();
        UdpAddress udp = new UdpAddress(address.getAddress(), address.getPort());
        reading = target(udp, config.readCommunity());
        writing = target(udp, config.writeCommunity());
    }

    private static CommunityTarget<UdpAddress> target(UdpAddress address, String community) {
        CommunityTarget<UdpAddress> target =
                new CommunityTarget<>(address, new OctetString(community));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(TIMEOUT_MS);
        target.setRetries(0);
        return target;
    }

    @Override
    public int junction() {
        return junction.number();
    }

    @Override
    public void advance(SumoTraffic traffic, long utcMs) throws IOException {
        PDU set = new PDU();
        set.setType(PDU.SET);
        actuate(set, traffic);
        complain(snmp.send(set, writing));
        PDU get = new PDU();
        get.setType(PDU.GET);
        for (String object : OBJECTS) {
            for (int group = 1; group <= GROUPS; group++) {
                get.add(new VariableBinding(new OID(object + group)));
            }
        }
        get.add(new VariableBinding(new OID(FLASH_STATUS)));
        ResponseEvent<UdpAddress> event = snmp.send(get, reading);
        if (event != null && event.getResponse() != null) {
            show(event.getResponse(), utcMs);
        }
    }

    /** Said once: a controller that takes no actuations sees no traffic. */
    private void complain(ResponseEvent<UdpAddress> event) {
        boolean refused =
                event != null
                        && event.getResponse() != null
                        && event.getResponse().getErrorStatus() != PDU.noError;
        if (refused && !complained) {
            System.err.println(
                    "rig: controller of junction "
                            + junction.number()
                            + " refuses detector actuations: "
                            + event.getResponse().getErrorStatusText());
        }
        complained |= refused;
    }

    private void actuate(PDU set, SumoTraffic traffic) {
        int[] vehicle = new int[DETECTOR_GROUPS];
        for (CityFolder.Detector detector : junction.detectors()) {
            if (traffic.occupied(junction.number(), detector.number())) {
                vehicle[(detector.number() - 1) / 8] |= 1 << (detector.number() - 1) % 8;
            }
        }
        int pedestrian = 0;
        for (CityFolder.Button button : junction.buttons()) {
            if (traffic.buttonPressed(junction.number(), button.number())) {
                pedestrian |= 1 << (button.number() - 1);
            }
        }
        int highest =
                junction.detectors().stream().mapToInt(CityFolder.Detector::number).max().orElse(1);
        for (int group = 0; group <= (highest - 1) / 8; group++) {
            set.add(
                    new VariableBinding(
                            new OID(DETECTOR_ACTUATION + (group + 1)),
                            new Integer32(vehicle[group])));
        }
        set.add(
                new VariableBinding(
                        new OID(PED_DETECTOR_ACTUATION + 1), new Integer32(pedestrian & 0xFF)));
    }

    private void show(PDU answer, long utcMs) {
        int[] masks = new int[OBJECTS.size()];
        for (int i = 0; i < masks.length * GROUPS; i++) {
            masks[i / GROUPS] |= Math.max(0, value(answer, i)) << 8 * (i % GROUPS);
        }
        int flash = value(answer, masks.length * GROUPS);
        // A reading that contradicts itself is for the monitor in the cabinet; it ends no run.
        LampBits now =
                new LampBits(
                        masks[0],
                        masks[1] & ~masks[0],
                        masks[2],
                        masks[3] & ~masks[2],
                        flash >= 0 && flash != NOT_FLASH,
                        masks[4],
                        masks[5] & ~masks[4]);
        for (int phase : numbers(CityFolder.Link::phase)) {
            row(utcMs, "phase", phase, face(lamps, phase), face(now, phase));
        }
        for (int overlap : numbers(CityFolder.Link::overlap)) {
            row(utcMs, "overlap", overlap, overlap(lamps, overlap), overlap(now, overlap));
        }
        for (int phase : numbers(CityFolder.Link::ped)) {
            row(utcMs, "ped", phase, crossing(lamps, phase), crossing(now, phase));
        }
        lamps = now;
    }

    /** Value of an object, or -1 when the controller does not have it. */
    private static int value(PDU answer, int index) {
        return index < answer.size() && answer.get(index).getVariable() instanceof Integer32 value
                ? value.getValue()
                : -1;
    }

    /** Phases that the junction's heads show, in order; 0 is a link without. */
    private int[] numbers(ToIntFunction<CityFolder.Link> of) {
        return junction.links().stream()
                .mapToInt(of)
                .filter(n -> n > 0)
                .sorted()
                .distinct()
                .toArray();
    }

    private void row(long utcMs, String kind, int number, String before, String now) {
        if (!now.equals(before)) {
            lampRows.println(
                    utcMs + "," + junction.number() + "," + kind + "," + number + "," + now);
        }
    }

    private static String face(LampBits bits, int phase) {
        return face(bit(bits.greens(), phase), bit(bits.yellows(), phase), bits.flashing());
    }

    private static String overlap(LampBits bits, int number) {
        boolean green = bit(bits.overlapGreens(), number);
        return face(green, bit(bits.overlapYellows(), number), bits.flashing());
    }

    private static String face(boolean green, boolean yellow, boolean flashing) {
        if (flashing) {
            return yellow ? "FY" : "FR";
        }
        return green ? "G" : yellow ? "Y" : "R";
    }

    private static String crossing(LampBits bits, int phase) {
        if (bits.flashing()) {
            return "DARK";
        }
        return bit(bits.walks(), phase) ? "W" : bit(bits.pedClears(), phase) ? "FDW" : "DW";
    }

    private static boolean bit(int mask, int phase) {
        return (mask >> (phase - 1) & 1) != 0;
    }

    @Override
    public LampBits lamps() {
        return lamps;
    }

    @Override
    public long pushCount() {
        return -1; // The controller pushes to the center itself.
    }

    @Override
    public List<String> violations() {
        return List.of();
    }

    @Override
    public int tripCount() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
