package org.sinho.center.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.EventHeader;
import org.sinho.core.site.Lane;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ntcip.Tscbm;
import org.sinho.v2x.ImmediateForward;
import org.sinho.v2x.j2735.J2735Json;

/** What goes on the air for a junction, read back by the complete codec, and what comes in. */
class AirTest {
    /** 2026-11-25 10:30:00.000 UTC. */
    private static final long NOW = 1_795_602_600_000L;

    private static final int NOW_DS = 18_000;
    private static final int MS_OF_DAY = 37_800_000;

    private static final SiteSheet SHEET =
            new SiteSheetReader()
                    .read(
                            Path.of(System.getProperty("sinho.home"))
                                    .resolve("cities/junction/sites/site-1.yaml"))
                    .document()
                    .orElseThrow()
                    .sheet();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4_096]);
    private final ControllerStatus status = status();

    private static ControllerStatus status() {
        ControllerStatus status = new ControllerStatus();
        status.wrapForWrite(
                new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]), 0);
        status.siteId(1).greens(0x22).yellows(0x04).reds(0xD9).walks(0x02).dontWalks(0x88);
        status.pedClears(0x20).pushSequence(7).controllerMsOfDay(MS_OF_DAY);
        for (int i = 0; i < 16; i++) {
            status.vehicleMinimumDs(i, 40 + i).vehicleMaximumDs(i, 300 + i);
            status.pedestrianMinimumDs(i, 25).pedestrianMaximumDs(i, 25);
        }
        status.vehicleMinimumDs(2, 12).vehicleMaximumDs(2, 12);
        status.vehicleMaximumDs(1, Tscbm.UNKNOWN);
        return status;
    }

    private byte[] compose(int operation) {
        int length = new SpatComposer().compose(status, operation, NOW, buffer);
        byte[] frame = new byte[length];
        buffer.getBytes(0, frame);
        return frame;
    }

    private JsonNode spat(int operation) {
        JsonNode message = J2735Json.decode(compose(operation));
        assertThat(message.path("type").asText()).isEqualTo("SPAT");
        return message.path("value").path("intersections").path(0);
    }

    private static JsonNode event(JsonNode state, int group) {
        for (JsonNode movement : state.path("states")) {
            if (movement.path("signalGroup").asInt() == group) {
                return movement.path("state-time-speed").path(0);
            }
        }
        throw new AssertionError("no group " + group + " in " + state);
    }

    @Test
    void shouldCarryLeastAndMostTimeWhenThePushTellsThem() {
        JsonNode timing = event(spat(0), 1).path("timing");

        assertThat(timing.path("minEndTime").asInt()).isEqualTo(NOW_DS + 40);
        assertThat(timing.path("maxEndTime").asInt()).isEqualTo(NOW_DS + 300);
        assertThat(timing.has("likelyTime")).isFalse();
    }

    @Test
    void shouldCallTheEndLikelyWhenLeastAndMostTimeAreOne() {
        JsonNode event = event(spat(0), 3);

        assertThat(event.path("eventState").asText()).isEqualTo("protected-clearance");
        assertThat(event.path("timing").path("likelyTime").asInt()).isEqualTo(NOW_DS + 12);
    }

    @Test
    void shouldSayUnknownWhenThePushCannotBoundTheTime() {
        JsonNode timing = event(spat(0), 2).path("timing");

        assertThat(timing.path("minEndTime").asInt()).isEqualTo(NOW_DS + 41);
        assertThat(timing.path("maxEndTime").asInt()).isEqualTo(36_001);
    }

    @Test
    void shouldReadMarksByUtcWhenTheControllersClockIsOff() {
        status.controllerMsOfDay(MS_OF_DAY + 45_000);

        int mark = event(spat(0), 1).path("timing").path("minEndTime").asInt();

        assertThat(mark).isEqualTo(NOW_DS + 40);
    }

    @ParameterizedTest
    @CsvSource({
        "34, protected-Movement-Allowed",
        "36, stop-And-Remain",
        "38, protected-clearance",
        "40, stop-And-Remain"
    })
    void shouldTellPeopleOfTheirLampWhenSiteHasCrossings(int group, String state) {
        assertThat(event(spat(0), group).path("eventState").asText()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0000000000000000", // not flashing
        "3, 0000000100000000", // by the clock: standby
        "4, 0010000000000000", // by hand
        "5, 0010000010000000", // fault monitor
        "6, 0010000010000000", // monitor unit
        "7, 0010000000000000", // start-up
        "8, 0010000000000000" // preempt
    })
    void shouldSayWhyItFlashesWhenThePollTellsIt(int unitFlashStatus, String bits) {
        SiteAir air = new SiteAir(1, new byte[0]);
        air.onPoll(poll(1, status.greens()).unitFlashStatus(unitFlashStatus));

        assertThat(spat(air.operation()).path("status").asText()).isEqualTo(bits);
    }

    @Test
    void shouldSayFailureFlashWhenOnlyThePushTellsOfIt() {
        status.flash(1);
        JsonNode state = spat(0);

        assertThat(state.path("status").asText()).isEqualTo("0010000000000000");
        assertThat(event(state, 1).path("eventState").asText()).isEqualTo("stop-Then-Proceed");
    }

    @Test
    void shouldSayThatAPreemptIsActiveWhenThePollTellsIt() {
        SiteAir air = new SiteAir(1, new byte[0]);
        air.onPoll(poll(1, 0).preemptState(2, 6));

        assertThat(spat(air.operation()).path("status").asText()).isEqualTo("0001000000000000");
    }

    private static ControllerPoll poll(int answered, int greens) {
        ControllerPoll poll = new ControllerPoll();
        poll.wrapForWrite(new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerPoll.SIZE]), 0);
        return poll.siteId(1).answered(answered).unitFlashStatus(2).greens(greens);
    }

    @Test
    void shouldBeSilentWhenAPushDoesNotMoveOnOrIsLate() {
        SiteAir air = new SiteAir(1, new byte[0]);

        assertThat(air.onStatus(status.pushSequence(255), NOW)).isTrue();
        assertThat(air.onStatus(status.pushSequence(255), NOW + 100)).isFalse();
        assertThat(air.onStatus(status.pushSequence(0), NOW + 200)).isTrue();
        assertThat(air.onStatus(status.pushSequence(254), NOW + 300)).isFalse();
        assertThat(air.onStatus(status.pushSequence(254), NOW + 5_000)).as("restarted").isTrue();
    }

    @Test
    void shouldBeSilentWhenPollsAreUnansweredOrDifferTwice() {
        SiteAir air = new SiteAir(1, new byte[0]);
        assertThat(air.onStatus(status.pushSequence(1), NOW)).isTrue();
        air.onPoll(poll(1, 0x44));
        assertThat(air.onStatus(status.pushSequence(2), NOW)).as("skew").isTrue();
        air.onPoll(poll(0, 0));
        assertThat(air.onStatus(status.pushSequence(3), NOW)).isFalse();
        air.onPoll(poll(1, status.greens()));
        assertThat(air.onStatus(status.pushSequence(4), NOW)).isTrue();
    }

    // What comes in.

    private boolean read(byte[] push, ControllerStatus into) {
        into.wrapForWrite(new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]), 0);
        return StatusForm.spat(SHEET).read(new UnsafeBuffer(push), 0, push.length, into);
    }

    private void requireSame(ControllerStatus taken) {
        assertThat(taken.greens()).isEqualTo(status.greens());
        assertThat(taken.yellows()).isEqualTo(status.yellows());
        assertThat(taken.reds()).isEqualTo(status.reds());
        assertThat(taken.walks()).isEqualTo(status.walks());
        assertThat(taken.pedClears()).isEqualTo(status.pedClears());
        assertThat(taken.dontWalks()).isEqualTo(status.dontWalks());
        assertThat(taken.flash()).isZero();
        assertThat(taken.controllerMsOfDay()).isEqualTo(MS_OF_DAY);
        for (int i = 0; i < 8; i++) {
            assertThat(taken.vehicleMinimumDs(i)).isEqualTo(status.vehicleMinimumDs(i));
            assertThat(taken.vehicleMaximumDs(i)).isEqualTo(status.vehicleMaximumDs(i));
        }
        assertThat(taken.pedCalls()).as("who may wait is taken to wait").isEqualTo(0x88);
    }

    @Test
    void shouldBecomeTheStatusThatItSaysWhenASpatComesBare() {
        ControllerStatus taken = new ControllerStatus();

        assertThat(read(compose(0), taken)).isTrue();
        requireSame(taken);
    }

    @Test
    void shouldBecomeTheStatusThatItSaysWhenASpatComesAsText() {
        ControllerStatus taken = new ControllerStatus();

        assertThat(read(ImmediateForward.of(compose(0)), taken)).isTrue();
        requireSame(taken);
    }

    @Test
    void shouldMoveOnByTenthsOfASecondWhenSequenceIsTakenFromItsTime() {
        ControllerStatus first = new ControllerStatus();
        ControllerStatus second = new ControllerStatus();
        read(compose(0), first);
        int length = new SpatComposer().compose(status, 0, NOW + 100, buffer);
        byte[] next = new byte[length];
        buffer.getBytes(0, next);
        read(next, second);

        assertThat(second.pushSequence() - first.pushSequence() & 0xFF).isEqualTo(1);
    }

    @Test
    void shouldTellFlashWhenTheSpatsStatusSaysSo() {
        ControllerStatus taken = new ControllerStatus();
        status.flash(1);

        assertThat(read(compose(0), taken)).isTrue();
        assertThat(taken.flash()).isEqualTo(1);
        assertThat(taken.greens()).isZero();
    }

    @Test
    void shouldRefuseWhenAPhaseOfTheSheetIsNotMentioned() {
        ControllerStatus taken = new ControllerStatus();
        status.reds(status.reds() & ~0x80);

        assertThat(read(compose(0), taken)).isFalse();
    }

    @Test
    void shouldRefuseWhenACrossingOfTheSheetIsNotMentioned() {
        ControllerStatus taken = new ControllerStatus();
        status.dontWalks(0x08);

        assertThat(read(compose(0), taken)).isFalse();
    }

    @Test
    void shouldRefuseWhenItIsOfAnotherJunction() {
        ControllerStatus taken = new ControllerStatus();
        status.siteId(2);

        assertThat(read(compose(0), taken)).isFalse();
    }

    @Test
    void shouldNeverThrowWhenAPushIsCutOrABitIsChanged() {
        ControllerStatus taken = new ControllerStatus();
        byte[] whole = compose(0);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(Arrays.copyOf(whole, length), taken)).as("%d octets", length).isFalse();
        }
        StatusForm form = StatusForm.spat(SHEET);
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + ControllerStatus.SIZE]);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (0x80 >>> bit % 8);
            taken.wrapForWrite(record, 0);
            if (form.read(new UnsafeBuffer(changed), 0, changed.length, taken)) {
                int shown = taken.greens() | taken.yellows() | taken.reds();
                assertThat(shown & 0xFF).isEqualTo(0xFF);
            }
        }
    }

    // The map.

    private static JsonNode map() {
        JsonNode message = J2735Json.decode(MapComposer.compose(SHEET));
        assertThat(message.path("ok").asBoolean()).isTrue();
        assertThat(message.path("type").asText()).isEqualTo("MAP");
        return message.path("value");
    }

    private static JsonNode lane(JsonNode geometry, int number) {
        for (JsonNode lane : geometry.path("laneSet")) {
            if (lane.path("laneID").asInt() == number) {
                return lane;
            }
        }
        throw new AssertionError("no lane " + number);
    }

    @Test
    void shouldNameSiteLayerAndPlaceWhenMapIsMade() {
        JsonNode map = map();
        JsonNode geometry = map.path("intersections").path(0);

        assertThat(map.path("layerType").asText()).isEqualTo("intersectionData");
        assertThat(geometry.path("id").path("id").asInt()).isEqualTo(SHEET.siteId());
        assertThat(geometry.path("refPoint").path("lat").asInt()).isEqualTo(SHEET.latitudeE7());
        assertThat(geometry.path("refPoint").path("long").asInt()).isEqualTo(SHEET.longitudeE7());
        assertThat(geometry.path("revision")).isEqualTo(map.path("msgIssueRevision"));
    }

    @Test
    void shouldLeadEveryLaneWhereTheSheetLeadsIt() {
        JsonNode geometry = map().path("intersections").path(0);
        for (Lane lane : SHEET.lanes()) {
            JsonNode found = lane(geometry, lane.number());
            String approach = lane.ingress() ? "ingressApproach" : "egressApproach";
            assertThat(found.path(approach).asInt()).isEqualTo(lane.approach());
            assertThat(found.path("laneAttributes").path("directionalUse").asText())
                    .isEqualTo(lane.ingress() ? "10" : "01");
            int east = 0;
            int north = 0;
            for (JsonNode node : found.path("nodeList").path("nodes")) {
                JsonNode offset = node.path("delta").elements().next();
                east += offset.path("x").asInt();
                north += offset.path("y").asInt();
            }
            assertThat(east).isEqualTo(lane.nodes().getLast().eastCm());
            assertThat(north).isEqualTo(lane.nodes().getLast().northCm());
            for (int i = 0; i < lane.connections().size(); i++) {
                JsonNode way = found.path("connectsTo").path(i);
                assertThat(way.path("connectingLane").path("lane").asInt())
                        .isEqualTo(lane.connections().get(i).lane());
                assertThat(way.path("signalGroup").asInt())
                        .isEqualTo(lane.connections().get(i).phase());
            }
        }
    }

    @Test
    void shouldShowEachCrossingWithItsGroupAndLengthWhenSiteHasPedestrians() {
        JsonNode geometry = map().path("intersections").path(0);
        int first = SHEET.lanes().stream().mapToInt(Lane::number).max().orElseThrow() + 1;
        for (int i = 0; i < SHEET.pedestrians().size(); i++) {
            JsonNode lane = lane(geometry, first + i);
            JsonNode along = lane.path("nodeList").path("nodes").path(1).path("delta");
            JsonNode offset = along.elements().next();
            double length = Math.hypot(offset.path("x").asInt(), offset.path("y").asInt());
            assertThat(lane.path("laneAttributes").path("laneType").has("crosswalk")).isTrue();
            assertThat(lane.path("connectsTo").path(0).path("signalGroup").asInt())
                    .isEqualTo(32 + SHEET.pedestrians().get(i).number());
            assertThat(length)
                    .isBetween(
                            SHEET.pedestrians().get(i).crossingLengthCm() - 3.0,
                            SHEET.pedestrians().get(i).crossingLengthCm() + 3.0);
        }
    }

    @Test
    void shouldKeepItsRevisionWhenTheSheetIsTheSame() {
        assertThat(MapComposer.compose(SHEET)).isEqualTo(MapComposer.compose(SHEET));
    }
}
