package org.sinho.signal.ntcip;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.CommandOutcome.Outcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.DetectorVolumes;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;

/** What {@link CommandSender} does at one controller. One thread at a time, but for discarding. */
final class SiteSender {
    private static final int READ_BACK_DIFFERS = 255;

    private final long epoch;
    private final int siteId;
    private final NtcipClient client;
    private final ControllerPoller poller;
    private final VolumeReader volumes;
    private final EventDoor door;
    private final CommandSender.SetListener listener;
    private final Counters counters;
    private final AtomicLong order = new AtomicLong();
    private long lastSequence;

    SiteSender(
            long epoch,
            ControllerAddress address,
            NtcipClient client,
            int groupCount,
            EventDoor door,
            CommandSender.SetListener listener,
            Counters counters) {
        this.epoch = epoch;
        this.client = client;
        this.door = door;
        this.listener = listener;
        this.counters = counters;
        siteId = address.siteId();
        poller = new ControllerPoller(address, client, groupCount);
        volumes = new VolumeReader(address, client);
    }

    void onCommand(DirectBuffer record, int offset, long nowUtcMs) {
        SignalCommand command = new SignalCommand().wrap(record, offset);
        boolean stale = nowUtcMs - command.decidedUtcMs() > CommandSender.TIME_TO_LIVE_MS;
        boolean fenced = command.epoch() != epoch || command.siteSequence() <= lastSequence;
        if (stale || fenced) {
            discard(command, nowUtcMs);
            return;
        }
        lastSequence = command.siteSequence();
        counters.increment(CounterId.COMMANDS_SENT);
        int error = setAndReadBack(command);
        if (error != 0) {
            error = setAndReadBack(command); // Once more: a SET is idempotent.
        }
        if (error != 0) {
            counters.increment(CounterId.COMMANDS_FAILED);
        }
        report(command, error == 0 ? Outcome.CONFIRMED : Outcome.FAILED, error, nowUtcMs);
    }

    void discard(SignalCommand command, long nowUtcMs) {
        counters.increment(CounterId.COMMANDS_DISCARDED);
        report(command, Outcome.DISCARDED, 0, nowUtcMs);
    }

    private int setAndReadBack(SignalCommand command) {
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

    private void report(SignalCommand command, int result, int detail, long nowUtcMs) {
        UnsafeBuffer event = event(EventType.COMMAND_OUTCOME, CommandOutcome.SIZE, nowUtcMs);
        new CommandOutcome()
                .wrapForWrite(event, 0)
                .siteId(siteId)
                .outcome(result)
                .epoch(command.epoch())
                .siteSequence(command.siteSequence())
                .object(command.object())
                .index(command.index())
                .value(command.value())
                .detail(detail);
        put(event);
        listener.onSet(command, result);
    }

    void poll(long nowUtcMs) {
        UnsafeBuffer event = event(EventType.CONTROLLER_POLL, ControllerPoll.SIZE, nowUtcMs);
        ControllerPoll poll = new ControllerPoll().wrapForWrite(event, 0);
        poller.poll(poll);
        counters.increment(
                poll.answered() == 1 ? CounterId.POLLS_ANSWERED : CounterId.POLLS_SILENT);
        put(event);
        if (volumes.isDue(poller.volumeSequence())) {
            readVolumes(nowUtcMs);
        }
    }

    private void readVolumes(long nowUtcMs) {
        UnsafeBuffer event = event(EventType.DETECTOR_VOLUMES, DetectorVolumes.SIZE, nowUtcMs);
        if (volumes.read(new DetectorVolumes().wrapForWrite(event, 0))) {
            put(event);
        }
    }

    private UnsafeBuffer event(int type, int size, long nowUtcMs) {
        UnsafeBuffer event = new UnsafeBuffer(new byte[EventHeader.SIZE + size]);
        EventHeader.write(event, 0, type, size, EventSource.SENDER_BASE + siteId, 0, nowUtcMs);
        return event;
    }

    private void put(UnsafeBuffer event) {
        int source = EventSource.SENDER_BASE + siteId;
        door.accept(source, order.getAndIncrement(), event, 0, event.capacity());
    }
}
