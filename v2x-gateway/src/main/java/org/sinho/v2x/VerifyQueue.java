package org.sinho.v2x;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.MessageFrame;

/**
 * What waits for a signature check, requests before reports. Bounded: slots are made once, a full
 * queue refuses.
 */
final class VerifyQueue {
    /** One datagram, copied out of the network buffer. */
    static final class Slot {
        final UnsafeBuffer datagram;
        int length;
        int source;
        int unit;
        long order;
        long receivedNs;
        int messageId;

        /** Where the signer's turn is to be given back; null when it was not drawn. */
        SignerSchedule turn;

        Slot(int octets) {
            datagram = new UnsafeBuffer(ByteBuffer.allocateDirect(octets));
        }
    }

    private final ArrayBlockingQueue<Slot> free;
    private final ArrayBlockingQueue<Slot> requests;
    private final ArrayBlockingQueue<Slot> reports;
    private final int requestReserve;
    private final Semaphore waiting = new Semaphore(0);

    VerifyQueue(int slotCount, int slotOctets) {
        free = new ArrayBlockingQueue<>(slotCount);
        requests = new ArrayBlockingQueue<>(slotCount);
        reports = new ArrayBlockingQueue<>(slotCount);
        requestReserve = slotCount / 4;
        for (int i = 0; i < slotCount; i++) {
            free.add(new Slot(slotOctets));
        }
    }

    /** Takes a copy of a datagram; a quarter of the slots is kept for requests. */
    boolean offer(
            DirectBuffer datagram,
            int offset,
            int length,
            int messageId,
            SignerSchedule turn,
            int source,
            int unit,
            long order,
            long receivedNs) {
        boolean request = messageId == MessageFrame.SRM;
        if (!request && free.size() <= requestReserve) {
            return false;
        }
        Slot slot = free.poll();
        if (slot == null) {
            return false;
        }
        slot.datagram.putBytes(0, datagram, offset, length);
        slot.length = length;
        slot.source = source;
        slot.unit = unit;
        slot.order = order;
        slot.receivedNs = receivedNs;
        slot.messageId = messageId;
        slot.turn = turn;
        (request ? requests : reports).add(slot);
        waiting.release();
        return true;
    }

    Slot take() throws InterruptedException {
        waiting.acquire();
        Slot slot = requests.poll();
        return slot != null ? slot : reports.take();
    }

    void giveBack(Slot slot) {
        free.add(slot);
    }
}
