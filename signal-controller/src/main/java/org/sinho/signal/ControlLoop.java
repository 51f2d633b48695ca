package org.sinho.signal;

import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.MissionToken;
import org.sinho.core.event.PedestrianReport;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.SiteCheck;
import org.sinho.core.event.VehicleReport;
import org.sinho.core.event.ZoneSighting;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.StateCursor;
import org.sinho.core.picture.TrafficPicture;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.guard.SafetyGuard;
import org.sinho.signal.preempt.MissionBoard;
import org.sinho.signal.preempt.ReplayWindow;
import org.sinho.signal.preempt.RequestCause;
import org.sinho.signal.zone.ZoneFigures;
import org.sinho.signal.zone.ZoneRules;
import org.sinho.signal.zone.ZoneWatch;

/**
 * The signal core: a pure function of the events given to it, in order.
 *
 * <pre>
 *   event ─▶ picture, shadows, requests ─▶ sites ─▶ guard ─▶ record (command, answer, notice, hash)
 * </pre>
 *
 * <p>Reads no clock: <em>control time</em> is the running maximum of the events' times. One thread
 * at a time. After construction nothing is allocated. Knows no ring, no journal and no socket, so
 * that the same code serves a replay, a simulation or a cluster.
 */
public final class ControlLoop {
    /** Room that {@link #snapshot} needs, octets. */
    public static final int SNAPSHOT_LIMIT = 4 * 1024 * 1024;

    private static final int STATE_VERSION = 6;
    private static final int HASH_INTERVAL_MS = 1_000;

    /** Ticks come ten times a second: after such a gap the center itself has stood still. */
    private static final int STANDSTILL_MS = 1_000;

    private static final int CAUSE_SIZE = Long.BYTES;

    private final EpochStart epochStart = new EpochStart();
    private final VehicleReport vehicleReport = new VehicleReport();
    private final PedestrianReport pedestrianReport = new PedestrianReport();
    private final SignalRequest signalRequest = new SignalRequest();
    private final ControllerStatus controllerStatus = new ControllerStatus();
    private final ControllerPoll controllerPoll = new ControllerPoll();
    private final CommandOutcome commandOutcome = new CommandOutcome();
    private final MissionToken missionToken = new MissionToken();
    private final HealthReport healthReport = new HealthReport();
    private final SiteCheck siteCheck = new SiteCheck();
    private final DetectorVolumes detectorVolumes = new DetectorVolumes();
    private final InjectedCommand injectedCommand = new InjectedCommand();
    private final ZoneSighting zoneSighting = new ZoneSighting();

