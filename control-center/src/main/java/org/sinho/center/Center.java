package org.sinho.center;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.center.bench.CommandInjector;
import org.sinho.center.bench.InjectionCount;
import org.sinho.center.clock.ClockWatch;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.journal.ConfigurationFile;
import org.sinho.center.journal.DiskWatch;
import org.sinho.center.journal.Journal;
import org.sinho.center.journal.JournalHeader;
import org.sinho.center.journal.JournalReader;
import org.sinho.center.link.Broadcaster;
import org.sinho.center.link.DispatchLink;
import org.sinho.center.link.NoticeLog;
import org.sinho.center.link.Outbox;
import org.sinho.center.link.PollTap;
import org.sinho.center.link.SenderLanes;
import org.sinho.center.link.SiteInspector;
import org.sinho.center.link.StatusForm;
import org.sinho.center.link.StatusIntake;
import org.sinho.center.link.ZoneIntake;
import org.sinho.center.pipeline.Pipeline;
import org.sinho.center.pipeline.RingDoor;
import org.sinho.center.pipeline.StepDoor;
import org.sinho.center.pipeline.StepTime;
import org.sinho.center.replay.Recovery;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EpochStart;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.time.TimeSource;
import org.sinho.signal.ControlFigures;
import org.sinho.signal.ControlLoop;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.ControllerAddress;
import org.sinho.signal.ntcip.NtcipClient;
import org.sinho.v2x.V2xGateway;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.SecurityConfig;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * The assembled control center. Its constructor is the wiring; {@link #run} lives until the center
 * ends.
 *
 * <p>In production {@link Heart} drives it by the machine's clock; on a bench {@link StepDrive}
 * does in lock-step. Nothing else differs.
 */
public final class Center implements AutoCloseable {
    private final CenterConfig config;
    private final Counters counters = new Counters();
    private final Journal journal;
    private final Recovery recovery;
    private final ControlLoop loop;
    private final Pipeline pipeline;
    private final RingDoor ringDoor;
    private final StepTime stepTime;
    private final StepDoor stepDoor;
    private final Optional<CommandInjector> injector;
    private final TimeSource time;
    private final EventDoor door;
    private final V2xGateway gateway;
    private final Snmp snmp;
    private final Outbox outbox;
    private final CommandSender sender;
    private final Broadcaster broadcaster;
    private final SiteInspector inspector;
    private final DiskWatch disk;
    private final ClockWatch clock;
    private final List<AutoCloseable> links = new ArrayList<>();
    private final SenderLanes lanes;
    private Map<String, Integer> missedBeats = Map.of();
    private volatile StepDrive drive;
    private volatile boolean stopping;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean failed;

    /**
     * Builds the center, recovers the core's state and opens every socket.
     *
     * @param config settings
     * @param documents the junctions, passed by the lint, in the order of the settings
     * @param listener hears of every SET
     * @throws IOException when a socket or file cannot be opened
     */
    public Center(
            CenterConfig config, List<SheetDocument> documents, CommandSender.SetListener listener)
            throws IOException {
        this.config = config;
        List<SiteSheet> sheets = documents.stream().map(SheetDocument::sheet).toList();
        boolean lockStep = config.step().isPresent();
        stepTime = new StepTime(lockStep ? 0 : System.currentTimeMillis());
        time = lockStep ? stepTime : TimeSource.ofMachine();
        clock = clockChecked() ? clock(config) : ClockWatch.unchecked();
        List<ConfigurationFile> files = configurationFiles(config);
        journal =
                Journal.open(
                        config.journal(),
                        new JournalHeader(Version.softwareId(), System.currentTimeMillis(), files),
                        config.sync());
        recovery = new Recovery(journal.output()::append);
        loop = recover(sheets, files);
        // The sender starts behind everything that was put out before this moment.
        disk = DiskWatch.of(config.journal(), journal, (long) config.lowWaterMib() << 20);
        pipeline =
                new Pipeline(
                        config.ringSlots(),
                        (slot, sequence, end) -> journal.events().append(slot.buffer(), 0),
                        (slot, sequence, end) ->
                                loop.onEvent(
                                        slot.buffer(), 0, EventHeader.length(slot.buffer(), 0)),
                        this::fail);
        ringDoor = new RingDoor(pipeline, counters);
        injector = config.injection().map(plan -> new CommandInjector(plan, sheets, ringDoor));
        stepDoor = new StepDoor(injector.<EventDoor>map(bench -> bench).orElse(ringDoor));
        door = lockStep ? stepDoor : ringDoor;
        gateway =
                new V2xGateway(
                        config.gateway(),
                        CertificateStore.load(SecurityConfig.of(config.trust())),
                        door,
                        time,
                        counters);
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        broadcaster = new Broadcaster(gateway, sheets, unitOfSite(documents), counters);
        EventDoor tapped = new PollTap(door, broadcaster);
        sender = new CommandSender(journal.header().epoch(), tapped, heard(listener), counters);
        inspector = new SiteInspector(door);
        openSites(documents);
        lanes = new SenderLanes(sender, inspector, time);
        outbox =
                new Outbox(
                        journal.output().tailFromEnd(),
                        lockStep ? sender::onCommand : lanes,
                        broadcaster,
                        new NoticeLog(System.err));
        links.add(new DispatchLink(config.dispatch(), door, time, counters));
        if (config.zone().isPresent()) {
            links.add(new ZoneIntake(config.zone().get(), door, time, counters));
        }
    }

    private static ClockWatch clock(CenterConfig config) {
        try {
            return ClockWatch.ofKernel();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    config.file() + ".clock is kernel, allowed unchecked: " + e.getMessage(), e);
        }
    }

    private CommandSender.SetListener heard(CommandSender.SetListener listener) {
        return (command, outcome) -> {
            injector.ifPresent(bench -> bench.onSet(command));
            listener.onSet(command, outcome);
        };
    }

    private ControlLoop recover(List<SiteSheet> sheets, List<ConfigurationFile> files) {
        ControlLoop core = new ControlLoop(sheets, config.control(), config.zoneRules(), recovery);
        JournalReader reader =
                JournalReader.open(config.journal())
                        .withConfiguration(files, journal.header().epoch());
        recovery.run(reader, journal.header().firstOutputSequence() - 1, core);
        recovery.finish();
        return core;
    }

    /** The settings first, then each sheet: all that a replay needs. */
    private static List<ConfigurationFile> configurationFiles(CenterConfig config)
            throws IOException {
        List<ConfigurationFile> files = new ArrayList<>();
        files.add(
                ConfigurationFile.of(
                        config.file().getFileName().toString(), Files.readString(config.file())));
        for (CenterConfig.Site site : config.sites()) {
            Path sheet = site.sheet();
            files.add(
                    ConfigurationFile.of(sheet.getFileName().toString(), Files.readString(sheet)));
        }
        return files;
    }

    private Map<Integer, Integer> unitOfSite(List<SheetDocument> documents) {
        Map<Integer, Integer> unitOfSite = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            unitOfSite.put(documents.get(i).sheet().siteId(), config.sites().get(i).unit());
        }
        return unitOfSite;
    }

    private void openSites(List<SheetDocument> documents) throws IOException {
        for (int i = 0; i < documents.size(); i++) {
            SiteSheet sheet = documents.get(i).sheet();
            CenterConfig.Site site = config.sites().get(i);
            ControllerAddress address = complete(site.controller(), sheet);
            int groups = sheet.phases().getLast().number() > 8 ? 2 : 1;
            sender.add(snmp, address, groups);
            inspector.add(documents.get(i), new NtcipClient(snmp, address));
            links.add(
                    new StatusIntake(
                            sheet.siteId(),
                            site.statusListen(),
                            address.snmp().getAddress(),
                            site.status() == CenterConfig.Status.SPAT
                                    ? StatusForm.spat(sheet)
                                    : StatusForm.tscbm(sheet.siteId()),
                            door,
                            time,
                            counters,
                            broadcaster::onStatus));
        }
    }

    private ControllerAddress complete(ControllerAddress address, SiteSheet sheet) {
        return new ControllerAddress(
                sheet.siteId(),
                address.snmp(),
                address.readCommunity(),
                address.writeCommunity(),
                address.timeoutMs(),
                sheet.preempts().stream().mapToInt(plan -> plan.number()).toArray(),
                address.detectorGroups(),
                config.control().counted(sheet.siteId()));
    }

    /**
     * Runs until the bench ends its run, the center is closed, or it fails.
     *
     * @return whether it ended in order
     * @throws IOException when the step channel fails
     * @throws InterruptedException when interrupted
     */
    public boolean run() throws IOException, InterruptedException {
        if (config.step().isPresent()) {
            try (StepDrive steps = new StepDrive(this, config.step().get())) {
                drive = steps;
                boolean ended = stopping || steps.run();
                if (stopping) {
                    steps.giveBack();
                }
                return ended && !failed;
            }
        }
        Heart heart = new Heart(this, lanes);
        heart.start();
        stopped.await();
        heart.stop();
        missedBeats = heart.worstMissed();
        return !failed;
    }

    /** The first event of this start: everything known of controllers is void. */
    void announceEpoch(long utcMs) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + EpochStart.SIZE]);
        EventHeader.write(
                record,
                0,
                EventType.EPOCH_START,
                EpochStart.SIZE,
                EventSource.CENTER,
                time.monotonicNs(),
                utcMs);
        new EpochStart()
                .wrapForWrite(record, 0)
                .epoch(journal.header().epoch())
                .configurationId(journal.header().configurationId());
        ringDoor.accept(EventSource.CENTER, 0, record, 0, record.capacity());
    }

    /** A part of the center that nothing goes on without has failed. */
    void fail(Throwable thrown) {
        System.err.println("sinho: stopping, controllers fall back to their own plan: " + thrown);
        thrown.printStackTrace(System.err);
        fail();
    }

    private void fail() {
        failed = true;
        stopped.countDown();
        // Fail-stop (F-05): a half-dead center must not keep a controller from falling back.
        Runtime.getRuntime().halt(70);
    }

    Counters counters() {
        return counters;
    }

    Pipeline pipeline() {
        return pipeline;
    }

    RingDoor ringDoor() {
        return ringDoor;
    }

    StepDoor stepDoor() {
        return stepDoor;
    }

    Optional<CommandInjector> injector() {
        return injector;
    }

    StepTime stepTime() {
        return stepTime;
    }

    TimeSource time() {
        return time;
    }

    Outbox outbox() {
        return outbox;
    }

    Broadcaster broadcaster() {
        return broadcaster;
    }

    CommandSender sender() {
        return sender;
    }

    SiteInspector inspector() {
        return inspector;
    }

    DiskWatch disk() {
        return disk;
    }

    ClockWatch clock() {
        return clock;
    }

    /** Whether the kernel is asked; a bench's step brings its own time. */
    boolean clockChecked() {
        return config.step().isEmpty() && config.clock() == CenterConfig.Clock.KERNEL;
    }

    Journal journal() {
        return journal;
    }

    /**
     * Sums up the run; call it after {@link #run} has returned.
     *
     * @return figures by name, ready for JSON
     */
    public Map<String, Object> summary() {
        ControlFigures figures = loop.figures();
        Map<String, Object> requests = new LinkedHashMap<>();
        requests.put("received", figures.received());
        requests.put("duplicates", figures.duplicates());
        requests.put("granted", figures.granted());
        requests.put("refused", figures.refused());
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("requests", requests);
        summary.put("priority", priority(figures.priority()));
        summary.put("eventsJournaled", journal.events().lastSequence());
        summary.put("stateHash", Long.toHexString(loop.stateHash()));
        summary.put("guardRefusals", RefusalCount.of(config.journal()));
        config.zone().ifPresent(zone -> summary.put("zone", ZoneCount.of(loop.zoneFigures())));
        injector.ifPresent(bench -> summary.put("injected", InjectionCount.of(config.journal())));
        summary.put("counters", counters.nonZero());
        summary.put("missedBeats", missedBeats);
        return summary;
    }

    private static Map<String, Long> priority(ControlFigures.Priority figures) {
        Map<String, Long> fields = new LinkedHashMap<>();
        fields.put("granted", figures.granted());
        fields.put("extensions", figures.extensions());
        fields.put("earlyGreens", figures.earlyGreens());
        return fields;
    }

    /** Ends {@link #run} in order: every controller is given back first. Any thread. */
    public void stop() {
        stopping = true;
        stopped.countDown();
        StepDrive steps = drive;
        if (steps != null) {
            try {
                steps.close();
            } catch (IOException e) {
                System.err.println("sinho: the step channel did not close: " + e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (AutoCloseable link : links) {
            try {
                link.close();
            } catch (Exception e) {
                System.err.println("sinho: a link did not close: " + e);
            }
        }
        gateway.close();
        pipeline.close();
        snmp.close();
        journal.close();
    }
}
