package org.sinho.signal.guard;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.site.SiteSheet;

/**
 * The last look before a command leaves.
 *
 * <p>It hears the same events as the planner, keeps its own books, and answers for each command
 * whether it may go: 0, or the {@link GuardRule} that forbids it. Unknown means no. Releasing
 * commands (value 0 of hold, force-off, omit, call, preempt and pattern) give back what was taken;
 * they need only a known object and row, the present epoch and a new sequence, and no rate refuses
 * them. Nobody can switch a rule off.
 *
 * <p>Decisions that the rules leave open:
 *
 * <ul>
 *   <li>In backup mode holds, calls and patterns may go, for a SET is how the center takes control
 *       back. Force-offs, omits and preempts wait until a poll shows that it has. With a person at
 *       the cabinet (manual modes), or in any flash, only releasing commands go.
 *   <li>A hold needs its phases green; an overrun hold, omit or preempt stops everything but
 *       release, because any other SET restarts the controller's backup timer and keeps it alive.
 *   <li>When the journal or the clock fails, releasing commands may go for one second, then
 *       nothing.
 * </ul>
 *
 * <p>Not thread-safe: owned by the control thread. Allocates nothing after construction, reads no
 * clock and throws nothing from its event methods and {@link #check}: a fault inside makes it
 * refuse everything from then on, see {@link #failed()}.
 */
public final class SafetyGuard {
    /** Answer of {@link #check} for a command that may leave. */
    public static final int ALLOWED = 0;

    private final int[] siteIds;
    private final SiteGuard[] sites;
    private final CenterHealth health = new CenterHealth();
    private final StateCursor cursor = new StateCursor();
    private long nowMs = Limits.NEVER;
    private long epoch;
    private boolean failed;

    /**
     * Creates a guard that knows its sites and nothing of what they show.
     *
     * @param sites at least one sheet, each site once, in any order
     * @throws IllegalArgumentException when a sheet is ill formed: what, where, value, allowed
     */
    public SafetyGuard(List<SiteSheet> sites) {
        if (sites.isEmpty()) {
            throw new IllegalArgumentException("number of sites is 0, allowed 1 and more");
        }
        sites.forEach(SheetForm::require);
        this.sites =
                sites.stream()
                        .sorted(Comparator.comparingInt(SiteSheet::siteId))
                        .map(sheet -> new SiteGuard(new SiteTable(sheet), health))
                        .toArray(SiteGuard[]::new);
        siteIds = Arrays.stream(this.sites).mapToInt(SiteGuard::siteId).toArray();
        for (int i = 1; i < siteIds.length; i++) {
            if (siteIds[i] == siteIds[i - 1]) {
                throw new IllegalArgumentException(
                        "siteId of a sheet is " + siteIds[i] + ", allowed each site once");
            }
        }
    }

    /**
     * Begins an epoch: what was known of lamps is void, and site sequences start again. An epoch
     * that is not higher than the present one voids knowledge too, but takes nothing over.
     *
     * @param epoch see {@code EpochStart}, 1 and up
     */
    public void onEpoch(long epoch) {
        boolean higher = epoch > this.epoch;
        this.epoch = Math.max(epoch, this.epoch);
        for (SiteGuard site : sites) {
            site.forgetLamps();
            if (higher) {
                site.restartSequence();
            }
        }
    }

    /**
     * Takes in what a controller pushed. Of unknown sites: ignored.
     *
     * @param status the push
     * @param utcMs control time, milliseconds since 1970
     */
    public void onStatus(ControllerStatus status, long utcMs) {
        try {
            advance(utcMs);
            int row = Arrays.binarySearch(siteIds, status.siteId());
            if (row >= 0) {
                sites[row].onStatus(status, utcMs, nowMs);
            }
        } catch (Throwable fault) {
            failed = true;
        }
    }

    /**
     * Takes in a controller's answer to the cross-check. Of unknown sites: ignored.
     *
     * @param poll the answer, or that there was none
     * @param utcMs control time, milliseconds since 1970
     */
    public void onPoll(ControllerPoll poll, long utcMs) {
        try {
            advance(utcMs);
            int row = Arrays.binarySearch(siteIds, poll.siteId());
            if (row >= 0) {
                sites[row].onPoll(poll, utcMs, nowMs);
            }
        } catch (Throwable fault) {
            failed = true;
        }
    }

