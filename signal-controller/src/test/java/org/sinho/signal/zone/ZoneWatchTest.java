package org.sinho.signal.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.VehicleClass;
import org.sinho.core.event.ZoneSighting;
import org.sinho.core.picture.StateCursor;

/** Who may enter, who is told of, and who is inside. */
class ZoneWatchTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final ZoneRules RULES =
            new ZoneRules(
                    "blocks",
                    Set.of(VehicleClass.EMERGENCY, VehicleClass.SHUTTLE),
                    List.of(
                            new ZoneTag(900, VehicleClass.DELIVERY, List.of(), NOW_MS),
                            new ZoneTag(17, VehicleClass.CAR, List.of(2), NOW_MS + 1_000_000),
                            new ZoneTag(450, VehicleClass.DELIVERY, List.of(), NOW_MS - 1)),
                    List.of(7, 2, 3));

    private final List<String> told = new ArrayList<>();
    private ZoneWatch watch = watch();

    private ZoneWatch watch() {
        return new ZoneWatch(
                RULES,
                new ZoneWatch.Listener() {
                    @Override
                    public void onUnauthorized(int entry, int vehicleClass) {
                        told.add(entry + " " + VehicleClass.of(vehicleClass));
                    }

                    @Override
                    public void onMore(int entry, int count) {
                        told.add(entry + " more " + count);
                    }
                });
    }

    private void see(int entry, VehicleClass seen, int tag, boolean out, long seenMs, long nowMs) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + ZoneSighting.SIZE]);
        ZoneSighting sighting = new ZoneSighting().wrapForWrite(record, 0);
        sighting.entry(entry).vehicleClass(seen.code()).tag(tag).outward(out ? 1 : 0);
        watch.onSighting(sighting.seenUtcMs(seenMs), nowMs);
    }

    private void enter(int entry, VehicleClass seen, int tag, long nowMs) {
        see(entry, seen, tag, false, nowMs, nowMs);
    }

    @ParameterizedTest
    @CsvSource({
        "2, EMERGENCY, 0, EXEMPT",
        "7, SHUTTLE, 12345, EXEMPT",
        "3, DELIVERY, 900, TAGGED",
        "2, CAR, 17, TAGGED",
        "7, CAR, 17, WRONG_ENTRY",
        "2, TRUCK, 17, WRONG_CLASS",
        "2, UNKNOWN, 900, WRONG_CLASS",
        "3, DELIVERY, 450, EXPIRED",
        "3, DELIVERY, 901, UNKNOWN_TAG",
        "3, DELIVERY, 0, NO_TAG",
        "3, CAR, 0, NO_TAG",
        "3, UNKNOWN, 0, NO_TAG"
    })
    void shouldJudgeByClassTagEntryAndTime(
            int entry, VehicleClass seen, int tag, ZoneDecision expected) {
        enter(entry, seen, tag, NOW_MS);
        ZoneFigures figures = watch.figures();
        assertThat(figures.decisions()).containsOnly(Map.entry(expected, 1L));
        assertThat(figures.allowedCount()).isEqualTo(expected.isAllowed() ? 1 : 0);
        assertThat(figures.unauthorizedCount()).isEqualTo(expected.isUnauthorized() ? 1 : 0);
        assertThat(told).hasSize(expected.isUnauthorized() ? 1 : 0);
    }

    @Test
    void shouldTakeATagUntilItsLastMillisecond() {
        enter(3, VehicleClass.DELIVERY, 900, NOW_MS + 1);
        assertThat(watch.figures().count(ZoneDecision.EXPIRED)).isEqualTo(1);
    }

    @Test
    void shouldLetAnybodyLeave() {
        see(3, VehicleClass.CAR, 0, true, NOW_MS, NOW_MS);
        assertThat(watch.figures().left()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void shouldCountWhoIsInside() {
        enter(3, VehicleClass.CAR, 0, NOW_MS);
        enter(2, VehicleClass.CAR, 17, NOW_MS);
        enter(7, VehicleClass.SHUTTLE, 0, NOW_MS);
        see(7, VehicleClass.CAR, 0, true, NOW_MS, NOW_MS);
        assertThat(watch.figures().inside())
                .isEqualTo(Map.of(VehicleClass.CAR, 1L, VehicleClass.SHUTTLE, 1L));
        assertThat(watch.figures().insideCount()).isEqualTo(2);
    }

    @Test
    void shouldNotCountAPassageThatWasNotNow() {
        see(3, VehicleClass.CAR, 0, false, NOW_MS - 5_001, NOW_MS);
        see(3, VehicleClass.CAR, 0, false, NOW_MS + 5_001, NOW_MS);
        assertThat(watch.figures().count(ZoneDecision.BAD_TIME)).isEqualTo(2);
        assertThat(watch.figures().sightings()).isZero();
        assertThat(watch.figures().insideCount()).isZero();
        assertThat(told).isEmpty();
        see(3, VehicleClass.CAR, 0, false, NOW_MS - 5_000, NOW_MS);
        see(3, VehicleClass.CAR, 0, false, NOW_MS + 5_000, NOW_MS);
        assertThat(watch.figures().unauthorizedCount()).isEqualTo(2);
    }

    @Test
    void shouldPassOverAnEntryThatIsNotInTheSettings() {
        enter(4, VehicleClass.CAR, 0, NOW_MS);
        assertThat(watch.figures().decisions()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldTellOnceAMinuteForEachEntryAndSumUpTheRest() {
        for (int s = 0; s < 50; s += 10) {
            enter(3, VehicleClass.CAR, 0, NOW_MS + s * 1_000);
            watch.onTick(NOW_MS + s * 1_000);
        }
        enter(7, VehicleClass.TRUCK, 0, NOW_MS + 50_000);
        watch.onTick(NOW_MS + 59_999);
        assertThat(told).containsExactly("3 CAR", "7 TRUCK");
        watch.onTick(NOW_MS + 60_000);
        watch.onTick(NOW_MS + 60_100);
        assertThat(told).containsExactly("3 CAR", "7 TRUCK", "3 more 4");
        assertThat(watch.figures().unauthorized()).isEqualTo(Map.of(3, 5L, 7, 1L));
    }

    @Test
    void shouldKeepEverythingInASnapshot() {
        enter(3, VehicleClass.CAR, 0, NOW_MS);
        enter(3, VehicleClass.CAR, 0, NOW_MS + 1_000);
        enter(2, VehicleClass.SHUTTLE, 0, NOW_MS + 1_000);
        ZoneFigures before = watch.figures();
        UnsafeBuffer state = new UnsafeBuffer(new byte[4_096]);
        watch.visit(new StateCursor().save(state, 0));
        watch = watch();
        watch.visit(new StateCursor().load(state, 0));
        assertThat(watch.figures()).isEqualTo(before);
        watch.onTick(NOW_MS + 60_000);
        assertThat(told).containsExactly("3 CAR", "3 more 1");
    }

    /** A journal from before there were zones has states without one, and replays. */
    @Test
    void shouldAddNothingToTheStateWithoutAZone() {
        StateCursor cursor = new StateCursor().save(new UnsafeBuffer(new byte[64]), 0);
        new ZoneWatch(ZoneRules.NONE, null).visit(cursor);
        assertThat(cursor.length()).isZero();
    }
}
