package org.sinho.rig;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LampBits;
import org.sinho.rig.sumo.StopLines;
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
 * simulated traffic drives it. The rig's own monitor watches what it shows, beside the cabinet's.
 *
 * <p>Detector inputs go through {@code vehicleDetectorControlGroupActuation} and {@code
 * pedestrianDetectorControlGroupActuation} of NTCIP 1202 v03. A SET of either restarts the
 * controller's backup timer, as one by the center would: to see a controller fall back when the
 * center is silent, wire the detectors.
 *
 * <p>A controller that does not tell its lamps for a second is taken as dark: a bench must not show
 * green on the word of a controller that is no longer there.
 */
final class ExternalSite implements FieldSite {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";
    private static final String DETECTOR_ACTUATION = ASC + ".2.12.1.2.";
    private static final String PED_DETECTOR_ACTUATION = ASC + ".2.13.1.2.";
    private static final int DETECTOR_GROUPS = 32;
    private static final int TIMEOUT_MS = 80;
    private static final int SILENCE_MS = 1_000;

    /** Lamps of one reading may be that far apart (S-01): so may two lamps of one face. */
    private static final int SKEW_MS = 200;

    private static final long NEVER = Long.MIN_VALUE;

    private final CityFolder.Junction junction;
    private final Snmp snmp;
    private final CommunityTarget<UdpAddress> reading;
    private final CommunityTarget<UdpAddress> writing;
    private final ObservedEvents events;
    private final StopLines stopLines;
    private final Optional<SiteMonitors> monitors;
    private final int phases;
    private final int overlaps;
    private final int pedestrians;
    private final List<String> faults = new ArrayList<>();
    private LampBits lamps = LampBits.ALL_RED;
    private long heardMs = NEVER;
    private long contradictsSinceMs = NEVER;
    private int gapCount;
    private boolean measured;
    private boolean silent;
    private boolean complained;

    ExternalSite(
            CityFolder.Junction junction,
            RigConfig.Controller config,
            StopLines stopLines,
            PrintWriter lampRows,
            PrintWriter eventRows)
            throws IOException {
        this.junction = junction;
        this.stopLines = stopLines;
        phases = mask(link -> link.overlap() == 0 ? link.phase() : 0);
        overlaps = mask(CityFolder.Link::overlap);
        pedestrians = mask(CityFolder.Link::ped);
        events = new ObservedEvents(junction.number(), eventRows);
        monitors = SiteMonitors.of(junction, SKEW_MS, lampRows, events);
        if (monitors.isPresent()) {
            monitors.get().join(); // Who knows for how long it has been running.
        } else {
            fault("has no monitor card beside its controller file: its lamps are not judged");
        }
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        var address = config.external().orElseThrow();
        UdpAddress udp = new UdpAddress(address.getAddress(), address.getPort());
        reading = target(udp, config.readCommunity());
        writing = target(udp, config.writeCommunity());
    }

    private int mask(ToIntFunction<CityFolder.Link> of) {
        return junction.links().stream()
                .mapToInt(of)
                .filter(n -> n > 0)
                .map(n -> 1 << (n - 1))
                .reduce(0, (a, b) -> a | b);
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
        if (!silent) { // Of a silent one a single question: the bench must keep its pace.
            PDU set = new PDU();
            set.setType(PDU.SET);
            actuate(set, traffic, utcMs);
            complain(snmp.send(set, writing));
        }
        ResponseEvent<UdpAddress> event = snmp.send(LampReading.request(), reading);
        Optional<LampReading> read =
                event == null
                        ? Optional.empty()
                        : Optional.ofNullable(event.getResponse()).flatMap(LampReading::of);
        if (read.isPresent()) {
            hear(read.get(), utcMs);
        } else {
            miss(utcMs);
        }
        monitors.ifPresent(
                both ->
                        both.watchWaits(
                                utcMs,
                                stopLines.present(traffic, junction),
                                stopLines.pressed(traffic, junction),
                                lamps,
                                measured && !silent));
    }

    private void miss(long utcMs) {
        heardMs = heardMs == NEVER ? utcMs : heardMs; // Nothing heard yet: since the start.
        if (!silent && utcMs - heardMs >= SILENCE_MS) {
            silent = true;
            lamps = LampBits.DARK;
            monitors.ifPresent(both -> both.lose(utcMs));
            fault("has not told its lamps since " + heardMs + ": taken as dark");
        }
    }

    private void hear(LampReading now, long utcMs) {
        if (silent) {
            silent = false;
            fault("tells its lamps again at " + utcMs);
        } else if (heardMs != NEVER && utcMs - heardMs > SKEW_MS) {
            gapCount++;
            monitors.ifPresent(SiteMonitors::join); // When a lamp changed meanwhile, nobody knows.
        }
        heardMs = utcMs;
        if (!now.contradicts(phases, overlaps, pedestrians)) {
            contradictsSinceMs = NEVER;
        } else if (contradictsSinceMs == NEVER) {
            contradictsSinceMs = utcMs;
        }
        if (contradictsSinceMs != NEVER && utcMs - contradictsSinceMs <= SKEW_MS) {
            return; // Read while a lamp changed: the next reading tells.
        }
        measured |= monitors.isPresent();
        monitors.ifPresent(both -> both.watchLamps(utcMs, now));
        events.flash(utcMs, now.flashStatus());
        // SUMO's heads cannot contradict themselves. What does is the monitor's to find.
        lamps =
                new LampBits(
                        now.greens(),
                        now.yellows() & ~now.greens(),
                        now.walks(),
                        now.pedClears() & ~now.walks(),
                        now.flashing(),
                        now.overlapGreens(),
                        now.overlapYellows() & ~now.overlapGreens());
    }

    private void fault(String what) {
        String line = "junction " + junction.number() + ": controller " + what;
        System.err.println("rig: " + line);
        faults.add(line);
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

    private void actuate(PDU set, SumoTraffic traffic, long utcMs) {
        int[] vehicle = new int[DETECTOR_GROUPS];
        for (CityFolder.Detector detector : junction.detectors()) {
            boolean on = traffic.occupied(junction.number(), detector.number());
            events.detector(utcMs, detector.number(), on);
            if (on) {
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
        return monitors.map(SiteMonitors::violations).orElse(List.of());
    }

    @Override
    public int tripCount() {
        return monitors.map(SiteMonitors::tripCount).orElse(0);
    }

    @Override
    public boolean measured() {
        return measured;
    }

    @Override
    public List<String> faults() {
        if (gapCount == 0) {
            return List.copyOf(faults);
        }
        List<String> all = new ArrayList<>(faults);
        all.add(
                "junction "
                        + junction.number()
                        + ": lamps not read for more than "
                        + SKEW_MS
                        + " ms "
                        + gapCount
                        + " times: what was on then is not judged by its length");
        return all;
    }

    @Override
    public boolean silent() {
        return silent;
    }

    @Override
    public Map<String, Double> worstWaitSeconds() {
        return measured ? monitors.orElseThrow().worstWaitSeconds() : Map.of();
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
