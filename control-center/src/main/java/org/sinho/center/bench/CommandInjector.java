package org.sinho.center.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventDoor;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.site.SiteSheet;

/**
 * Puts commands that break a named rule into the ring, at seeded moments of a run in lock-step.
 *
 * <p>Each has a moment before which it does not come; from then on it waits for a junction where
 * its rule can be broken and no other is broken first. The step's thread only.
 */
public final class CommandInjector implements EventDoor {
    /** Of the run; the rest is for rules that wait for their chance. */
    private static final double SPREAD = 0.75;

    /** A controller in backup takes some seconds to be had back. */
    private static final int BEGIN_MS = 5_000;

    private static final int STEP_MS = 100;

    private record Order(BrokenRule rule, int variant, long dueMs) {}

    private final EventDoor ring;
    private final Injection injection;
    private final TreeMap<Integer, SiteWatch> sites = new TreeMap<>();
    private final List<Order> orders = new ArrayList<>();
    private final SplittableRandom random;
    private final UnsafeBuffer record =
            new UnsafeBuffer(new byte[EventHeader.SIZE + InjectedCommand.SIZE]);
    private final InjectedCommand command = new InjectedCommand();
    private final RuleBreaker breaker;
    private final ControllerStatus status = new ControllerStatus();
    private final ControllerPoll poll = new ControllerPoll();
    private final SignalRequest request = new SignalRequest();
    private long order;

    /**
     * Creates an injector.
     *
     * @param injection how many, and when
     * @param sheets the junctions
     * @param ring takes the events of the run, and the commands
     */
    public CommandInjector(Injection injection, List<SiteSheet> sheets, EventDoor ring) {
        this.injection = injection;
        this.ring = ring;
        sheets.forEach(sheet -> sites.put(sheet.siteId(), new SiteWatch(sheet)));
        random = new SplittableRandom(injection.seed());
        command.wrapForWrite(record, 0);
        breaker = new RuleBreaker(command);
    }

    /** An event of the run: seen, and passed on. */
    @Override
    public void accept(int source, long order, DirectBuffer event, int offset, int length) {
        long utcMs = EventHeader.utcMs(event, offset);
        switch (EventHeader.type(event, offset)) {
            case EventType.CONTROLLER_STATUS -> {
                SiteWatch site = sites.get(status.wrap(event, offset).siteId());
                if (site != null) {
                    site.onStatus(status, utcMs);
                }
            }
            case EventType.CONTROLLER_POLL -> {
                SiteWatch site = sites.get(poll.wrap(event, offset).siteId());
                if (site != null) {
                    site.onPoll(poll);
                }
            }
            case EventType.SIGNAL_REQUEST -> {
                SiteWatch site = sites.get(request.wrap(event, offset).siteId());
                if (site != null) {
                    site.onRequest(request, utcMs);
                }
            }
            default -> {
                // Nothing that a rule is broken by.
            }
        }
        ring.accept(source, order, event, offset, length);
    }

    /**
     * Hears of a SET that left.
     *
     * @param set the command
     */
    public void onSet(SignalCommand set) {
        sites.get(set.siteId()).onSet(set, set.decidedUtcMs());
    }

    /**
     * Puts in what is due, before the events of the step.
     *
     * @param utcMs the step's time
     */
    public void step(long utcMs) {
        if (orders.isEmpty() && order == 0) {
            plan(utcMs);
        }
        boolean another = false;
        for (int i = 0; i < orders.size(); i++) {
            Order next = orders.get(i);
            // One in a step, so that each is seen alone; a second or a first moment is soon over.
            boolean brief = next.rule() == BrokenRule.FRESH || next.rule() == BrokenRule.RATE;
            if (next.dueMs() <= utcMs && (brief || !another) && place(next, utcMs)) {
                orders.remove(i--);
                another |= !brief;
            }
        }
    }

    private void plan(long utcMs) {
        BrokenRule[] rules = BrokenRule.values();
        int spreadMs = (int) (injection.seconds() * SPREAD * 1_000);
        for (int i = 0; i < injection.count(); i++) {
            BrokenRule rule = rules[i % rules.length];
            int variant = i / rules.length;
            int afterMs = BEGIN_MS + random.nextInt(spreadMs);
            orders.add(
                    switch (rule) { // Some wait for moments that are rare: they take the first.
                        case FRESH -> new Order(rule, variant, utcMs + variant % 2 * STEP_MS);
                        case RATE, HOLD -> new Order(rule, variant, utcMs);
                        default -> new Order(rule, variant, utcMs + afterMs);
                    });
        }
    }

    private boolean place(Order next, long utcMs) {
        List<SiteWatch> all = List.copyOf(sites.values());
        int first = random.nextInt(all.size());
        for (int i = 0; i < all.size(); i++) {
            SiteWatch site = all.get((first + i) % all.size());
            if (next.rule() == BrokenRule.RATE) {
                fill(site, utcMs);
            }
            if (breaker.compose(next.rule(), next.variant(), site, utcMs)) {
                put(utcMs);
                return true;
            }
        }
        return false;
    }

    private void fill(SiteWatch site, long utcMs) {
        while (breaker.composeFiller(site, utcMs)) {
            put(utcMs);
            site.onFiller(utcMs);
        }
    }

    private void put(long utcMs) {
        EventHeader.write(
                record,
                0,
                EventType.INJECTED_COMMAND,
                InjectedCommand.SIZE,
                EventSource.BENCH,
                0,
                utcMs);
        ring.accept(EventSource.BENCH, order++, record, 0, record.capacity());
    }
}
