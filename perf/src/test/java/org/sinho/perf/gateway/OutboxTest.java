package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.Journal;
import org.sinho.center.journal.JournalHeader;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.center.link.Broadcaster;
import org.sinho.center.link.NoticeLog;
import org.sinho.center.link.Outbox;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.time.TimeSource;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.ControllerAddress;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Commands that wait behind one to a silent controller. */
class OutboxTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int TIMEOUT_MS = 50;
    private static final int COMMANDS = 4;

    @TempDir Path folder;

    private static UnsafeBuffer command(int sequence) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + SignalCommand.SIZE]);
        EventHeader.write(record, 0, RecordType.COMMAND, SignalCommand.SIZE, 0, 0, NOW);
        new SignalCommand()
                .wrapForWrite(record, 0)
                .siteId(1)
                .epoch(1)
                .siteSequence(sequence)
                .decidedUtcMs(NOW)
                .object(ControlObject.HOLD)
                .index(1)
                .value(sequence);
        return record;
    }

    @Test
    void shouldDiscardWhatBecameStaleWhileASilentControllerWasWaitedFor() throws Exception {
        List<Integer> outcomes = new ArrayList<>();
        Counters counters = new Counters();
        // Each answer that does not come takes its time from those behind it.
        TimeSource passing =
                new TimeSource() {
                    @Override
                    public long utcMs() {
                        return NOW + 200L * outcomes.size();
                    }

                    @Override
                    public long monotonicNs() {
                        return 0;
                    }
                };
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Snmp snmp = new Snmp(new DefaultUdpTransportMapping());
                Journal journal =
                        Journal.open(
                                folder,
                                new JournalHeader("test", NOW, List.of()),
                                SyncPolicy.none())) {
            snmp.listen();
            CommandSender sender =
                    new CommandSender(
                            1,
                            new HearingDoor(),
                            (command, outcome) -> outcomes.add(outcome),
                            counters);
            sender.add(
                    snmp,
                    new ControllerAddress(
                            1,
                            (InetSocketAddress) mute.getLocalSocketAddress(),
                            "public",
                            "bench",
                            TIMEOUT_MS,
                            new int[0],
                            0),
                    1);
            Outbox outbox =
                    new Outbox(
                            journal.output().tailFromEnd(),
                            sender::onCommand,
                            new Broadcaster(null, List.of(), Map.of(), counters),
                            new NoticeLog(System.err));
            for (int i = 1; i <= COMMANDS; i++) {
                UnsafeBuffer record = command(i);
                journal.output().append(record, 0, record.capacity());
            }

            outbox.drain(passing);
        }
        assertThat(outcomes)
                .containsExactly(
                        Outcome.FAILED, Outcome.FAILED, Outcome.DISCARDED, Outcome.DISCARDED);
    }
}
