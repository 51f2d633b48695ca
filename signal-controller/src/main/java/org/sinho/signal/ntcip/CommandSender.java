package org.sinho.signal.ntcip;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.snmp4j.Snmp;

/**
 * Sends the commands that the core put out and reports what became of each. One thread.
 *
 * <p>Fences by epoch and sequence (C-08), discards what is older than {@link #TIME_TO_LIVE_MS}
 * (C-13), SETs, reads back, retries once (C-10). It decides nothing: a command that cannot be
 * confirmed is FAILED, and what that means is the core's to say.
 */
public final class CommandSender {
    /** An older command is discarded, milliseconds. */
    public static final int TIME_TO_LIVE_MS = 250;

    /** Hears of every SET, for the record of a bench or an audit. */
    public interface SetListener {
        /**
         * A SET has been answered or given up.
         *
         * @param command the command
         * @param outcome see {@link CommandOutcome.Outcome}
         */
        void onSet(SignalCommand command, int outcome);
    }

    private record Site(NtcipClient client, ControllerPoller poller) {}

    private final Map<Integer, Site> sites = new TreeMap<>();
    private final Map<Integer, Long> lastSequence = new TreeMap<>();
    private final long epoch;
    private final EventDoor door;
    private long order;
    private final SetListener listener;
    private final Counters counters;
    private final UnsafeBuffer buffer =
            new UnsafeBuffer(ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final CommandOutcome outcome = new CommandOutcome();
    private final ControllerPoll poll = new ControllerPoll();
    private final SignalCommand command = new SignalCommand();

    /**
     * Creates a sender without controllers.
     *
     * @param epoch the epoch whose commands it sends
     * @param door takes outcomes and polls
     * @param listener hears of every SET
     * @param counters what is counted
     */
    public CommandSender(long epoch, EventDoor door, SetListener listener, Counters counters) {
        this.epoch = epoch;
        this.door = door;
        this.listener = listener;
        this.counters = counters;
    }

    /**
     * Adds a controller.
     *
     * @param snmp a listening session
     * @param address the controller
     * @param groupCount groups of eight phases that it has, 1 or 2
     */
    public void add(Snmp snmp, ControllerAddress address, int groupCount) {
        NtcipClient client = new NtcipClient(snmp, address);
        sites.put(
                address.siteId(),
                new Site(client, new ControllerPoller(address, client, groupCount)));
        lastSequence.put(address.siteId(), 0L);
    }

    /**
     * Sends one command, or says why not.
     *
     * @param record holds a COMMAND record
     * @param offset its first octet
     * @param nowUtcMs present time, milliseconds
     */
    public void onCommand(DirectBuffer record, int offset, long nowUtcMs) {
        command.wrap(record, offset);
        Site site = sites.get(command.siteId());
        if (site == null) {
            return; // Of a site that this sender does not serve.
        }
        boolean stale = nowUtcMs - command.decidedUtcMs() > TIME_TO_LIVE_MS;
        boolean fenced =
                command.epoch() != epoch
                        || command.siteSequence() <= lastSequence.get(command.siteId());
        if (stale || fenced) {
            counters.increment(CounterId.COMMANDS_DISCARDED);
            report(Outcome.DISCARDED, 0, nowUtcMs);
            return;
        }
        lastSequence.put(command.siteId(), command.siteSequence());
        counters.increment(CounterId.COMMANDS_SENT);
        int error = setAndReadBack(site.client());
        if (error != 0) {
            error = setAndReadBack(site.client()); // Once more: a SET is idempotent.
        }
        if (error != 0) {
            counters.increment(CounterId.COMMANDS_FAILED);
        }
        report(error == 0 ? Outcome.CONFIRMED : Outcome.FAILED, error, nowUtcMs);
    }

    private static final int READ_BACK_DIFFERS = 255;

    private int setAndReadBack(NtcipClient client) {
        int error = client.set(command.object(), command.index(), command.value());
        if (error != 0) {
            return error;
        }
        int value = client.get(command.object(), command.index());
        if (!client.answered()) {
            return NtcipClient.SILENT; // Whether it is in force is not known: not a difference.
        }
        // The controller takes a force-off back by itself as soon as the green has ended.
        boolean served =
                command.object() == ControlObject.FORCE_OFF
                        && value >= 0
                        && (value & ~command.value()) == 0;
        return value == command.value() || served ? 0 : READ_BACK_DIFFERS;
    }

    private void report(int result, int detail, long nowUtcMs) {
        int source = EventSource.SENDER_BASE + command.siteId();
        EventHeader.write(
                buffer, 0, EventType.COMMAND_OUTCOME, CommandOutcome.SIZE, source, 0, nowUtcMs);
        outcome.wrapForWrite(buffer, 0)
                .siteId(command.siteId())
                .outcome(result)
                .epoch(command.epoch())
                .siteSequence(command.siteSequence())
                .object(command.object())
                .index(command.index())
                .value(command.value())
                .detail(detail);
        door.accept(source, order++, buffer, 0, EventHeader.SIZE + CommandOutcome.SIZE);
        listener.onSet(command, result);
    }

    /**
     * Polls every controller once.
     *
     * @param nowUtcMs present time, milliseconds
     */
    public void pollAll(long nowUtcMs) {
        sites.forEach(
                (siteId, site) -> {
                    int source = EventSource.SENDER_BASE + siteId;
                    EventHeader.write(
                            buffer,
                            0,
                            EventType.CONTROLLER_POLL,
                            ControllerPoll.SIZE,
                            source,
                            0,
                            nowUtcMs);
                    site.poller().poll(poll.wrapForWrite(buffer, 0));
                    counters.increment(
                            poll.answered() == 1
                                    ? CounterId.POLLS_ANSWERED
                                    : CounterId.POLLS_SILENT);
                    door.accept(source, order++, buffer, 0, EventHeader.SIZE + ControllerPoll.SIZE);
                });
    }
}
