package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.Journal;
import org.sinho.center.journal.JournalHeader;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.center.link.Broadcaster;
import org.sinho.center.link.NoticeLog;
import org.sinho.center.link.Outbox;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.signal.RecordSink;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.ControllerAddress;
import org.snmp4j.Snmp;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * C-11 and seeded fault 20: a command that is not in the journal never reaches a socket. The
 * controller is a socket that counts what arrives; the same check is shown a sender that reads
 * ahead of the journal, and catches it.
 */
class JournalFirstTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int TIMEOUT_MS = 50;

    @TempDir Path folder;

    private DatagramSocket controller;
    private Snmp snmp;
    private Journal journal;
    private CommandSender sender;
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        controller = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        controller.setSoTimeout(4 * TIMEOUT_MS);
        snmp = new Snmp(new DefaultUdpTransportMapping());
        snmp.listen();
        journal =
                Journal.open(folder, new JournalHeader("test", NOW, List.of()), SyncPolicy.none());
        Counters counters = new Counters();
        sender = new CommandSender(1, new HearingDoor(), (command, outcome) -> {}, counters);
        sender.add(
                snmp,
                new ControllerAddress(
                        1,
                        (InetSocketAddress) controller.getLocalSocketAddress(),
                        "public",
                        "bench",
                        TIMEOUT_MS,
                        new int[0],
                        0),
                1);
        outbox =
                new Outbox(
                        journal.output().tailFromEnd(),
                        sender::onCommand,
                        new Broadcaster(null, List.of(), Map.of(), counters),
                        new NoticeLog(System.err));
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
        snmp.close();
        controller.close();
    }

    private static UnsafeBuffer command() {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + SignalCommand.SIZE]);
        EventHeader.write(record, 0, RecordType.COMMAND, SignalCommand.SIZE, 1, 0, NOW);
        new SignalCommand()
                .wrapForWrite(record, 0)
                .siteId(1)
                .epoch(1)
                .siteSequence(1)
                .decidedUtcMs(NOW)
                .object(ControlObject.HOLD)
                .index(1)
                .value(2);
        return record;
    }

    private boolean reachesTheSocket() throws IOException {
        try {
            controller.receive(new DatagramPacket(new byte[1_500], 1_500));
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** Puts a command out through a sink, lets the outbox act, and looks at the wire. */
    private boolean leavesThough(RecordSink sink) throws IOException {
        UnsafeBuffer record = command();
        assertThatThrownBy(() -> sink.onRecord(record, 0, record.capacity()))
                .isInstanceOf(Exception.class);
        outbox.drain(FieldBench.TIME);
        return reachesTheSocket();
    }

    /** An output journal whose store is gone: an append fails, as on a dead disk. */
    private void appendToDeadJournal(DirectBuffer record, int offset, int length) {
        throw new IllegalStateException("no room for " + length + " octets");
    }

    @Test
    void shouldSendWhatIsInTheJournal() throws IOException {
        UnsafeBuffer record = command();
        journal.output().append(record, 0, record.capacity());
        outbox.drain(FieldBench.TIME);
        assertThat(reachesTheSocket()).isTrue();
    }

    @Test
    void shouldSendNothingWhenTheAppendFails() throws IOException {
        assertThat(leavesThough(this::appendToDeadJournal)).isFalse();
    }

    @Test
    void shouldCatchASenderThatReadsAhead() throws IOException {
        RecordSink ahead =
                (record, offset, length) -> {
                    sender.onCommand(record, offset, NOW); // The fault: before it is written.
                    appendToDeadJournal(record, offset, length);
                };
        assertThat(leavesThough(ahead)).as("the check sees the fault").isTrue();
    }
}
