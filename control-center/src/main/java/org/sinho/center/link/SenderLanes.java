package org.sinho.center.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.time.TimeSource;
import org.sinho.signal.ntcip.CommandSender;

/**
 * One lane per controller: its commands in order, its poll once a second, its comparison. A
 * controller that does not answer holds up its own lane and nothing else.
 *
 * <p>A lane that is full discards, and says so: what waits in it is older than a command may be.
 */
public final class SenderLanes implements Outbox.Commands {
    private static final int LANE_LENGTH = 64;
    private static final int POLL_INTERVAL_MS = 1_000;

    private final CommandSender sender;
    private final SiteInspector inspector;
    private final TimeSource time;
    private final Map<Integer, Lane> lanes = new TreeMap<>();
    private volatile boolean running = true;

    /**
     * Creates lanes that stand still.
     *
     * @param sender sends, with all its sites
     * @param inspector compares controllers with their sheets
     * @param time judges commands when their turn comes
     */
    public SenderLanes(CommandSender sender, SiteInspector inspector, TimeSource time) {
        this.sender = sender;
        this.inspector = inspector;
        this.time = time;
        for (int siteId : sender.siteIds()) {
            lanes.put(siteId, new Lane(siteId));
        }
    }

    /** Starts every lane on a thread of its own. */
    public void start() {
        lanes.values().forEach(Lane::start);
    }

    /** Puts a command into its lane. Never waits. */
    @Override
    public void onCommand(DirectBuffer record, int offset, long nowUtcMs) {
        Lane lane = lanes.get(CommandSender.siteOf(record, offset));
        byte[] octets = new byte[EventHeader.length(record, offset)];
        record.getBytes(offset, octets);
        if (lane != null && !lane.queue.offer(octets)) {
            sender.discard(record, offset, nowUtcMs);
        }
    }

    /**
     * Lets every lane finish what is in it, then stops them.
     *
     * @param limit longest wait for all of them together
     * @return whether all have finished
     * @throws InterruptedException when interrupted
     */
    public boolean finish(Duration limit) throws InterruptedException {
        running = false;
        long endNs = System.nanoTime() + limit.toNanos();
        boolean all = true;
        List<Lane> left = new ArrayList<>(lanes.values());
        for (Lane lane : left) {
            Duration rest = Duration.ofNanos(Math.max(1, endNs - System.nanoTime()));
            all &= lane.thread == null || lane.thread.join(rest);
        }
        return all;
    }

    /** The thread of one controller. */
    private final class Lane {
        private final int siteId;
        private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(LANE_LENGTH);
        private Thread thread;

        Lane(int siteId) {
            this.siteId = siteId;
        }

        void start() {
            thread = Thread.ofVirtual().name("lane-" + siteId).start(this::run);
        }

        private void run() {
            long nextPollMs = time.utcMs();
            try {
                while (running || !queue.isEmpty()) {
                    long waitMs = Math.clamp(nextPollMs - time.utcMs(), 0, 50);
                    byte[] command = queue.poll(waitMs, TimeUnit.MILLISECONDS);
                    if (command != null) {
                        sender.onCommand(new UnsafeBuffer(command), 0, time.utcMs());
                    }
                    long nowMs = time.utcMs();
                    if (running && nowMs >= nextPollMs) {
                        nextPollMs = nowMs - Math.floorMod(nowMs, POLL_INTERVAL_MS);
                        nextPollMs += POLL_INTERVAL_MS;
                        inspector.inspect(siteId, nowMs);
                        sender.poll(siteId, nowMs);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