    /**
     * Takes in a request for right of way. Of unknown sites: ignored.
     *
     * @param request authenticated by the gateway
     * @param utcMs control time of its reception, milliseconds since 1970
     */
    public void onRequest(SignalRequest request, long utcMs) {
        try {
            advance(utcMs);
            int row = Arrays.binarySearch(siteIds, request.siteId());
            if (row >= 0) {
                sites[row].onRequest(request, utcMs, nowMs);
            }
        } catch (Throwable fault) {
            failed = true;
        }
    }

    /**
     * Takes in what became of a command. Of unknown sites or another epoch: ignored.
     *
     * @param outcome read back, discarded or failed
     * @param utcMs control time, milliseconds since 1970
     */
    public void onOutcome(CommandOutcome outcome, long utcMs) {
        try {
            advance(utcMs);
            int row = Arrays.binarySearch(siteIds, outcome.siteId());
            if (row >= 0 && outcome.epoch() == epoch) {
                sites[row].onOutcome(outcome, nowMs);
            }
        } catch (Throwable fault) {
            failed = true;
        }
    }

    /**
     * Takes in a change of the center's own condition.
     *
     * @param report journal or clock; other kinds are ignored
     * @param utcMs control time, milliseconds since 1970
     */
    public void onHealth(HealthReport report, long utcMs) {
        try {
            advance(utcMs);
            health.onHealth(report, nowMs);
        } catch (Throwable fault) {
            failed = true;
        }
    }

    /**
     * Judges a command. One that is allowed counts as sent: sequence, rates, what is live.
     *
     * @param command not changed; its {@code rule()} is not read
     * @param utcMs control time, milliseconds since 1970
     * @return {@link #ALLOWED}, or the code of the {@link GuardRule} that refuses it
     */
    public int check(SignalCommand command, long utcMs) {
        if (failed) {
            return GuardRule.INTERNAL.code();
        }
        try {
            advance(utcMs);
            int row = Arrays.binarySearch(siteIds, command.siteId());
            return row < 0
                    ? GuardRule.C_01.code()
                    : sites[row].check(command, epoch, freesAnother(command), nowMs);
        } catch (Throwable fault) {
            // Whatever it was, the books may be half written: never decide by them again.
            failed = true;
            return GuardRule.INTERNAL.code();
        }
    }

    /**
     * Returns whether the guard was at fault. It then refuses everything, and the process must
     * stop.
     *
     * @return true for ever after the first fault
     */
    public boolean failed() {
        return failed;
    }

    /**
     * Writes the whole mutable state, for the snapshot and the state hash.
     *
     * @param buffer takes the state
     * @param offset first octet
     * @return octets written; always the same for the same sheets
     */
    public int encode(MutableDirectBuffer buffer, int offset) {
        return carry(cursor.write(buffer, offset)) - offset;
    }

    /**
     * Restores what {@link #encode} wrote for the same sheets.
     *
     * @param buffer holds the state
     * @param offset first octet
     * @return octets read
     * @throws IllegalArgumentException when it was written for other sites; nothing is restored
     *     then
     */
    public int decode(DirectBuffer buffer, int offset) {
        cursor.read(buffer, offset);
        requireEqual("number of sites", cursor.carry(sites.length), sites.length);
        for (int siteId : siteIds) {
            requireEqual("siteId", cursor.carry(siteId), siteId);
        }
        return carry(cursor.read(buffer, offset)) - offset;
    }

    private int carry(StateCursor cursor) {
        cursor.carry(sites.length);
        cursor.carry(siteIds);
        nowMs = cursor.carry(nowMs);
        epoch = cursor.carry(epoch);
        failed = cursor.carry(failed);
        health.carry(cursor);
        for (SiteGuard site : sites) {
            site.carry(cursor);
        }
        return cursor.position();
    }

    private static void requireEqual(String what, int read, int expected) {
        if (read != expected) {
            throw new IllegalArgumentException(
                    what + " in the guard's state is " + read + ", allowed " + expected);
        }
    }

    /** Time never runs back: a clock that steps back must not make old news young. */
    private void advance(long utcMs) {
        nowMs = Math.max(nowMs, utcMs);
    }

    /** Returns whether a pattern command would free a junction while one is free already. */
    private boolean freesAnother(SignalCommand command) {
        if (command.value() != SiteGuard.FREE) {
            return false;
        }
        for (SiteGuard site : sites) {
            if (site.free()) {
                return true;
            }
        }
        return false;
    }
}
