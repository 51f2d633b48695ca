package org.sinho.signal.guard;

import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.CommandOutcome;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Role;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.event.SignalRequest;

/**
 * A guard with junctions that push their lamps ten times a second and are polled once a second.
 *
 * <p>Reads as a story: set lamps, let deciseconds pass, ask for a command, see what the guard says.
 */
final class Scene {
    static final int ALLOWED = SafetyGuard.ALLOWED;
    static final int AMBULANCE = 14;

    /** Not a multiple of 100 ms: nothing may depend on that. */
    static final long START_MS = 1_700_000_000_037L;

    final SafetyGuard guard;
    final Lamps cross = new Lamps(Sheets.CROSS, 0xFF, 0xAA);
    final Lamps small = new Lamps(Sheets.SMALL, 0x101, 0x100);
    long nowMs = START_MS;
    long epoch = 1;
    long ageMs;
    int reason = Reason.ACTUATED;
    int person;
    int secondPerson;
    boolean polling = true;
    boolean readBack = true;
    private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final SignalCommand command = new SignalCommand();
    private final ControllerStatus status = new ControllerStatus();
    private final ControllerPoll poll = new ControllerPoll();
    private final SignalRequest request = new SignalRequest();
    private long passedDs;

    /** What one junction shows and answers. */
    static final class Lamps {
        final int siteId;
        final int phases;
        final int pedestrians;
        int greens;
        int yellows;
        int walks;
        int pedClears;
        int pedCalls;
        int dark;
        int alsoRed;
        int flashing;
        int flash;
        int push;
        int unitControlStatus = 2;
        int unitFlashStatus = 2;
        int polledGreens = -1;
        int polledWalks = -1;
        int answered = 1;
        long sequence;
        boolean silent;

        Lamps(int siteId, int phases, int pedestrians) {
            this.siteId = siteId;
            this.phases = phases;
            this.pedestrians = pedestrians;
        }
    }

    private Scene() {
        guard = new SafetyGuard(List.of(Sheets.cross().build(), Sheets.small().build()));
    }

    /** Returns a scene where both junctions are known and phases 2 and 6, and 1, are green. */
    static Scene ready() {
        return readyAt(START_MS);
    }

    static Scene readyAt(long startMs) {
        Scene scene = new Scene();
        scene.nowMs = startMs;
        scene.cross.greens = phases(2, 6);
        scene.small.greens = phases(1);
        scene.guard.onEpoch(1);
        return scene.pass(11);
    }

    /** Returns a scene in which nothing was heard yet, not even an epoch. */
    static Scene blank() {
        return new Scene();
    }

    static int phases(int... numbers) {
        int mask = 0;
        for (int number : numbers) {
            mask |= 1 << number - 1;
        }
        return mask;
    }

    /** Lets time pass with pushes and polls. */
    Scene pass(int ds) {
        for (int i = 0; i < ds; i++) {
            nowMs += 100;
            passedDs++;
            push(cross);
            push(small);
            if (polling && passedDs % 10 == 1) {
                poll(cross);
                poll(small);
            }
        }
        return this;
    }

    /** Lets time pass in silence. */
    Scene silence(long ms) {
        nowMs += ms;
        return this;
    }

    Scene push(Lamps lamps) {
        if (lamps.silent) {
            return this;
        }
        lamps.push = lamps.push + 1 & 0xFF;
        return repeat(lamps);
    }

    /** Pushes the same counter again. */
    Scene repeat(Lamps lamps) {
        status.wrapForWrite(buffer, 0)
                .siteId(lamps.siteId)
                .greens(lamps.greens)
                .yellows(lamps.yellows)
                .reds(lamps.phases & ~(lamps.greens | lamps.yellows | lamps.dark) | lamps.alsoRed)
                .walks(lamps.walks)
                .pedClears(lamps.pedClears)
                .dontWalks(lamps.pedestrians & ~(lamps.walks | lamps.pedClears))
                .pedCalls(lamps.pedCalls)
                .flashing(lamps.flashing)
                .flash(lamps.flash)
                .pushSequence(lamps.push);
        guard.onStatus(status, nowMs);
        return this;
    }

    Scene poll(Lamps lamps) {
        poll.wrapForWrite(buffer, 0)
                .siteId(lamps.siteId)
                .answered(lamps.answered)
                .unitControlStatus(lamps.unitControlStatus)
                .unitFlashStatus(lamps.unitFlashStatus)
                .greens(lamps.polledGreens < 0 ? lamps.greens : lamps.polledGreens)
                .walks(lamps.polledWalks < 0 ? lamps.walks : lamps.polledWalks);
        guard.onPoll(poll, nowMs);
        return this;
    }

    /**
     * Puts an ambulance's fresh request on approach 1 of the cross; change it, then {@link #hear}.
     */
    SignalRequest ambulance() {
        return request.wrapForWrite(buffer, 0)
                .siteId(Sheets.CROSS)
                .signer(4711)
                .requestId(1)
                .generationUtcMs(nowMs)
                .requestType(1)
                .role(AMBULANCE)
                .grantedRoles(Role.AMBULANCE)
                .inboundKind(1)
                .inbound(1);
    }

    Scene hear(SignalRequest heard) {
        guard.onRequest(heard, nowMs);
        return this;
    }

    Scene health(int kind, int healthy, int value) {
        HealthReport report = new HealthReport().wrapForWrite(buffer, 0);
        guard.onHealth(report.kind(kind).healthy(healthy).value(value), nowMs);
        return this;
    }

    /** Asks with the next sequence of the site. */
    int ask(Lamps lamps, int object, int index, int value) {
        return ask(lamps.siteId, ++lamps.sequence, object, index, value);
    }

    int ask(int siteId, long sequence, int object, int index, int value) {
        command.wrapForWrite(buffer, 0)
                .siteId(siteId)
                .epoch(epoch)
                .siteSequence(sequence)
                .decidedUtcMs(nowMs - ageMs)
                .object(object)
                .index(index)
                .value(value)
                .reason(reason)
                .person(person)
                .secondPerson(secondPerson);
        int rule = guard.check(command, nowMs);
        if (rule == ALLOWED && readBack) {
            outcome(siteId, epoch, sequence, CommandOutcome.Outcome.CONFIRMED);
        }
        return rule;
    }

    void outcome(int siteId, long ofEpoch, long sequence, int outcome) {
        CommandOutcome event =
                new CommandOutcome()
                        .wrapForWrite(buffer, 0)
                        .siteId(siteId)
                        .epoch(ofEpoch)
                        .siteSequence(sequence)
                        .outcome(outcome);
        guard.onOutcome(event, nowMs);
    }

    int hold(int value) {
        return ask(cross, ControlObject.HOLD, 1, value);
    }

    int forceOff(int value) {
        return ask(cross, ControlObject.FORCE_OFF, 1, value);
    }

    int omit(int value) {
        return ask(cross, ControlObject.PHASE_OMIT, 1, value);
    }

    int call(int value) {
        return ask(cross, ControlObject.VEH_CALL, 1, value);
    }

    int pattern(int value) {
        return ask(cross, ControlObject.PATTERN, 0, value);
    }

    int preempt(int number, int value) {
        return ask(cross, ControlObject.PREEMPT, number, value);
    }
}