    private final ControlSettings settings;
    private final TrafficPicture picture;
    private final MissionBoard missions;
    private final ReplayWindow replays;
    private final SafetyGuard guard;
    private final RecordWriter records;
    private final ZoneWatch zone;
    private final SiteControl[] sites;
    private final Coordination coordination;
    private final CenterState center;
    private final StateCursor cursor = new StateCursor();
    private final UnsafeBuffer scratch =
            new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(SNAPSHOT_LIMIT));

    private long nowMs = Long.MIN_VALUE / 2;
    private long lastSequence;
    private long epoch;
    private long nextHashMs = Long.MIN_VALUE / 2;
    private long nextSnapshotMs = Long.MIN_VALUE / 2;
    private boolean dispatchDown;

    /**
     * Creates a core that has seen nothing.
     *
     * @param sheets the junctions, each passed by the lint
     * @param settings limits and switches
     * @param sink takes what the core puts out
     */
    public ControlLoop(List<SiteSheet> sheets, ControlSettings settings, RecordSink sink) {
        this(sheets, settings, ZoneRules.NONE, sink);
    }

    /**
     * Creates a core that has seen nothing and watches a restricted zone.
     *
     * @param sheets the junctions, each passed by the lint
     * @param settings limits and switches
     * @param zoneRules who may enter the zone
     * @param sink takes what the core puts out
     */
    public ControlLoop(
            List<SiteSheet> sheets,
            ControlSettings settings,
            ZoneRules zoneRules,
            RecordSink sink) {
        this.settings = settings;
        LaneMap[] lanes = sheets.stream().map(LaneMap::new).toArray(LaneMap[]::new);
        picture = new TrafficPicture(lanes);
        missions = new MissionBoard(settings.dispatchSilenceMs());
        replays = new ReplayWindow(settings.requestFreshMs());
        guard = new SafetyGuard(sheets);
        records = new RecordWriter(this, guard, sink);
        zone = new ZoneWatch(zoneRules, records.zoneNotices());
        sites = new SiteControl[sheets.size()];
        center = new CenterState(sites.length);
        for (int i = 0; i < sites.length; i++) {
            sites[i] =
                    new SiteControl(
                            sheets.get(i),
                            i,
                            lanes[i],
                            picture,
                            missions,
                            replays,
                            settings,
                            records.command(),
                            records);
        }
        CoordinationZone.require(settings.coordination(), sheets);
        coordination =
                new Coordination(
                        settings.coordination(),
                        sites,
                        (number, pattern) ->
                                records.notice(0, NoticeCode.PATTERN_CHOSEN, number, pattern));
    }

    /**
     * Takes the next event.
     *
     * @param event holds the event
     * @param offset first octet of its header
     * @param length octets, header included
     */
    public void onEvent(DirectBuffer event, int offset, int length) {
        assert length == EventHeader.length(event, offset) : "length";
        lastSequence = EventHeader.sequence(event, offset);
        nowMs = Math.max(nowMs, EventHeader.utcMs(event, offset));
        switch (EventHeader.type(event, offset)) {
            case EventType.TICK -> onTick();
            case EventType.EPOCH_START -> onEpochStart(epochStart.wrap(event, offset));
            case EventType.VEHICLE_REPORT ->
                    picture.apply(vehicleReport.wrap(event, offset), nowMs);
            case EventType.PEDESTRIAN_REPORT -> onPedestrian(pedestrianReport.wrap(event, offset));
            case EventType.SIGNAL_REQUEST -> onRequest(signalRequest.wrap(event, offset));
            case EventType.CONTROLLER_STATUS -> onStatus(controllerStatus.wrap(event, offset));
            case EventType.CONTROLLER_POLL -> onPoll(controllerPoll.wrap(event, offset));
            case EventType.COMMAND_OUTCOME -> onOutcome(commandOutcome.wrap(event, offset));
            case EventType.MISSION_TOKEN -> missions.apply(missionToken.wrap(event, offset), nowMs);
            case EventType.HEALTH -> onHealth(healthReport.wrap(event, offset));
            case EventType.SITE_CHECK -> onSiteCheck(siteCheck.wrap(event, offset));
            case EventType.DETECTOR_VOLUMES ->
                    coordination.onVolumes(detectorVolumes.wrap(event, offset), nowMs);
            case EventType.INJECTED_COMMAND -> onInjected(injectedCommand.wrap(event, offset));
            case EventType.ZONE_SIGHTING ->
                    zone.onSighting(zoneSighting.wrap(event, offset), nowMs);
            default -> {
                // VOID, or of a later version: passed over, as in every replay.
            }
        }
        if (guard.failed()) {
            throw new IllegalStateException("the guard found itself inconsistent: stopping (F-06)");
        }
    }

    private void onTick() {
        noteStandstill();
        noteDispatch();
        zone.onTick(nowMs);
        coordination.decide(nowMs);
        for (SiteControl site : sites) {
            advance(site);
        }
        if (nowMs >= nextHashMs) {
            nextHashMs = nowMs - Math.floorMod(nowMs, HASH_INTERVAL_MS) + HASH_INTERVAL_MS;
            records.stateHash(stateHash());
        }
        if (nowMs >= nextSnapshotMs) {
            boolean first = nextSnapshotMs == Long.MIN_VALUE / 2;
            int interval = settings.snapshotIntervalMs();
            nextSnapshotMs = nowMs - Math.floorMod(nowMs, interval) + interval;
            if (!first) {
                putSnapshot();
            }
        }
    }

    /**
     * What controllers pushed while the center stood still is heard in one heap afterwards and
     * looks fresh; and they may have fallen back meanwhile.
     */
    private void noteStandstill() {
        boolean ticked = nextHashMs != Long.MIN_VALUE / 2;
        if (ticked && nowMs - nextHashMs > STANDSTILL_MS) {
            for (SiteControl site : sites) {
                site.standStill();
            }
        }
    }

    private void putSnapshot() {
        int head = EventHeader.SIZE + CAUSE_SIZE;
        int length = snapshot(scratch, head);
        EventHeader.write(scratch, 0, RecordType.SNAPSHOT, CAUSE_SIZE + length, 0, 0, nowMs);
        scratch.putLong(EventHeader.SIZE, lastSequence);
        records.put(scratch, head + length);
    }

    private void advance(SiteControl site) {
        if (epoch > 0) { // Without an epoch nobody may command (C-08).
            site.advance(center, nowMs);
        }
    }

    private void noteDispatch() {
        boolean down = missions.isDispatchDown(nowMs);
        if (down && !dispatchDown) {
            records.notice(0, NoticeCode.DISPATCH_SILENT, 0, 0);
        }
        dispatchDown = down;
    }

    private void onEpochStart(EpochStart start) {
        boolean higher = start.epoch() > epoch;
        epoch = Math.max(epoch, start.epoch());
        guard.onEpoch(start.epoch());
        center.begin();
        for (SiteControl site : sites) {
            site.forget(higher, nowMs);
        }
    }

    /** Whoever stands at a crossing stands at one of one junction: the others find nothing near. */
    private void onPedestrian(PedestrianReport report) {
        for (SiteControl site : sites) {
            site.people.apply(report, nowMs);
        }
    }

    private void onRequest(SignalRequest request) {
        guard.onRequest(request, nowMs);
        SiteControl site = find(request.siteId());
        if (site == null) {
            return;
        }
        RequestCause cause = site.receive(request, center, nowMs);
        if (cause == RequestCause.NONE) {
            advance(site); // Not at the next tick: seconds decide here.
        }
    }

    private void onStatus(ControllerStatus status) {
        guard.onStatus(status, nowMs);
        SiteControl site = find(status.siteId());
        if (site != null) {
            site.shadow.apply(status, nowMs);
        }
    }

    private void onPoll(ControllerPoll poll) {
        guard.onPoll(poll, nowMs);
        for (int i = 0; i < sites.length; i++) {
            SiteControl site = sites[i];
            if (site.siteId() == poll.siteId() && site.onPoll(poll, nowMs)) {
                int count = center.onMonitorFlash(i, site.lastSetMs(), nowMs);
                if (count > 0) {
                    records.notice(0, NoticeCode.ZONE_STOPPED, site.siteId(), count);
                }
            }
        }
    }

    private void onOutcome(CommandOutcome outcome) {
        guard.onOutcome(outcome, nowMs);
        SiteControl site = find(outcome.siteId());
        if (site != null && outcome.epoch() == epoch) {
            site.onOutcome(outcome, nowMs);
        }
    }

    private void onSiteCheck(SiteCheck check) {
        SiteControl site = find(check.siteId());
        if (site != null) {
            site.onCheck(check);
        }
    }

    /** Straight to the guard, past every site: what the planner knows must not change by it. */
    private void onInjected(InjectedCommand injected) {
        if (settings.injection()) {
            records.inject(injected);
        }
    }

    private void onHealth(HealthReport health) {
        boolean changed = center.onHealth(health, nowMs);
        guard.onHealth(health, nowMs);
        if (changed) {
            records.notice(0, NoticeCode.HEALTH, health.kind(), health.healthy());
        }
        if (center.isEnding()) {
            for (SiteControl site : sites) {
                site.advance(center, nowMs); // Gives back what we hold: no tick comes after this.
            }
        }
    }

    SiteControl find(int siteId) {
        for (SiteControl site : sites) {
            if (site.siteId() == siteId) {
                return site;
            }
        }
        return null;
    }

    long epoch() {
        return epoch;
    }

    long lastSequence() {
        return lastSequence;
    }

    /**
     * Returns control time.
     *
     * @return UTC, milliseconds since 1970
     */
    public long nowMs() {
        return nowMs;
    }

    /**
     * Returns the hash of the present state.
     *
     * @return 64 bits
     */
    public long stateHash() {
        return StateHash.of(scratch, 0, snapshot(scratch, 0));
    }

    /**
     * Saves the state.
     *
     * @param buffer takes it, at most {@link #SNAPSHOT_LIMIT} octets
     * @param offset first octet
     * @return octets written
     */
    public int snapshot(MutableDirectBuffer buffer, int offset) {
        cursor.save(buffer, offset);
        visit();
        return cursor.length();
    }

    /**
     * Restores a state saved by a core with the same sheets and settings.
     *
     * @param buffer holds it
     * @param offset first octet
     * @throws IllegalStateException if the state is of another version
     */
    public void load(DirectBuffer buffer, int offset) {
        cursor.load(buffer, offset);
        visit();
    }

    private void visit() {
        int version = cursor.visit(STATE_VERSION);
        if (version != STATE_VERSION) {
            throw new IllegalStateException(
                    "snapshot has state version " + version + ", allowed " + STATE_VERSION);
        }
        nowMs = cursor.visit(nowMs);
        lastSequence = cursor.visit(lastSequence);
        epoch = cursor.visit(epoch);
        nextHashMs = cursor.visit(nextHashMs);
        nextSnapshotMs = cursor.visit(nextSnapshotMs);
        center.visit(cursor);
        dispatchDown = cursor.visit(dispatchDown);
        picture.visit(cursor);
        missions.visit(cursor);
        replays.visit(cursor);
        zone.visit(cursor);
        coordination.visit(cursor);
        for (SiteControl site : sites) {
            site.visit(cursor);
        }
        if (cursor.saving()) {
            cursor.skip(guard.encode(cursor.target(), cursor.position()));
        } else {
            cursor.skip(guard.decode(cursor.source(), cursor.position()));
        }
    }

    /**
     * Sums up what the sites have done; for summaries and pages, not for decisions.
     *
     * @return figures since the journal began
     */
    public ControlFigures figures() {
        return ControlFigures.of(sites, picture.count(nowMs));
    }

    /**
     * Sums up what the zone's entries have seen; for summaries and pages, not for decisions.
     *
     * @return figures since the journal began
     */
    public ZoneFigures zoneFigures() {
        return zone.figures();
    }
}
