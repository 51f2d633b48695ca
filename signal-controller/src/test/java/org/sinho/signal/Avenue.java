package org.sinho.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.event.SiteCheck;
import org.sinho.core.site.SiteSheet;

/**
 * A core with three junctions in one zone and the controllers that it commands, each with detectors
 * that report once a minute what they have counted. A tenth of a second is a step.
 */
final class Avenue {
    static final int SITES = 3;
    static final int PERIOD_S = 60;
    private static final int WARM_UP_DS = 45;

    /** Vehicles an hour inbound, outbound, across, for which patterns 1, 2 and 3 were made. */
    static final List<List<Integer>> FLOWS =
            List.of(List.of(300, 300, 200), List.of(900, 300, 200), List.of(300, 900, 200));

    /** A pattern that was SET for other reasons than to repeat it, or that was given back. */
    record PatternSet(long ds, int site, int value, int reason) {}

    /** The zone's pattern as operators hear of it. */
    record Told(long ds, int pattern) {}

    final FieldController[] fields = new FieldController[SITES];
    final int[][] volumes = new int[SITES][DetectorVolumes.DETECTOR_COUNT + 1];
    final int[][] occupancies = new int[SITES][DetectorVolumes.DETECTOR_COUNT + 1];
    final boolean[] counting = new boolean[SITES];
    final List<PatternSet> patterns = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<byte[]> events = new ArrayList<>();
    final List<byte[]> out = new ArrayList<>();
    long ds = -WARM_UP_DS;
    private final List<byte[]> outcomes = new ArrayList<>();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final int[] sequences = new int[SITES];
    private final ControlSettings settings;
    private ControlLoop core;
    private long sequence;
    private long epoch;

    Avenue() {
        this(ControlSettings.DEFAULT.withCoordination(List.of(zone())));
    }

    Avenue(ControlSettings settings) {
        this.settings = settings;
        core = new ControlLoop(sheets(), settings, this::take);
        Arrays.setAll(fields, i -> new FieldController());
        Arrays.fill(counting, true);
        startEpoch();
        while (ds < 0) {
            step();
        }
    }

    static CoordinationZone zone() {
        return zone(CoordinationZone.STEADY_S);
    }

    static CoordinationZone zone(int steadyS) {
        return new CoordinationZone(
                "avenue",
                IntStream.rangeClosed(1, SITES)
                        .mapToObj(
                                site ->
                                        new CoordinationZone.Member(
                                                site,
                                                List.of(2),
                                                List.of(6),
                                                List.of(4, 8),
                                                Map.of(2, List.of(12, 13))))
                        .toList(),
                IntStream.rangeClosed(1, FLOWS.size())
                        .mapToObj(n -> new CoordinationZone.Pattern(n, flowsOf(n)))
                        .toList(),
                steadyS,
                CoordinationZone.LEAST_S);
    }

    private static Map<Integer, List<Integer>> flowsOf(int pattern) {
        List<Integer> flows = FLOWS.get(pattern - 1);
        return Map.of(1, flows, 2, flows, 3, flows);
    }

    private static List<SiteSheet> sheets() {
        return IntStream.rangeClosed(1, SITES).mapToObj(Junction::sheet).toList();
    }

    long nowMs() {
        return Street.START_MS + ds * 100;
    }

    /** Lets every junction count vehicles at a rate, per hour. */
    void flow(int inbound, int outbound, int across) {
        for (int site = 1; site <= SITES; site++) {
            flow(site, inbound, outbound, across);
        }
    }

    void flow(int site, int inbound, int outbound, int across) {
        int[] counts = volumes[site - 1];
        counts[12] = inbound / 60 / 2;
        counts[13] = inbound / 60 - counts[12];
        counts[6] = outbound / 60;
        counts[4] = across / 60 / 2;
        counts[8] = across / 60 - counts[4];
    }

    private void take(DirectBuffer record, int offset, int length) {
        byte[] copy = new byte[length];
        record.getBytes(offset, copy);
        out.add(copy);
        SignalCommand command = new SignalCommand().wrap(record, offset);
        switch (EventHeader.type(record, offset)) {
            case RecordType.COMMAND -> {
                FieldController field = fields[command.siteId() - 1];
                field.set(command.object(), command.index(), command.value());
                outcomes.add(outcome(command));
                note(command);
            }
            case RecordType.REFUSAL ->
                    refusals.add(ds + " " + command.rule() + " " + command.object());
            case RecordType.NOTICE -> {
                Notice notice = new Notice().wrap(record, offset);
                if (notice.code() == NoticeCode.PATTERN_CHOSEN.code()) {
                    told.add(new Told(ds, notice.second()));
                }
            }
            default -> {
                // Nothing of interest here.
            }
        }
    }

