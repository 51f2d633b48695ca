package org.sinho.center.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** What a bench has seen of one junction, up to the step before. Phases are masks, bit n - 1. */
final class SiteWatch {
    private static final int PHASE_COUNT = 16;
    private static final int SECOND_MS = 1_000;
    private static final int REQUEST_QUIET_MS = 2_000;

    final SiteSheet sheet;
    final int phases;
    int statuses;
    int greens;
    int crossing;
    boolean polled;
    boolean flashing;
    long statusMs;
    int forceOffs;
    int omits;
    private int fillers;
    final long[] greenSinceMs = new long[PHASE_COUNT];
    private final Map<Long, Long> requestsMs = new TreeMap<>();
    private int preempt;
    private long preemptMs;
    private final Deque<Long> setsMs = new ArrayDeque<>();
    private long setMs;
    private int setObject;
    private int setIndex;
    private int setValue;
    private int setCount;

    SiteWatch(SiteSheet sheet) {
        this.sheet = sheet;
        phases =
                sheet.phases().stream()
                        .mapToInt(p -> 1 << p.number() - 1)
                        .reduce(0, Math::addExact);
        Arrays.fill(greenSinceMs, Long.MIN_VALUE / 2);
    }

    void onStatus(ControllerStatus status, long utcMs) {
        int begun = status.greens() & ~greens;
        for (int rest = begun; rest != 0; rest &= rest - 1) {
            greenSinceMs[Integer.numberOfTrailingZeros(rest)] = utcMs;
        }
        forceOffs &= status.greens(); // The controller takes them back when the green ends.
        flashing = status.flash() != 0 || (status.flashing() & phases) != 0;
        statuses++;
        statusMs = utcMs;
        greens = status.greens();
        crossing = status.walks() | status.pedClears();
    }

    void onPoll(ControllerPoll poll) {
        polled |= poll.answered() == 1;
    }

    void onRequest(SignalRequest request, long utcMs) {
        requestsMs.put(request.signer(), utcMs);
    }

    /** One of the bench's own is on its way: it counts at once, and not again when it has left. */
    void onFiller(long utcMs) {
        setsMs.addLast(utcMs);
        fillers++;
    }

    void onSet(SignalCommand command, long utcMs) {
        setCount++;
        setMs = utcMs;
        setObject = command.object();
        setIndex = command.index();
        setValue = command.value();
        if (fillers > 0 && setObject == ControlObject.PHASE_OMIT && setValue == 0) {
            fillers--;
        } else {
            setsMs.addLast(utcMs);
        }
        if (setObject == ControlObject.PREEMPT && setValue == 1 && preempt != setIndex) {
            preempt = setIndex;
            preemptMs = utcMs;
        } else if (setObject == ControlObject.PREEMPT && setValue == 0 && preempt == setIndex) {
            preempt = 0;
        }
        int shift = (setIndex - 1) * 8;
        if (setObject == ControlObject.FORCE_OFF) {
            forceOffs = forceOffs & ~(0xFF << shift) | setValue << shift;
        } else if (setObject == ControlObject.PHASE_OMIT) {
            omits = omits & ~(0xFF << shift) | setValue << shift;
        }
    }

    /** Whether its lamps are known well enough that a command is judged by what they show. */
    boolean isKnown(long nowMs) {
        return statuses > 3 && polled && !flashing && nowMs - statusMs <= SECOND_MS / 2;
    }

    /** Whether nothing of its lamps can be known yet: the first poll has not been heard. */
    boolean isUnknown() {
        return statuses < 2 || !polled;
    }

    boolean isGreen(VehiclePhase phase) {
        return (greens >>> phase.number() - 1 & 1) != 0;
    }

    /** Whether it is green and nobody has asked for its end. */
    boolean isFree(VehiclePhase phase) {
        return isGreen(phase) && (forceOffs >>> phase.number() - 1 & 1) == 0;
    }

    long greenMs(VehiclePhase phase, long nowMs) {
        return nowMs - greenSinceMs[phase.number() - 1];
    }

    /** Returns how many SETs left within the second before. */
    int sets(long nowMs) {
        while (!setsMs.isEmpty() && nowMs - setsMs.peekFirst() >= SECOND_MS) {
            setsMs.removeFirst();
        }
        return setsMs.size();
    }

    boolean hasSet() {
        return setCount > 0;
    }

    /**
     * Whether no preempt is about to be asked for: it must not find the second full. One has just
     * begun, or nobody but who has passed is asking.
     */
    boolean isQuiet(long nowMs) {
        requestsMs.values().removeIf(heardMs -> nowMs - heardMs > REQUEST_QUIET_MS);
        return requestsMs.size() <= 1 || hasJustBegun(nowMs);
    }

    /** Whether a preempt has just begun: for some seconds nothing but heartbeats follows. */
    boolean hasJustBegun(long nowMs) {
        return preempt != 0 && nowMs - preemptMs < SECOND_MS;
    }

    /** Whether its last SET left in the step before, was no release, and is not answered yet. */
    boolean hasUnread(long sinceMs) {
        return hasSet() && setMs >= sinceMs && setValue != 0;
    }

    int setObject() {
        return setObject;
    }

    int setIndex() {
        return setIndex;
    }

    int setValue() {
        return setValue;
    }
}
