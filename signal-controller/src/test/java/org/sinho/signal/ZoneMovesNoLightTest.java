package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;
import org.sinho.signal.zone.ZoneRules;

/** A minute of preempts, holds and calls, told with and without sightings at the zone. */
class ZoneMovesNoLightTest {
    private static final ZoneRules RULES =
            new ZoneRules("blocks", Set.of(VehicleClass.SHUTTLE), List.of(), List.of(1, 2, 3));

    private final List<UnsafeBuffer> events = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private int zoneNotices;
    private ControlLoop core;

    @BeforeEach
    void record() {
        Street street = new Street(ControlSettings.DEFAULT);
        street.recorder = event -> events.add(new UnsafeBuffer(event));
        Timeline.warmUp(street);
        String[] acts = {
            "mission 601", "601 asks on=3 at=300", "602 asks on=1 at=200", "loop 4", "walker 4"
        };
        for (int i = 0; i < 600; i++) {
            if (i % 45 == 0 && i / 45 < acts.length) {
                Timeline.act(street, acts[i / 45]);
            }
            street.step();
        }
    }

    private void play(boolean sightings) {
        others.clear();
        commands.clear();
        zoneNotices = 0;
        core =
                new ControlLoop(
                        List.of(Junction.sheet()), ControlSettings.DEFAULT, RULES, this::take);
        for (int i = 0; i < events.size(); i++) {
            UnsafeBuffer event = events.get(i);
            core.onEvent(event, 0, event.capacity());
            if (sightings) {
                sight(event, i);
            }
        }
    }

    private void sight(UnsafeBuffer after, int i) {
        UnsafeBuffer event = new UnsafeBuffer(new byte[EventHeader.SIZE + ZoneSighting.SIZE]);
        long utcMs = EventHeader.utcMs(after, 0);
        EventHeader.write(event, 0, EventType.ZONE_SIGHTING, ZoneSighting.SIZE, 30, 0, utcMs);
        EventHeader.sequence(event, 0, EventHeader.sequence(after, 0));
        new ZoneSighting()
                .wrapForWrite(event, 0)
                .seenUtcMs(utcMs)
                .entry(1 + i % 3)
                .vehicleClass(i % VehicleClass.COUNT)
                .outward(i % 4 == 3 ? 1 : 0);
        core.onEvent(event, 0, event.capacity());
    }

    private void take(DirectBuffer record, int offset, int length) {
        byte[] octets = new byte[length];
        record.getBytes(offset, octets);
        String text = HexFormat.of().formatHex(octets);
        switch (EventHeader.type(record, offset)) {
            case RecordType.COMMAND -> commands.add(text);
            case RecordType.STATE_HASH, RecordType.SNAPSHOT -> {
                // The zone's own counts are in the state.
            }
            case RecordType.NOTICE -> {
                int code = new Notice().wrap(record, offset).code();
                if (code < NoticeCode.ZONE_ENTERED_UNAUTHORIZED.code()) {
                    others.add(text);
                } else {
                    zoneNotices++;
                }
            }
            default -> others.add(text);
        }
    }

    @Test
    void shouldPutOutTheSameCommandsOctetByOctetWhoeverEnters() {
        play(false);
        List<String> without = List.copyOf(commands);
        List<String> othersWithout = List.copyOf(others);
        assertThat(without).hasSizeGreaterThan(20);
        assertThat(zoneNotices).isZero();
        play(true);
        assertThat(core.zoneFigures().unauthorizedCount()).isGreaterThan(100);
        assertThat(zoneNotices).isGreaterThanOrEqualTo(3);
        assertThat(commands).isEqualTo(without);
        assertThat(others).as("answers, refusals, notices").isEqualTo(othersWithout);
    }

    @Test
    void shouldComeToTheSameStateWhenReplayed() {
        play(true);
        long hash = core.stateHash();
        play(true);
        assertThat(core.stateHash()).isEqualTo(hash);
        play(false);
        assertThat(core.stateHash()).isNotEqualTo(hash);
    }
}
