package org.sinho.v2x;

import org.agrona.DirectBuffer;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventSource;
import org.sinho.core.time.TimeSource;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.DecodeCause;
import org.sinho.v2x.j2735.MessageFrame;
import org.sinho.v2x.j2735.PersonalSafetyMessage;
import org.sinho.v2x.security.DuplicateFilter;
import org.sinho.v2x.security.RoleTable;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;

/**
 * Takes the datagrams of one roadside unit: cheap checks first, then either straight to the ring or
 * to a worker for its signature. Runs on that unit's network thread only; allocation-free for a BSM
 * or PSM that is not drawn for checking.
 */
public final class RsuIntake {
    private static final int SHORTEST = 24;

    private final int unit;
    private final int source;
    private final EventDoor door;
    private final VerifyQueue queue;
    private final TimeSource time;
    private final Counters counters;
    private final SignerSchedule schedule;
    private final DuplicateFilter duplicates;
    private final EventMaker maker;
    private final SignedMessage signed = new SignedMessage();
    private final BasicSafetyMessage bsm = new BasicSafetyMessage();
    private final PersonalSafetyMessage psm = new PersonalSafetyMessage();
    private long order;

    RsuIntake(
            int unit,
            SignerSchedule schedule,
            DuplicateFilter duplicates,
            EventDoor door,
            VerifyQueue queue,
            TimeSource time,
            Counters counters) {
        this.unit = unit;
        this.door = door;
        this.queue = queue;
        this.time = time;
        this.counters = counters;
        source = EventSource.RSU_BASE + unit;
        this.schedule = schedule;
        this.duplicates = duplicates;
        maker = new EventMaker(door);
    }

    /**
     * Creates an intake without network and workers, so that a bench can measure it by itself. What
     * is drawn for checking fills the configured slots, after which it is refused and counted.
     *
     * @param unit number of the roadside unit, 1 to 99 999
     * @param config limits; its units are not opened
     * @param door takes what needs no checking
     * @param time stamps events
     * @param counters what is counted
     * @return an intake for one thread
     */
    public static RsuIntake withoutWorkers(
            int unit, GatewayConfig config, EventDoor door, TimeSource time, Counters counters) {
        VerifyQueue queue = new VerifyQueue(config.verifySlots(), SignedMessage.MAXIMUM_OCTETS);
        UnitMemory memory = new UnitMemory(unit, config.verifyIntervalMs());
        return new RsuIntake(
                unit, memory.schedule(), memory.duplicates(), door, queue, time, counters);
    }

    /**
     * Takes one datagram. Never throws for bad input.
     *
     * @param datagram holds it
     * @param offset its first octet
     * @param length its octets
     */
    public void onDatagram(DirectBuffer datagram, int offset, int length) {
        counters.increment(CounterId.V2X_DATAGRAMS);
        if (!take(datagram, offset, length, order++)) {
            door.dealtWith(source);
        }
    }

    /** Returns whether a worker will deal with the datagram. */
    private boolean take(DirectBuffer datagram, int offset, int length, long number) {
        long utcMs = time.utcMs();
        if (length < SHORTEST) {
            return drop(CounterId.V2X_TRUNCATED);
        }
        if (length > SignedMessage.MAXIMUM_OCTETS) {
            return drop(CounterId.V2X_OVERSIZED);
        }
        if (duplicates.seen(datagram, offset, length, utcMs)) {
            return drop(CounterId.V2X_DUPLICATE);
        }
        SecurityCause cause = signed.wrap(datagram, offset, length);
        if (cause != SecurityCause.OK) {
            return drop(SecurityCounters.of(cause));
        }
        int messageId =
                MessageFrame.messageId(datagram, signed.payloadOffset(), signed.payloadLength());
        return switch (messageId) {
            case MessageFrame.BSM -> onBsm(datagram, offset, length, number, utcMs);
            case MessageFrame.PSM -> onPsm(datagram, offset, length, number, utcMs);
            case MessageFrame.SRM -> onSrm(datagram, offset, length, number);
            default -> drop(CounterId.V2X_UNKNOWN_MESSAGE);
        };
    }

    private boolean onBsm(DirectBuffer datagram, int offset, int length, long number, long utcMs) {
        if (signed.psid() != RoleTable.PSID_BSM) {
            return drop(CounterId.V2X_WRONG_TYPE);
        }
        boolean withCertificate = !signed.signedByDigest();
        if (withCertificate) {
            return hand(datagram, offset, length, MessageFrame.BSM, null, number);
        }
        if (schedule.draw(signed.signerDigest(), utcMs)) {
            return handDrawn(datagram, offset, length, MessageFrame.BSM, number);
        }
        DecodeCause cause = bsm.decode(datagram, signed.payloadOffset(), signed.payloadLength());
        if (cause != DecodeCause.NONE) {
            return drop(CounterId.V2X_MALFORMED);
        }
        counters.increment(CounterId.V2X_BSM);
        maker.report(bsm, signed.signerDigest(), false, source, number, time.monotonicNs(), utcMs);
        return false;
    }

    private boolean onPsm(DirectBuffer datagram, int offset, int length, long number, long utcMs) {
        if (signed.psid() != RoleTable.PSID_PSM) {
            return drop(CounterId.V2X_WRONG_TYPE);
        }
        boolean withCertificate = !signed.signedByDigest();
        if (withCertificate) {
            return hand(datagram, offset, length, MessageFrame.PSM, null, number);
        }
        if (schedule.draw(signed.signerDigest(), utcMs)) {
            return handDrawn(datagram, offset, length, MessageFrame.PSM, number);
        }
        DecodeCause cause = psm.decode(datagram, signed.payloadOffset(), signed.payloadLength());
        if (cause != DecodeCause.NONE) {
            return drop(CounterId.V2X_MALFORMED);
        }
        counters.increment(CounterId.V2X_PSM);
        maker.pedestrian(
                psm, signed.signerDigest(), false, source, number, time.monotonicNs(), utcMs);
        return false;
    }

    private boolean onSrm(DirectBuffer datagram, int offset, int length, long number) {
        if (signed.psid() != RoleTable.PSID_SIGNAL_REQUEST) {
            return drop(CounterId.V2X_WRONG_TYPE);
        }
        return hand(datagram, offset, length, MessageFrame.SRM, null, number);
    }

    /** A drawn signer that finds no room has its turn back. */
    private boolean handDrawn(
            DirectBuffer datagram, int offset, int length, int messageId, long number) {
        boolean taken = hand(datagram, offset, length, messageId, schedule, number);
        if (!taken) {
            schedule.giveBack(signed.signerDigest());
        }
        return taken;
    }

    private boolean hand(
            DirectBuffer datagram,
            int offset,
            int length,
            int messageId,
            SignerSchedule turn,
            long number) {
        boolean taken =
                queue.offer(
                        datagram,
                        offset,
                        length,
                        messageId,
                        turn,
                        source,
                        unit,
                        number,
                        time.monotonicNs());
        return taken || drop(CounterId.V2X_VERIFY_QUEUE_FULL);
    }

    private boolean drop(CounterId cause) {
        counters.increment(cause);
        return false;
    }
}
