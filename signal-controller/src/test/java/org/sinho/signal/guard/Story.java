package org.sinho.signal.guard;

import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalRequest;

/** A seeded stream of statuses, polls, requests and commands, most of them nearly right. */
final class Story {
    private static final int[] OBJECTS = {
        ControlObject.HOLD,
        ControlObject.FORCE_OFF,
        ControlObject.PHASE_OMIT,
        ControlObject.VEH_CALL,
        ControlObject.PED_CALL,
        ControlObject.PREEMPT,
        ControlObject.PATTERN,
        ControlObject.SYNC
    };
    private static final int[] GREENS = {0x22, 0x11, 0x88, 0x44};

    private final SplittableRandom random;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final ControllerStatus status = new ControllerStatus();
    private final ControllerPoll poll = new ControllerPoll();
    private final SignalRequest request = new SignalRequest();
    private final SignalCommand command = new SignalCommand();
    private final HealthReport health = new HealthReport();
    private long nowMs = Scene.START_MS;
    private long epoch = 1;
    private long sequence;
    private int push;
    private int kind;

    Story(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Does the next thing and returns the guard's answer; 0 when it was not a command. */
    int step(SafetyGuard guard, int step) {
        if (step % 4 == 0) {
            nowMs += random.nextInt(500) == 0 ? 1_500 : 100;
            writeStatus();
        } else if (step % 40 == 1) {
            writePoll();
        } else if (step % 60 == 2) {
            writeRequest();
        } else if (step % 7_000 == 3) {
            writeHealth();
        } else if (step % 30_000 == 5) {
            kind = 5;
            epoch++;
        } else {
            writeCommand();
        }
        return repeat(guard);
    }

    /** Does the last thing once more to another guard. */
    int repeat(SafetyGuard guard) {
        switch (kind) {
            case 1 -> guard.onStatus(status.wrap(buffer, 0), nowMs);
            case 2 -> guard.onPoll(poll.wrap(buffer, 0), nowMs);
            case 3 -> guard.onRequest(request.wrap(buffer, 0), nowMs);
            case 4 -> guard.onHealth(health.wrap(buffer, 0), nowMs);
            case 5 -> guard.onEpoch(epoch);
            default -> {
                return guard.check(command.wrap(buffer, 0), nowMs);
            }
        }
        return 0;
    }

    private int greens() {
        long phaseDs = (nowMs - Scene.START_MS) / 100 % 1_600;
        return phaseDs % 400 < 340 ? GREENS[(int) (phaseDs / 400)] : 0;
    }

    private void writeStatus() {
        kind = 1;
        push = push + 1 & 0xFF;
        status.wrapForWrite(buffer, 0)
                .siteId(Sheets.CROSS)
                .greens(greens())
                .reds(0xFF & ~greens())
                .dontWalks(0xAA)
                .pedCalls(random.nextInt(256) & 0xAA)
                .flash(random.nextInt(300) == 0 ? 1 : 0)
                .pushSequence(push);
    }

    private void writePoll() {
        kind = 2;
        poll.wrapForWrite(buffer, 0)
                .siteId(Sheets.CROSS)
                .answered(random.nextInt(20) == 0 ? 0 : 1)
                .unitControlStatus(random.nextInt(30) == 0 ? 4 : 2)
                .unitFlashStatus(2)
                .greens(random.nextInt(10) == 0 ? 1 : greens());
    }

    private void writeRequest() {
        kind = 3;
        request.wrapForWrite(buffer, 0)
                .siteId(Sheets.CROSS)
                .signer(random.nextInt(3))
                .generationUtcMs(nowMs - random.nextInt(2_200))
                .requestType(random.nextInt(8) == 0 ? 3 : 2)
                .role(Scene.AMBULANCE)
                .grantedRoles(random.nextInt(6) == 0 ? 8 : 0x80)
                .inboundKind(1)
                .inbound(1 + random.nextInt(2));
    }

    private void writeHealth() {
        kind = 4;
        health.wrapForWrite(buffer, 0)
                .kind(1 + random.nextInt(2))
                .healthy(random.nextInt(3) == 0 ? 0 : 1);
    }

    private void writeCommand() {
        kind = 0;
        int object = OBJECTS[random.nextInt(OBJECTS.length)];
        boolean group = object >>> 8 == ControlObject.HOLD >>> 8;
        int mask = random.nextInt(5) == 0 ? random.nextInt(260) : greens() & random.nextInt(256);
        int value = group ? mask : random.nextInt(3);
        int index = group ? 1 : object == ControlObject.PREEMPT ? 1 + random.nextInt(2) : 0;
        sequence += random.nextInt(50) == 0 ? 0 : 1;
        command.wrapForWrite(buffer, 0)
                .siteId(random.nextInt(50) == 0 ? Sheets.SMALL : Sheets.CROSS)
                .epoch(epoch - (random.nextInt(50) == 0 ? 1 : 0))
                .siteSequence(sequence)
                .decidedUtcMs(nowMs - random.nextInt(270))
                .object(random.nextInt(50) == 0 ? 0x0303 : object)
                .index(index)
                .value(random.nextInt(4) == 0 ? 0 : value)
                .reason(random.nextInt(20) == 0 ? 6 : 2);
    }
}
