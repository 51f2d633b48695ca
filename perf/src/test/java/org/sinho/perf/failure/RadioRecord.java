package org.sinho.perf.failure;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.DecodeCause;
import org.sinho.v2x.j2735.MessageFrame;
import org.sinho.v2x.j2735.SignalStatusMessage;
import org.sinho.v2x.j2735.SignalStatusPackage;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;

/** What went over the air, as octets: requests up, answers down. */
final class RadioRecord implements Bench.Air {
    /** A signed request. */
    record Request(long utcMs, byte[] octets) {}

    /** An answer that left the center. */
    record Answer(long utcMs, int vehicleId, int requestId, int sequenceNumber, int status) {}

    private final List<Request> requests = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    static boolean isRequest(byte[] octets) {
        SignedMessage signed = new SignedMessage();
        return signed.wrap(new UnsafeBuffer(octets), 0, octets.length) == SecurityCause.OK
                && MessageFrame.messageId(
                                signed.buffer(), signed.payloadOffset(), signed.payloadLength())
                        == MessageFrame.SRM;
    }

    @Override
    public synchronized void onUp(byte[] octets, long utcMs) {
        if (isRequest(octets)) {
            requests.add(new Request(utcMs, octets));
        }
    }

    @Override
    public synchronized void onDown(byte[] octets, long utcMs) {
        UnsafeBuffer buffer = new UnsafeBuffer(octets);
        if (MessageFrame.messageId(buffer, 0, octets.length) != MessageFrame.SSM) {
            return;
        }
        SignalStatusMessage message = new SignalStatusMessage();
        if (message.decode(buffer, 0, octets.length) != DecodeCause.NONE) {
            throw new IllegalStateException("an answer that does not decode");
        }
        SignalStatusPackage entry = message.status(0).statusPackage(0);
        answers.add(
                new Answer(
                        utcMs,
                        entry.requesterId().value(),
                        entry.requestId(),
                        entry.sequenceNumber(),
                        entry.status()));
    }

    /** Requests heard from then on, each once. */
    synchronized List<byte[]> requestsSince(long sinceUtcMs) {
        return requests.stream()
                .filter(request -> request.utcMs() >= sinceUtcMs)
                .map(Request::octets)
                .toList();
    }

    synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }
}
