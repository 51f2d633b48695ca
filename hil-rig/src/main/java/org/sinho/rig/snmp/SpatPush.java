package org.sinho.rig.snmp;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.IntersectionState;
import org.sinho.v2x.j2735.MovementEvent;
import org.sinho.v2x.j2735.MovementPhaseState;
import org.sinho.v2x.j2735.MovementState;
import org.sinho.v2x.j2735.SpatMessage;

/**
 * Says in J2735 what the 245 octets of a push say: newer controllers send that. Signal group {@code
 * n} is phase {@code n}, {@code 16 + n} overlap, {@code 32 + n} pedestrian phase {@code n}.
 */
final class SpatPush {
    private static final int BLOCKS = 2;
    private static final int BLOCK_LENGTH = 13;
    private static final int VEHICLE_TIMES = 1;
    private static final int PEDESTRIAN_TIMES = 5;
    private static final int OVERLAP_TIMES = 9;
    private static final int PHASE_LAMPS = 210;
    private static final int WALK_LAMPS = 216;
    private static final int OVERLAP_LAMPS = 222;
    private static final int INTERSECTION_STATUS = 232;
    private static final int UNKNOWN = 0xFFFF;
    private static final int DS_PER_HOUR = 36_000;
    private static final int MS_PER_DAY = 86_400_000;

    private final int junction;
    private final SpatMessage spat = new SpatMessage();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[2_048]);

    SpatPush(int junction) {
        this.junction = junction;
    }

    byte[] of(ByteBuffer push, int sequence, long clockMs) {
        ZonedDateTime now = Instant.ofEpochMilli(clockMs).atZone(ZoneOffset.UTC);
        boolean flash = (push.get(INTERSECTION_STATUS) & 0x80) != 0;
        spat.clear();
        IntersectionState state = spat.addIntersection();
        state.intersection().set(IntersectionState.ABSENT, junction);
        state.revision(sequence & 0x7F);
        state.statusFlags(flash ? IntersectionState.FAILURE_FLASH : 0);
        state.time(
                (now.getDayOfYear() - 1) * 1_440 + now.getHour() * 60 + now.getMinute(),
                now.getSecond() * 1_000 + now.getNano() / 1_000_000);
        int nowDs = (int) Math.floorMod(clockMs, (long) MS_PER_DAY) / 100 % DS_PER_HOUR;
        for (int number = 1; number <= 16; number++) {
            int block = BLOCKS + (number - 1) * BLOCK_LENGTH;
            int vehicle = lamp(push, PHASE_LAMPS, number);
            add(state, number, vehicleState(vehicle, flash), push, block + VEHICLE_TIMES, nowDs);
            int overlap = lamp(push, OVERLAP_LAMPS, number);
            int overlapState = vehicleState(overlap, flash);
            add(state, 16 + number, overlapState, push, block + OVERLAP_TIMES, nowDs);
            int walk = lamp(push, WALK_LAMPS, number);
            int walkState = flash ? MovementPhaseState.UNAVAILABLE : vehicleState(walk, false);
            add(state, 32 + number, walkState, push, block + PEDESTRIAN_TIMES, nowDs);
        }
        byte[] octets = new byte[spat.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return octets;
    }

    /**
     * Which of three masks names it: 0 none, 1 the first (stop), 2 the second, 3 the third (go).
     */
    private static int lamp(ByteBuffer push, int masks, int number) {
        for (int i = 0; i < 3; i++) {
            if ((push.getShort(masks + 2 * i) >> (number - 1) & 1) != 0) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int vehicleState(int lamp, boolean flash) {
        return switch (lamp) {
            case 0 -> MovementPhaseState.UNAVAILABLE;
            case 1 ->
                    flash
                            ? MovementPhaseState.STOP_THEN_PROCEED
                            : MovementPhaseState.STOP_AND_REMAIN;
            case 2 ->
                    flash
                            ? MovementPhaseState.CAUTION_CONFLICTING_TRAFFIC
                            : MovementPhaseState.PROTECTED_CLEARANCE;
            default -> MovementPhaseState.PROTECTED_MOVEMENT_ALLOWED;
        };
    }

    private static void add(
            IntersectionState state, int group, int shown, ByteBuffer push, int times, int nowDs) {
        if (shown == MovementPhaseState.UNAVAILABLE) {
            return;
        }
        MovementState movement = state.addMovement();
        movement.signalGroup(group);
        MovementEvent event = movement.addEvent();
        event.eventState(shown);
        event.timing(
                MovementEvent.ABSENT,
                mark(nowDs, push.getShort(times) & 0xFFFF),
                mark(nowDs, push.getShort(times + 2) & 0xFFFF),
                MovementEvent.ABSENT,
                MovementEvent.ABSENT,
                MovementEvent.ABSENT);
    }

    private static int mark(int nowDs, int inDs) {
        return inDs == UNKNOWN || inDs >= DS_PER_HOUR
                ? MovementEvent.TIME_UNKNOWN
                : (nowDs + inDs) % DS_PER_HOUR;
    }
}
