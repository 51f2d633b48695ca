package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.VehicleReport;
import org.sinho.core.picture.LaneMap;
import org.sinho.core.picture.TrafficPicture;

/** Who approaches a junction, at any moment, is who a walk over the whole table finds. */
class ApproachingTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int VEHICLES = 400;

    private final LaneMap lanes = new LaneMap(Junction.sheet());
    private final TrafficPicture picture = new TrafficPicture(new LaneMap[] {lanes, lanes});
    private final UnsafeBuffer record =
            new UnsafeBuffer(new byte[EventHeader.SIZE + VehicleReport.SIZE]);

    private void report(Random random, long nowMs) {
        int id = random.nextInt(VEHICLES);
        int approach = 1 + id % 4;
        int farM = random.nextInt(900) - 50; // The lanes end 780 m out.
        picture.apply(
                new VehicleReport()
                        .wrapForWrite(record, 0)
                        .signer(id)
                        .temporaryId(id)
                        .latitudeE7(Junction.latitudeE7(approach, farM))
                        .longitudeE7(Junction.longitudeE7(approach, farM))
                        .speedCmps(1_000)
                        .headingCdeg(0)
                        .verified(random.nextInt(3) == 0 ? 1 : 0),
                nowMs);
    }

    private List<Integer> found(int site, long nowMs) {
        picture.seek(nowMs);
        return IntStream.range(0, picture.approachingCount(site))
                .mapToObj(i -> picture.approaching(site, i))
                .toList();
    }

    private List<Integer> walked(int site, long nowMs) {
        return IntStream.range(0, TrafficPicture.SLOT_COUNT)
                .filter(slot -> picture.site(slot) == site && picture.isTrusted(slot, nowMs))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldFindWhomAWalkOverTheTableFinds(long seed) {
        Random random = new Random(seed);
        long nowMs = NOW_MS;
        int most = 0;
        for (int i = 0; i < 300; i++) {
            for (int k = random.nextInt(40); k > 0; k--) {
                report(random, nowMs);
                if (k % 10 == 0) { // Somebody asks between two reports of the same moment.
                    assertThat(found(0, nowMs)).isEqualTo(walked(0, nowMs));
                }
            }
            assertThat(found(0, nowMs)).isEqualTo(walked(0, nowMs));
            assertThat(found(1, nowMs)).isEmpty();
            most = Math.max(most, picture.approachingCount(0));
            nowMs += random.nextInt(400);
        }
        assertThat(most).isGreaterThan(20);
    }
}
