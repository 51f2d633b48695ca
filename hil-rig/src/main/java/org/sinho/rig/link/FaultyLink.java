package org.sinho.rig.link;

import java.io.IOException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * One direction of one link. What is lost never reaches the wire; what is delayed reaches it in a
 * later step, so that what is counted on the wire is what was really sent. One thread.
 */
public final class FaultyLink {
    /** Held back so long, a datagram comes behind those of the next step. */
    private static final int HELD_MS = 150;

    /** Where datagrams really leave. */
    public interface Wire {
        /**
         * Sends a datagram.
         *
         * @param octets its content
         * @throws IOException when the socket fails
         */
        void send(byte[] octets) throws IOException;
    }

    private record Underway(long dueMs, long order, byte[] octets) implements Comparable<Underway> {
        @Override
        public int compareTo(Underway other) {
            int byTime = Long.compare(dueMs, other.dueMs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final LinkFaults faults;
    private final SplittableRandom random;
    private final Wire wire;
    private final PriorityQueue<Underway> underway = new PriorityQueue<>();
    private long order;
    private long lost;
    private long duplicated;
    private long delayed;
    private long held;

    /**
     * Makes a link.
     *
     * @param faults what is wrong with it
     * @param seed of the run
     * @param name of the link: together they decide what happens to which datagram
     * @param wire where datagrams really leave
     */
    public FaultyLink(LinkFaults faults, long seed, String name, Wire wire) {
        this.faults = faults;
        random = LinkFaults.random(seed, name);
        this.wire = wire;
    }

    /**
     * Takes a datagram and lets out what is due.
     *
     * @param octets its content
     * @param nowMs simulated time, milliseconds
     * @throws IOException when the socket fails
     */
    public void send(byte[] octets, long nowMs) throws IOException {
        if (faults.passesAll()) {
            wire.send(octets);
            return;
        }
        boolean loses = random.nextDouble() < faults.loss();
        boolean doubles = random.nextDouble() < faults.duplicate();
        boolean holds = random.nextDouble() < faults.reorder();
        int delayMs = random.nextInt(faults.delayMs() + 1);
        int secondMs = random.nextInt(faults.delayMs() + 1);
        if (loses) {
            lost++;
        } else {
            delayed += delayMs > 0 ? 1 : 0;
            held += holds ? 1 : 0;
            enter(octets, nowMs + delayMs + (holds ? HELD_MS : 0));
            if (doubles) {
                duplicated++;
                enter(octets, nowMs + secondMs);
            }
        }
        flush(nowMs);
    }

    private void enter(byte[] octets, long dueMs) {
        underway.add(new Underway(dueMs, order++, octets));
    }

    /**
     * Lets out what is due; to be called in every step, also when nothing new is sent.
     *
     * @param nowMs simulated time, milliseconds
     * @throws IOException when the socket fails
     */
    public void flush(long nowMs) throws IOException {
        while (!underway.isEmpty() && underway.peek().dueMs() <= nowMs) {
            wire.send(underway.poll().octets());
        }
    }

    /**
     * Counts datagrams lost.
     *
     * @return since the start
     */
    public long lost() {
        return lost;
    }

    /**
     * Counts datagrams that went or will go twice.
     *
     * @return since the start
     */
    public long duplicated() {
        return duplicated;
    }

    /**
     * Counts datagrams that did not leave at once, those held back aside.
     *
     * @return since the start
     */
    public long delayed() {
        return delayed;
    }

    /**
     * Counts datagrams held back behind their successors.
     *
     * @return since the start
     */
    public long held() {
        return held;
    }

    /**
     * Counts datagrams that have still to leave.
     *
     * @return at the moment
     */
    public int underway() {
        return underway.size();
    }
}