    private void note(SignalCommand command) {
        boolean pattern = command.object() == ControlObject.PATTERN;
        if (pattern && command.reason() != Reason.HEARTBEAT && ds >= 0) {
            patterns.add(new PatternSet(ds, command.siteId(), command.value(), command.reason()));
        }
    }

    private static byte[] outcome(SignalCommand command) {
        byte[] event = new byte[EventHeader.SIZE + CommandOutcome.SIZE];
        new CommandOutcome()
                .wrapForWrite(new UnsafeBuffer(event), 0)
                .siteId(command.siteId())
                .outcome(Outcome.CONFIRMED)
                .epoch(command.epoch())
                .siteSequence(command.siteSequence())
                .object(command.object())
                .index(command.index())
                .value(command.value());
        return event;
    }

    private void happen(int type, int size) {
        EventHeader.write(buffer, 0, type, size, 0, 0, nowMs());
        EventHeader.sequence(buffer, 0, ++sequence);
        byte[] copy = new byte[EventHeader.SIZE + size];
        buffer.getBytes(0, copy);
        events.add(copy);
        core.onEvent(buffer, 0, copy.length);
    }

    void startEpoch() {
        new EpochStart().wrapForWrite(buffer, 0).epoch(++epoch);
        happen(EventType.EPOCH_START, EpochStart.SIZE);
        for (int site = 1; site <= SITES; site++) {
            new SiteCheck().wrapForWrite(buffer, 0).siteId(site).agrees(1);
            happen(EventType.SITE_CHECK, SiteCheck.SIZE);
        }
    }

    /** The center says that it ends. */
    void end() {
        new HealthReport().wrapForWrite(buffer, 0).kind(HealthReport.Kind.CENTER).healthy(0);
        happen(EventType.HEALTH, HealthReport.SIZE);
    }

    /** The same state in another process: a new core, from a snapshot of the old one. */
    void moveToAnotherCore() {
        UnsafeBuffer state = new UnsafeBuffer(new byte[ControlLoop.SNAPSHOT_LIMIT]);
        core.snapshot(state, 0);
        core = new ControlLoop(sheets(), settings, this::take);
        core.load(state, 0);
    }

    void run(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            step();
        }
    }

    void step() {
        for (byte[] outcome : List.copyOf(outcomes)) {
            buffer.putBytes(0, outcome);
            happen(EventType.COMMAND_OUTCOME, CommandOutcome.SIZE);
        }
        outcomes.clear();
        for (int i = 0; i < SITES; i++) {
            if (fields[i].push) {
                ControllerStatus status = new ControllerStatus().wrapForWrite(buffer, 0);
                fields[i].write(status);
                status.siteId(i + 1);
                happen(EventType.CONTROLLER_STATUS, ControllerStatus.SIZE);
            }
            if (Math.floorMod(ds, 10) == 1) {
                ControllerPoll poll = new ControllerPoll().wrapForWrite(buffer, 0);
                fields[i].write(poll);
                poll.siteId(i + 1);
                happen(EventType.CONTROLLER_POLL, ControllerPoll.SIZE);
            }
            if (Math.floorMod(ds, PERIOD_S * 10) == 300 + 10 * i && counting[i]) {
                count(i);
            }
        }
        happen(EventType.TICK, 0);
        for (FieldController field : fields) {
            field.step();
        }
        ds++;
    }

    private void count(int index) {
        DetectorVolumes report =
                new DetectorVolumes()
                        .wrapForWrite(buffer, 0)
                        .siteId(index + 1)
                        .sequence(++sequences[index])
                        .periodS(PERIOD_S);
        for (int detector : new int[] {4, 6, 8, 12, 13}) {
            report.volume(detector, volumes[index][detector])
                    .occupancy(detector, occupancies[index][detector]);
        }
        happen(EventType.DETECTOR_VOLUMES, DetectorVolumes.SIZE);
    }
}
