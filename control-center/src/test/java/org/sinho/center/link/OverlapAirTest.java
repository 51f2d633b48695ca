package org.sinho.center.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventHeader;
import org.sinho.core.site.SiteSheet;
import org.sinho.v2x.j2735.J2735Json;

/** An overlap has a signal group of its own, the same in MAP and SPaT, out and in. */
class OverlapAirTest {
    private static final SiteSheet SHEET =
            new SiteSheetReader()
                    .read(
                            Path.of(
                                    System.getProperty("sinho.home"),
                                    "cities/hapgang/sites/site-12.yaml"))
                    .document()
                    .orElseThrow()
                    .sheet();
    private static final int GROUP = 17;
    private static final int MS_OF_DAY = 25_200_000;
    private static final long NOW = 1_772_434_800_000L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4_096]);
    private final ControllerStatus status = fresh();

    private static ControllerStatus fresh() {
        return new ControllerStatus()
                .wrapForWrite(
                        new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]), 0);
    }

    /** The stem is green, and with it the right turn; its own through is red. */
    OverlapAirTest() {
        status.siteId(12).greens(0x08).reds(0x23).walks(0x08).dontWalks(0x02);
        status.overlapGreens(1).pushSequence(7).controllerMsOfDay(MS_OF_DAY);
        status.overlapMinimumDs(0, 30).overlapMaximumDs(0, 90);
    }

    private byte[] compose() {
        byte[] frame = new byte[new SpatComposer().compose(status, 0, NOW, buffer)];
        buffer.getBytes(0, frame);
        return frame;
    }

    private JsonNode group() {
        for (JsonNode movement :
                J2735Json.decode(compose())
                        .path("value")
                        .path("intersections")
                        .path(0)
                        .path("states")) {
            if (movement.path("signalGroup").asInt() == GROUP) {
                return movement.path("state-time-speed").path(0);
            }
        }
        throw new AssertionError("no group " + GROUP);
    }

    private static boolean read(byte[] frame, ControllerStatus into) {
        return StatusForm.spat(SHEET).read(new UnsafeBuffer(frame), 0, frame.length, into);
    }

    @Test
    void shouldShowTheOverlapsOwnLampAndTimesInTheSpat() {
        assertThat(group().path("eventState").asText()).isEqualTo("protected-Movement-Allowed");
        assertThat(group().path("timing").path("minEndTime").asInt())
                .isEqualTo(MS_OF_DAY / 100 % 36_000 + 30);
        status.overlapGreens(0).overlapYellows(1);
        assertThat(group().path("eventState").asText()).isEqualTo("protected-clearance");
        status.overlapYellows(0).overlapReds(1);
        assertThat(group().path("eventState").asText()).isEqualTo("stop-And-Remain");
        status.flash(1);
        assertThat(group().path("eventState").asText()).isEqualTo("stop-Then-Proceed");
    }

    @Test
    void shouldReadTheOverlapBackFromASpat() {
        ControllerStatus taken = fresh();
        assertThat(read(compose(), taken)).isTrue();
        assertThat(taken.overlapGreens()).isEqualTo(1);
        assertThat(taken.overlapReds() | taken.overlapYellows()).isZero();
        assertThat(taken.overlapMinimumDs(0)).isEqualTo(30);
        assertThat(taken.overlapMaximumDs(0)).isEqualTo(90);
    }

    @Test
    void shouldRefuseASpatThatDoesNotMentionTheOverlapOfTheSheet() {
        status.overlapGreens(0);
        assertThat(read(compose(), fresh())).isFalse();
    }

    @Test
    void shouldLeadTheRightTurnUnderTheOverlapsGroupInTheMap() {
        JsonNode geometry =
                J2735Json.decode(MapComposer.compose(SHEET))
                        .path("value")
                        .path("intersections")
                        .path(0);
        JsonNode first = geometry.path("laneSet").path(0);
        assertThat(first.path("laneID").asInt()).isEqualTo(1);
        assertThat(first.path("connectsTo").path(0).path("signalGroup").asInt()).isEqualTo(GROUP);
        JsonNode second = geometry.path("laneSet").path(1);
        assertThat(second.path("connectsTo").path(0).path("signalGroup").asInt()).isEqualTo(2);
    }
}
