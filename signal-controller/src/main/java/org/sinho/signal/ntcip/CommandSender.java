package org.sinho.signal.ntcip;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.SignalCommand;
import org.snmp4j.Snmp;

/**
 * Sends the commands that the core put out and reports what became of each. Sites are independent:
 * each belongs to one thread at a time, and what one waits for does not hold up another.
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

    private final Map<Integer, SiteSender> sites = new TreeMap<>();
    private final long epoch;
    private final EventDoor door;
    private final SetListener listener;
    private final Counters counters;

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
        sites.put(
                address.siteId(),
                new SiteSender(
                        epoch,
                        address,
                        new NtcipClient(snmp, address),
                        groupCount,
                        door,
                        listener,
                        counters));
    }

    /**
     * Returns the sites whose controllers are known.
     *
     * @return site ids in order
     */
    public Set<Integer> siteIds() {
        return Collections.unmodifiableSet(sites.keySet());
    }

    /**
     * Sends one command, or says why not. One thread at a time for each site.
     *
     * @param record holds a COMMAND record
     * @param offset its first octet
     * @param nowUtcMs present time, milliseconds
     */
    public void onCommand(DirectBuffer record, int offset, long nowUtcMs) {
        SiteSender site = sites.get(siteOf(record, offset));
        if (site != null) { // Else of a site that this sender does not serve.
            site.onCommand(record, offset, nowUtcMs);
        }
    }

    /**
     * Reports a command as discarded without looking at it. Any thread.
     *
     * @param record holds a COMMAND record
     * @param offset its first octet
     * @param nowUtcMs present time, milliseconds
     */
    public void discard(DirectBuffer record, int offset, long nowUtcMs) {
        SiteSender site = sites.get(siteOf(record, offset));
        if (site != null) {
            site.discard(new SignalCommand().wrap(record, offset), nowUtcMs);
        }
    }

    /**
     * Reads which junction a command is for.
     *
     * @param record holds a COMMAND record
     * @param offset its first octet
     * @return site id
     */
    public static int siteOf(DirectBuffer record, int offset) {
        return new SignalCommand().wrap(record, offset).siteId();
    }

    /**
     * Polls one controller. One thread at a time for each site.
     *
     * @param siteId a known site
     * @param nowUtcMs present time, milliseconds
     */
    public void poll(int siteId, long nowUtcMs) {
        sites.get(siteId).poll(nowUtcMs);
    }

    /**
     * Polls every controller once, one after the other.
     *
     * @param nowUtcMs present time, milliseconds
     */
    public void pollAll(long nowUtcMs) {
        sites.values().forEach(site -> site.poll(nowUtcMs));
    }
}
