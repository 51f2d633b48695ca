package org.sinho.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.MissionToken;
import org.sinho.core.event.PedestrianReport;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.SiteCheck;
import org.sinho.core.event.VehicleReport;

/**
 * A core, the {@link FieldController} it commands, dispatch, and vehicles: everything that happens
 * is an event to {@link ControlLoop#onEvent}. A tenth of a second is a step.
 */
final class Street {
    static final long START_MS = 1_800_000_000_000L;

    /** One vehicle, and what its next messages say. */
    static final class Vehicle {
        int id;
        int role = 14;
        int granted = 0x80;
        int on = 3;
        double atM = 300;
        double speedMps = 15;
        int request = 1;
        int signer;
        boolean asks;
        boolean reports;
        boolean unchecked;
        int ageMs;
        int expiresMs;
        int etaMs = -1;
        int turnedCdeg;
        double asideM;
        int lane;
        int type = 1;
    }

    final FieldController field = new FieldController();
    final Map<Integer, Vehicle> vehicles = new TreeMap<>();
    final List<byte[]> out = new ArrayList<>();
    Consumer<byte[]> recorder = event -> {};
    ControlLoop core;
    boolean dispatch = true;
    String nextOutcome = "";
    long ds;
    private final ControlSettings settings;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]);
    private final List<byte[]> outcomes = new ArrayList<>();
    private byte[] lastRequest;
    private long sequence;
    private long epoch;
    private long hash;

    Street(ControlSettings settings) {
        this.settings = settings;
        core = new ControlLoop(List.of(Junction.sheet()), settings, this::take);
    }

    long nowMs() {
        return START_MS + ds * 100;
    }

    Vehicle vehicle(int id) {
        return vehicles.computeIfAbsent(
                id,
                n -> {
                    Vehicle made = new Vehicle();
                    made.id = n;
                    made.signer = n;
                    return made;
                });
    }

    /** Somebody connected stands at the end of a queue of twenty before a red. */
    void queue(int approach) {
        Vehicle last = vehicle(900 + approach);
        last.on = approach;
        last.atM = 149;
        last.speedMps = 0;
        last.reports = true;
    }

    private void take(DirectBuffer record, int offset, int length) {
        byte[] copy = new byte[length];
        record.getBytes(offset, copy);
        out.add(copy);
        if (EventHeader.type(record, offset) == RecordType.COMMAND) {
            SignalCommand command = new SignalCommand().wrap(record, offset);
            boolean arrives = nextOutcome.isEmpty();
            if (arrives) {
                field.set(command.object(), command.index(), command.value());
            }
            outcomes.add(outcome(command));
            nextOutcome = "";
        }
    }

    private byte[] outcome(SignalCommand command) {
        byte[] event = new byte[EventHeader.SIZE + CommandOutcome.SIZE];
        int result =
                switch (nextOutcome) {
                    case "fails" -> Outcome.FAILED;
                    case "lost" -> Outcome.DISCARDED;
                    default -> Outcome.CONFIRMED;
                };
        new CommandOutcome()
                .wrapForWrite(new UnsafeBuffer(event), 0)
                .siteId(command.siteId())
                .outcome(result)
                .epoch(command.epoch())
                .siteSequence(command.siteSequence())
                .object(command.object())
                .index(command.index())
                .value(command.value());
        return event;
    }

    /** Puts an event, whose payload is in the buffer, before the core. */
    private void happen(int type, int size) {
        EventHeader.write(buffer, 0, type, size, 0, 0, nowMs());
        EventHeader.sequence(buffer, 0, ++sequence);
        byte[] copy = new byte[EventHeader.SIZE + size];
        buffer.getBytes(0, copy);
        recorder.accept(copy);
        core.onEvent(buffer, 0, EventHeader.SIZE + size);
    }

    void begin() {
        startEpoch();
        check(true);
    }

    void startEpoch() {
        new EpochStart().wrapForWrite(buffer, 0).epoch(++epoch);
        happen(EventType.EPOCH_START, EpochStart.SIZE);
    }

    /** The same state in another process: a new core, from a snapshot of the old one. */
    void moveToAnotherCore() {
        UnsafeBuffer state = new UnsafeBuffer(new byte[ControlLoop.SNAPSHOT_LIMIT]);
        core.snapshot(state, 0);
        core = new ControlLoop(List.of(Junction.sheet()), settings, this::take);
        core.load(state, 0);
    }

    /** A fault: a core that knows nothing of what was heard, and not even that it has begun. */
    void startFromNothing() {
        core = new ControlLoop(List.of(Junction.sheet()), settings, this::take);
    }

    void check(boolean agrees) {
        new SiteCheck()
                .wrapForWrite(buffer, 0)
                .siteId(Junction.SITE)
                .agrees(agrees ? 1 : 0)
                .findings(agrees ? 0 : 3);
        happen(EventType.SITE_CHECK, SiteCheck.SIZE);
    }

    void health(int kind, boolean well, int value) {
        new HealthReport().wrapForWrite(buffer, 0).kind(kind).healthy(well ? 1 : 0).value(value);
        happen(EventType.HEALTH, HealthReport.SIZE);
    }

    void mission(int vehicle, boolean open) {
        new MissionToken()
                .wrapForWrite(buffer, 0)
                .vehicleId(vehicle)
                .open(open ? 1 : 0)
                .expiryUtcMs(nowMs() + 3_600_000);
        happen(EventType.MISSION_TOKEN, MissionToken.SIZE);
    }

    void ask(Vehicle v) {
        double aside = v.asideM * 1e7 / 111_320;
        new SignalRequest()
                .wrapForWrite(buffer, 0)
                .signer(v.signer)
                .generationUtcMs(nowMs() - v.ageMs)
                .expiryUtcMs(v.expiresMs == 0 ? 0 : nowMs() - v.ageMs + v.expiresMs)
                .payloadHash(0, ++hash)
                .siteId(Junction.SITE)
                .vehicleId(v.id)
                .latitudeE7(Junction.latitudeE7(v.on, v.atM) + (int) (v.on <= 2 ? aside : 0))
                .longitudeE7(Junction.longitudeE7(v.on, v.atM) + (int) (v.on > 2 ? aside : 0))
                .etaMs(v.etaMs)
                .speedCmps((int) (v.speedMps * 100))
                .headingCdeg((Junction.headingCdeg(v.on) + v.turnedCdeg) % 36_000)
                .requestId(v.request)
                .requestType(v.type)
                .role(v.role)
                .grantedRoles(v.granted)
                .inboundKind(v.lane == 0 ? 1 : 0)
                .inbound(v.lane == 0 ? v.on : v.lane)
                .rsu(1);
        lastRequest = new byte[EventHeader.SIZE + SignalRequest.SIZE];
        buffer.getBytes(0, lastRequest);
        happen(EventType.SIGNAL_REQUEST, SignalRequest.SIZE);
    }

    /** The last request once more, octet by octet, through a roadside unit. */
    void repeat(int rsu) {
        if (lastRequest == null) {
            return;
        }
        buffer.putBytes(0, lastRequest);
        buffer.putShort(lastRequest.length - Short.BYTES, (short) rsu); // Its last field.
        happen(EventType.SIGNAL_REQUEST, SignalRequest.SIZE);
    }

    private void report(Vehicle v) {
        new VehicleReport()
                .wrapForWrite(buffer, 0)
                .signer(v.signer)
                .temporaryId(v.id)
                .latitudeE7(Junction.latitudeE7(v.on, v.atM))
                .longitudeE7(Junction.longitudeE7(v.on, v.atM))
                .speedCmps((int) (v.speedMps * 100))
                .headingCdeg(Junction.headingCdeg(v.on))
                .verified(v.unchecked ? 0 : 1);
        happen(EventType.VEHICLE_REPORT, VehicleReport.SIZE);
    }

    /** Somebody's device says that he waits to cross. */
    void waitAtCurb(int pedestrian, boolean checked) {
        double[] curb = Junction.curb(pedestrian);
        new PedestrianReport()
                .wrapForWrite(buffer, 0)
                .signer(800 + pedestrian)
                .latitudeE7(Junction.latitudeE7(curb[1]))
                .longitudeE7(Junction.longitudeE7(curb[0]))
                .basicType(1)
                .crossRequest(1)
                .verified(checked ? 1 : 0);
        happen(EventType.PEDESTRIAN_REPORT, PedestrianReport.SIZE);
    }

    /** Lets a tenth of a second pass, after what was done in it. */
    void step() {
        for (byte[] outcome : List.copyOf(outcomes)) {
            buffer.putBytes(0, outcome);
            happen(EventType.COMMAND_OUTCOME, CommandOutcome.SIZE);
        }
        outcomes.clear();
        for (Vehicle v : vehicles.values()) {
            if (v.reports) {
                report(v);
            }
            if (v.asks) {
                ask(v);
            }
            v.atM -= v.speedMps / 10;
        }
        if (field.push) {
            field.write(new ControllerStatus().wrapForWrite(buffer, 0));
            happen(EventType.CONTROLLER_STATUS, ControllerStatus.SIZE);
        }
        if (Math.floorMod(ds, 10) == 1) {
            field.write(new ControllerPoll().wrapForWrite(buffer, 0).siteId(Junction.SITE));
            happen(EventType.CONTROLLER_POLL, ControllerPoll.SIZE);
            if (dispatch) {
                mission(0, false);
            }
        }
        happen(EventType.TICK, 0);
        field.step();
        ds++;
    }
}
