package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;

/** Which pattern a zone gets, when, and when its controllers get their own plan back. */
class PatternChoiceTest {
    /** When the last junction's first count has come. */
    private static final int FIRST_COUNT_S = 32;

    private final Avenue avenue = new Avenue();

    /** The avenue with pattern 1, which was chosen at this moment. */
    private long choosePatternOne() {
        avenue.flow(300, 300, 200);
        avenue.run(FIRST_COUNT_S + 320);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1);
        return avenue.told.getFirst().ds();
    }

    private List<Integer> pattern() {
        List<Integer> live = new ArrayList<>();
        for (int site = 1; site <= Avenue.SITES; site++) {
            int value = 0;
            for (Avenue.PatternSet set : avenue.patterns) {
                value = set.site() == site ? set.value() : value;
            }
            live.add(value);
        }
        return live;
    }

    @Test
    void shouldChooseTheNearestPatternWhenItHasBeenTheNearestForFiveMinutes() {
        avenue.flow(320, 850, 180);
        avenue.run(FIRST_COUNT_S + 295);
        assertThat(avenue.told).isEmpty();
        avenue.run(10);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(3);
        assertThat(pattern()).containsExactly(3, 3, 3);
    }

    @Test
    void shouldChangeAllJunctionsOfAZoneAtTheSameMoment() {
        long chosenDs = choosePatternOne();
        assertThat(avenue.patterns)
                .containsExactly(
                        new Avenue.PatternSet(chosenDs, 1, 1, Reason.COORDINATION),
                        new Avenue.PatternSet(chosenDs, 2, 1, Reason.COORDINATION),
                        new Avenue.PatternSet(chosenDs, 3, 1, Reason.COORDINATION));
    }

    @Test
    void shouldKeepThePatternWhenAnotherIsNotNearerByTheMargin() {
        choosePatternOne();
        avenue.flow(600, 300, 200);
        avenue.flow(1, 660, 300, 200);
        avenue.run(1_500); // 300 + 300 + 360 away from pattern 1, 300 + 300 + 240 from pattern 2.
        assertThat(avenue.told).hasSize(1);
    }

    @Test
    void shouldChangeThePatternWhenAnotherIsNearerByTheMargin() {
        choosePatternOne();
        avenue.flow(660, 300, 200);
        avenue.run(1_500); // 360 away from pattern 1, 240 from pattern 2.
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 2);
    }

    @Test
    void shouldKeepThePatternWhenAnotherIsNearerForLessThanFiveMinutes() {
        choosePatternOne();
        avenue.run(700);
        avenue.flow(1_500, 300, 200);
        avenue.run(180);
        avenue.flow(300, 300, 200);
        avenue.run(1_200);
        assertThat(avenue.told).hasSize(1);
    }

    @Test
    void shouldNotChangeTwiceWithinTenMinutes() {
        long chosenDs = choosePatternOne();
        avenue.flow(1_500, 300, 200); // Nearer to pattern 2 from the second count on.
        avenue.run(900);
        assertThat(avenue.told)
                .containsExactly(
                        new Avenue.Told(chosenDs, 1), new Avenue.Told(chosenDs + 6_000, 2));
    }

    @Test
    void shouldGiveEveryControllerItsOwnPlanWhenTheFlowIsUnknown() {
        choosePatternOne();
        Arrays.fill(avenue.counting, false);
        avenue.run(155);
        assertThat(avenue.told).as("until the third missing count").hasSize(1);
        avenue.run(30);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 0);
        assertThat(pattern()).containsExactly(0, 0, 0);
    }

    @Test
    void shouldChooseNothingWhenNoDetectorIsInOrder() {
        for (int[] occupancies : avenue.occupancies) {
            Arrays.fill(occupancies, 212);
        }
        avenue.flow(300, 300, 200);
        avenue.run(900);
        assertThat(avenue.told).isEmpty();
        assertThat(avenue.patterns).isEmpty();
    }

    @Test
    void shouldLetAJunctionWithoutFlowFollowTheOthers() {
        choosePatternOne();
        avenue.counting[0] = false;
        avenue.flow(900, 300, 200);
        avenue.run(1_500);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 2);
        assertThat(pattern()).containsExactly(2, 2, 2);
    }

    @Test
    void shouldReleaseTheZoneWhenLessThanHalfOfItsJunctionsAreMeasured() {
        choosePatternOne();
        avenue.counting[0] = false;
        avenue.counting[2] = false;
        avenue.run(300);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 0);
        assertThat(pattern()).containsExactly(0, 0, 0);
    }

    @Test
    void shouldLeaveAJunctionInDoubtToItsOwnPlanAndKeepTheOthers() {
        choosePatternOne();
        avenue.fields[1].push = false;
        avenue.run(60);
        assertThat(pattern()).containsExactly(1, 0, 1);
        assertThat(avenue.told).hasSize(1);
    }

    @Test
    void shouldBringAJunctionBackNoSoonerThanACycleAfterItsLastPattern() {
        long chosenDs = choosePatternOne();
        avenue.fields[1].push = false;
        avenue.run(10);
        avenue.fields[1].push = true;
        avenue.run(400);
        assertThat(pattern()).containsExactly(1, 1, 1);
        assertThat(avenue.patterns.getLast().ds() - chosenDs).isBetween(2_550L, 2_600L);
    }

    @Test
    void shouldReleaseTheZoneWhenTheCenterStartsAnew() {
        choosePatternOne();
        avenue.startEpoch();
        avenue.run(300);
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 0);
        assertThat(pattern()).containsExactly(0, 0, 0);
    }

    @Test
    void shouldRepeatThePatternWithTheHeartbeat() {
        choosePatternOne();
        avenue.out.clear();
        avenue.run(30);
        List<Integer> beats = new ArrayList<>();
        for (byte[] record : avenue.out) {
            UnsafeBuffer view = new UnsafeBuffer(record);
            SignalCommand command = new SignalCommand().wrap(view, 0);
            if (EventHeader.type(view, 0) == RecordType.COMMAND
                    && command.object() == ControlObject.PATTERN) {
                assertThat(command.reason()).isEqualTo(Reason.HEARTBEAT);
                beats.add(command.value());
            }
        }
        assertThat(beats).hasSizeGreaterThanOrEqualTo(3 * 8).containsOnly(1);
    }

    @Test
    void shouldGiveThePatternBackWhenTheCenterEnds() {
        choosePatternOne();
        avenue.end();
        assertThat(pattern()).containsExactly(0, 0, 0);
    }

    @Test
    void shouldNeverSpeakOfPatternsWhenNoZoneIsConfigured() {
        Avenue plain = new Avenue(ControlSettings.DEFAULT);
        plain.flow(900, 300, 200);
        plain.startEpoch();
        plain.run(700);
        assertThat(plain.told).isEmpty();
        assertThat(plain.patterns).isEmpty();
    }

    @Test
    void shouldGoOnTheSameInAnotherCoreFromASnapshot() {
        Avenue moved = new Avenue();
        for (Avenue each : List.of(avenue, moved)) {
            each.flow(300, 300, 200);
            each.run(400);
            each.flow(1_500, 300, 200);
            each.run(300);
            if (each == moved) {
                each.moveToAnotherCore();
            }
            each.run(500);
        }
        assertThat(avenue.told).extracting(Avenue.Told::pattern).containsExactly(1, 2);
        assertThat(moved.told).isEqualTo(avenue.told);
        assertThat(moved.patterns).isEqualTo(avenue.patterns);
    }

    @Test
    void shouldPutOutTheSameWhenTheEventsAreReplayed() {
        choosePatternOne();
        avenue.flow(1_500, 300, 200);
        avenue.run(700);
        List<byte[]> again = new ArrayList<>();
        ControlLoop core =
                new ControlLoop(
                        List.of(Junction.sheet(1), Junction.sheet(2), Junction.sheet(3)),
                        ControlSettings.DEFAULT.withCoordination(List.of(Avenue.zone())),
                        (record, offset, length) -> {
                            byte[] copy = new byte[length];
                            record.getBytes(offset, copy);
                            again.add(copy);
                        });
        for (byte[] event : avenue.events) {
            core.onEvent(new UnsafeBuffer(event), 0, event.length);
        }
        assertThat(avenue.told).hasSize(2);
        assertThat(again)
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(avenue.out);
    }

    /** An hour and a half of flows, faults and restarts as they fall. */
    @Test
    void shouldNeverWishForAPatternThatTheGuardRefuses() {
        Random random = new Random(20_260_301);
        for (int minute = 0; minute < 90; minute++) {
            if (minute % 12 == 0) {
                avenue.flow(random.nextInt(1_500), random.nextInt(1_500), random.nextInt(400));
            }
            int site = random.nextInt(Avenue.SITES);
            int what = random.nextInt(12);
            avenue.counting[site] = what > 1;
            avenue.fields[site].push = what != 2;
            avenue.fields[site].poll = what != 3;
            avenue.fields[site].flashStatus = what == 4 ? 3 : 2;
            avenue.fields[site].streams = random.nextInt(256);
            if (what == 5 && minute % 20 == 5) {
                avenue.startEpoch();
            }
            avenue.run(60);
        }
        assertThat(avenue.refusals)
                .filteredOn(refusal -> refusal.endsWith(" " + ControlObject.PATTERN))
                .isEmpty();
        assertThat(avenue.told).as("changes in it").hasSizeGreaterThan(4);
        System.out.printf(
                "patterns over 90 min of faults: %d changes of the zone, %d SETs, refused %s%n",
                avenue.told.size(), avenue.patterns.size(), avenue.refusals);
        TreeMap<Integer, Long> last = new TreeMap<>();
        for (Avenue.PatternSet set : avenue.patterns) {
            if (set.value() != 0) {
                Long before = last.put(set.site(), set.ds());
                assertThat(before == null || set.ds() - before >= 600).as("C-07 %s", set).isTrue();
            }
        }
    }
}
