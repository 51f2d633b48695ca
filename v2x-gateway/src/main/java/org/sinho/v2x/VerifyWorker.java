package org.sinho.v2x;

import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.Role;
import org.sinho.core.time.TimeSource;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.DecodeCause;
import org.sinho.v2x.j2735.J2735Message;
import org.sinho.v2x.j2735.MessageFrame;
import org.sinho.v2x.j2735.PersonalSafetyMessage;
import org.sinho.v2x.j2735.RequestorDescription;
import org.sinho.v2x.j2735.SignalRequestMessage;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.MessageVerifier;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;
import org.sinho.v2x.security.Verdict;

/** Checks signatures, one datagram after the other, and makes events of what is right. */
final class VerifyWorker implements Runnable {
    /** A BSM that claims to be of another time than this proves nothing. */
    private static final int REPORT_AGE_MS = 2_000;

    private final VerifyQueue queue;
    private final EventDoor door;
    private final TimeSource time;
    private final Counters counters;
    private final MessageVerifier verifier;
    private final EventMaker maker;
    private final SignedMessage signed = new SignedMessage();
    private final Verdict verdict = new Verdict();
    private final BasicSafetyMessage bsm = new BasicSafetyMessage();
    private final PersonalSafetyMessage psm = new PersonalSafetyMessage();
    private final SignalRequestMessage srm = new SignalRequestMessage();

    VerifyWorker(
            VerifyQueue queue,
            CertificateStore store,
            EventDoor door,
            TimeSource time,
            Counters counters) {
        this.queue = queue;
        this.door = door;
        this.time = time;
        this.counters = counters;
        verifier = new MessageVerifier(store);
        maker = new EventMaker(door);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                VerifyQueue.Slot slot = queue.take();
                counters.increment(check(slot, time.utcMs()));
                door.dealtWith(slot.source);
                queue.giveBack(slot);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The gateway closes.
        }
    }

    /** Returns what the datagram counts as. */
    private CounterId check(VerifyQueue.Slot slot, long utcMs) {
        SecurityCause form = signed.wrap(slot.datagram, 0, slot.length);
        if (form != SecurityCause.OK) {
            return SecurityCounters.of(form);
        }
        DecodeCause content =
                message(slot.messageId)
                        .decode(slot.datagram, signed.payloadOffset(), signed.payloadLength());
        SecurityCause cause =
                content == DecodeCause.NONE
                        ? verifyPlaced(slot.messageId, utcMs)
                        : verifier.verify(signed, utcMs, verdict);
        if (cause == SecurityCause.OK && slot.messageId != MessageFrame.SRM && !isRecent(utcMs)) {
            cause = SecurityCause.MESSAGE_EXPIRED; // A recorded BSM would prove an old place.
        }
        if (cause != SecurityCause.OK) {
            // Nobody is to be protected whose certificate is not even known.
            if (slot.turn != null && cause != SecurityCause.UNKNOWN_SIGNER) {
                slot.turn.giveBack(signed.signerDigest());
            }
            return SecurityCounters.of(cause);
        }
        counters.increment(CounterId.V2X_VERIFIED);
        return slot.messageId == MessageFrame.SRM
                ? request(content, slot, utcMs)
                : report(content, slot, utcMs);
    }

    private J2735Message message(int messageId) {
        return switch (messageId) {
            case MessageFrame.SRM -> srm;
            case MessageFrame.PSM -> psm;
            default -> bsm;
        };
    }

    private boolean isRecent(long utcMs) {
        return Math.abs(utcMs - signed.generationTimeUtcMs()) <= REPORT_AGE_MS;
    }

    /** Few senders put their place into the header; the message itself says where they are. */
    private SecurityCause verifyPlaced(int messageId, long utcMs) {
        if (messageId == MessageFrame.BSM) {
            return verifier.verify(signed, utcMs, bsm.latitudeE7(), bsm.longitudeE7(), verdict);
        }
        if (messageId == MessageFrame.PSM) {
            return verifier.verify(signed, utcMs, psm.latitudeE7(), psm.longitudeE7(), verdict);
        }
        RequestorDescription requestor = srm.requestor();
        return requestor.positioned()
                ? verifier.verify(
                        signed, utcMs, requestor.latitudeE7(), requestor.longitudeE7(), verdict)
                : verifier.verify(signed, utcMs, verdict);
    }

    private CounterId report(DecodeCause content, VerifyQueue.Slot slot, long utcMs) {
        if (content != DecodeCause.NONE) {
            return CounterId.V2X_MALFORMED;
        }
        if (slot.messageId == MessageFrame.PSM) {
            maker.pedestrian(
                    psm,
                    verdict.signerDigest(),
                    true,
                    slot.source,
                    slot.order,
                    slot.receivedNs,
                    utcMs);
            return CounterId.V2X_PSM;
        }
        maker.report(
                bsm, verdict.signerDigest(), true, slot.source, slot.order, slot.receivedNs, utcMs);
        return CounterId.V2X_BSM;
    }

    private CounterId request(DecodeCause content, VerifyQueue.Slot slot, long utcMs) {
        if ((verdict.roles() & (Role.EMERGENCY | Role.TRANSIT)) == 0) {
            return CounterId.V2X_ROLE_NOT_GRANTED;
        }
        if (signed.generationTimeUtcMs() == SignedMessage.TIME_ABSENT) {
            return CounterId.V2X_NO_GENERATION_TIME; // Without it a request cannot be judged fresh.
        }
        if (content != DecodeCause.NONE) {
            return CounterId.V2X_MALFORMED;
        }
        maker.requests(srm, signed, verdict.signerDigest(), verdict.roles(), slot, utcMs);
        return CounterId.V2X_SRM;
    }
}
