package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.ConfigurationFile;
import org.sinho.center.journal.Journal;
import org.sinho.center.journal.JournalHeader;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.center.pipeline.Pipeline;
import org.sinho.center.pipeline.RingDoor;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.site.SiteSheet;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.signal.ControlLoop;
import org.sinho.signal.ControlSettings;
import org.sinho.v2x.GatewayConfig;
import org.sinho.v2x.RsuIntake;

/** What the way of a BSM that is not drawn for checking allocates, thread by thread. */
class ReportAllocationTest {
    private static final int SIGNERS = 8;
    private static final int WARM_UP = 200_000;
    private static final int MEASURED = 100_000;

    /**
     * What our code allocates, be it once in thousands of reports, it allocates in every pass; what
     * the virtual machine does when it recompiles a method, it does in one.
     */
    private static final int PASSES = 5;

    private static final int PER_TICK = 500;
    private static final int RING_SLOTS = 8_192;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir Path folder;

    /** Octets that one thread had allocated when it last looked. */
    private static final class Ledger {
        private volatile long octets;

        void look() {
            octets = THREADS.getCurrentThreadAllocatedBytes();
        }
    }

    private final Ledger networkSide = new Ledger();
    private final Ledger journalThread = new Ledger();
    private final Ledger controlThread = new Ledger();
    private final Counters counters = new Counters();
    private final UnsafeBuffer tick =
            new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(EventHeader.SIZE));

    /** Datagrams of several signers, each with its place on the way to the junction. */
    private static UnsafeBuffer[] datagrams() {
        TestPki pki = new TestPki(1, FieldBench.YEAR);
        UnsafeBuffer[] datagrams = new UnsafeBuffer[SIGNERS * 16];
        for (int signer = 0; signer < SIGNERS; signer++) {
            SigningIdentity identity = pki.issue("car " + signer, AppPermission.bsm());
            for (int i = 0; i < 16; i++) {
                byte[] octets =
                        identity.sign(
                                AppPermission.PSID_BSM,
                                Messages.bsm(
                                        i,
                                        signer,
                                        Messages.LATITUDE_E7 + 200 * i,
                                        Messages.LONGITUDE_E7 + 500 * signer),
                                FieldBench.NOW_UTC_MS,
                                false);
                UnsafeBuffer datagram =
                        new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(octets.length));
                datagram.putBytes(0, octets);
                datagrams[16 * signer + i] = datagram;
            }
        }
        return datagrams;
    }

    private static ControlLoop core(Journal journal) {
        Path sheet =
                Path.of(System.getProperty("sinho.home"))
                        .resolve("cities/junction/sites/site-1.yaml");
        SiteSheet site = new SiteSheetReader().read(sheet).document().orElseThrow().sheet();
        return new ControlLoop(List.of(site), ControlSettings.DEFAULT, journal.output()::append);
    }

    @Test
    void shouldAllocateNothingFromHandlerToPictureWhenReportsAreNotDrawn() {
        JournalHeader header =
                new JournalHeader(
                        "test", FieldBench.NOW_UTC_MS, List.of(ConfigurationFile.of("a", "b")));
        try (Journal journal = Journal.open(folder, header, SyncPolicy.none())) {
            ControlLoop core = core(journal);
            try (Pipeline pipeline =
                    new Pipeline(
                            RING_SLOTS,
                            (slot, sequence, end) -> {
                                journal.events().append(slot.buffer(), 0);
                                journalThread.look();
                            },
                            (slot, sequence, end) -> {
                                core.onEvent(
                                        slot.buffer(), 0, EventHeader.length(slot.buffer(), 0));
                                controlThread.look();
                            },
                            () -> {})) {
                measure(pipeline, core);
            }
            assertThat(journal.events().filesBegun()).as("no roll in between").isEqualTo(1);
        }
    }

    private void measure(Pipeline pipeline, ControlLoop core) {
        RingDoor door = new RingDoor(pipeline, counters);
        RsuIntake intake = intake(door);
        UnsafeBuffer[] datagrams = datagrams();
        run(pipeline, door, intake, datagrams, 0, WARM_UP);
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        for (int pass = 0; pass < PASSES; pass++) {
            long[] before = ledgers();
            networkSide.look(); // Not what this measurement allocates itself.
            before[0] = networkSide.octets;
            run(pipeline, door, intake, datagrams, WARM_UP + pass * MEASURED, MEASURED);
            long[] after = ledgers();
            for (int thread = 0; thread < least.length; thread++) {
                after[thread] -= before[thread];
                least[thread] = Math.min(least[thread], after[thread]);
            }
            System.out.printf(
                    "octets allocated for %d BSM: network side %d, journal thread %d,"
                            + " control thread %d%n",
                    MEASURED, after[0], after[1], after[2]);
        }
        assertThat(counters.get(CounterId.V2X_BSM))
                .isEqualTo(WARM_UP + PASSES * MEASURED - SIGNERS);
        assertThat(counters.get(CounterId.RING_DROPPED)).isZero();
        assertThat(core.figures().vehicles()).isEqualTo(SIGNERS);
        assertThat(least).containsExactly(0, 0, 0);
    }

    private long[] ledgers() {
        return new long[] {networkSide.octets, journalThread.octets, controlThread.octets};
    }

    private RsuIntake intake(EventDoor door) {
        return RsuIntake.withoutWorkers(
                1, new GatewayConfig(List.of(), 1_000, 64), door, FieldBench.TIME, counters);
    }

    /** Sends reports and ticks, never more than half a ring ahead of control. */
    private void run(
            Pipeline pipeline,
            EventDoor door,
            RsuIntake intake,
            UnsafeBuffer[] datagrams,
            int first,
            int count) {
        for (int i = first; i < first + count; i++) {
            UnsafeBuffer datagram = datagrams[i % datagrams.length];
            // Another last octet of the signature: not the repetition of an earlier datagram.
            datagram.putInt(datagram.capacity() - Integer.BYTES, i);
            intake.onDatagram(datagram, 0, datagram.capacity());
            if (i % PER_TICK == 0) {
                tick(door, i / PER_TICK);
            }
            while (pipeline.cursor() - pipeline.controlSequence() > RING_SLOTS / 2) {
                LockSupport.parkNanos(10_000);
            }
        }
        while (pipeline.cursor() > pipeline.controlSequence()) {
            LockSupport.parkNanos(10_000);
        }
        networkSide.look();
    }

    private void tick(EventDoor door, int number) {
        long utcMs = FieldBench.NOW_UTC_MS + 100L * number;
        EventHeader.write(tick, 0, EventType.TICK, 0, EventSource.CENTER, 0, utcMs);
        door.accept(EventSource.CENTER, 0, tick, 0, EventHeader.SIZE);
    }

    /** What Netty itself allocates is its own affair: said, not judged. */
    @Test
    void shouldSayWhatNettyAllocatesPerDatagram() throws Exception {
        TestPki pki = new TestPki(1, FieldBench.YEAR);
        SigningIdentity car = pki.issue("car", AppPermission.bsm());
        byte[] datagram =
                car.sign(AppPermission.PSID_BSM, Messages.bsm(1, 1), FieldBench.NOW_UTC_MS, false);
        CountingDoor door = new CountingDoor();
        try (FieldBench bench = new FieldBench(pki, folder.resolve("trust"), 64, door)) {
            send(bench, door, datagram, 0, WARM_UP / 4);
            long before = door.networkThread.octets;
            send(bench, door, datagram, WARM_UP / 4, MEASURED);
            System.out.printf(
                    "Netty: %.1f octets per datagram on the network thread%n",
                    (door.networkThread.octets - before) / (double) MEASURED);
            assertThat(door.taken).isEqualTo(WARM_UP / 4 + MEASURED);
        }
    }

    private static void send(
            FieldBench bench, CountingDoor door, byte[] datagram, int first, int count)
            throws Exception {
        UnsafeBuffer view = new UnsafeBuffer(datagram);
        for (int i = first; i < first + count; i++) {
            view.putInt(datagram.length - Integer.BYTES, i);
            bench.send(datagram);
            while (door.taken < i - 64) {
                LockSupport.parkNanos(10_000);
            }
        }
        while (door.taken < first + count) {
            LockSupport.parkNanos(10_000);
        }
    }

    /** Looks at the network thread's ledger whenever a datagram is dealt with. */
    private static final class CountingDoor implements EventDoor {
        final Ledger networkThread = new Ledger();
        volatile int taken;

        @Override
        public void accept(int source, long order, DirectBuffer event, int offset, int length) {
            networkThread.look();
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // All but the first on one thread.
        public synchronized void dealtWith(int source) {
            taken++;
        }
    }
}
