package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.PedestrianReport;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Lane;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.Profile;
import org.sinho.core.site.SiteSheet;

class PedestrianDeskTest {
    private static final int LATITUDE_E7 = 364_925_000;
    private static final int LONGITUDE_E7 = 1_273_120_000;

    /** Centimeters per 1e-7 degrees: north anywhere, east at this latitude. */
    private static final double NORTH_CM = 1.11319;

    private static final double EAST_CM = 0.89494;

    private final PedestrianDesk desk = new PedestrianDesk(sheet());
    private long nowMs = 1_000_000;

    /** Across a south arm, 11 m long about (0, -20), and an east arm, 17 m about (16.8, 0). */
    private static SiteSheet sheet() {
        List<Lane> lanes =
                List.of(
                        lane(7, 320, -2_000),
                        lane(16, -320, -2_000),
                        lane(4, 1_680, 640),
                        lane(11, 1_680, -640));
        return new SiteSheet(
                1,
                "test",
                Profile.KR,
                LATITUDE_E7,
                LONGITUDE_E7,
                List.of(),
                List.of(
                        new PedestrianPhase(2, 2, 1_100, false, 70, 110, 30, List.of(7, 16)),
                        new PedestrianPhase(4, 4, 1_700, false, 70, 170, 30, List.of(4, 11))),
                List.of(),
                List.of(),
                new Conflict[0][0],
                new int[0][0],
                new int[0][0],
                lanes,
                List.of(),
                List.of(),
                10,
                List.of());
    }

    private static Lane lane(int number, int eastCm, int northCm) {
        List<Lane.Node> nodes =
                List.of(new Lane.Node(eastCm, northCm), new Lane.Node(10 * eastCm, 10 * northCm));
        return new Lane(number, 1, true, nodes, List.of());
    }

    private static PedestrianReport at(int eastCm, int northCm) {
        PedestrianReport report = new PedestrianReport();
        report.wrapForWrite(
                new UnsafeBuffer(new byte[EventHeader.SIZE + PedestrianReport.SIZE]), 0);
        return report.signer(77)
                .verified(1)
                .basicType(1)
                .speedCmps(0)
                .crossRequest(1)
                .crossState(0)
                .latitudeE7(LATITUDE_E7 + (int) Math.round(northCm / NORTH_CM))
                .longitudeE7(LONGITUDE_E7 + (int) Math.round(eastCm / EAST_CM));
    }

    @ParameterizedTest
    @CsvSource({
        "550, -2000, 2", "-550, -2000, 2", "600, -2300, 2", "1680, 850, 4", "1680, -850, 4",
        "0, -2000, 0", "1680, 0, 0", "550, -2600, 0", "3000, 3000, 0", "0, 0, 0"
    })
    void shouldPushTheButtonOfTheCurbWhereSomeoneStands(int eastCm, int northCm, int phase) {
        assertThat(desk.apply(at(eastCm, northCm), nowMs)).isEqualTo(phase);
        assertThat(desk.calls(0, nowMs)).isEqualTo(phase == 0 ? 0 : 1 << (phase - 1));
    }

    @Test
    void shouldPushNothingWhenSignatureWasNotChecked() {
        assertThat(desk.apply(at(550, -2_000).verified(0), nowMs)).isZero();
    }

    @Test
    void shouldPushNothingWhenSenderDoesNotWantToCross() {
        assertThat(desk.apply(at(550, -2_000).crossRequest(0), nowMs)).isZero();
        assertThat(desk.apply(at(550, -2_000).crossState(1), nowMs)).isZero();
        assertThat(desk.apply(at(550, -2_000).speedCmps(400), nowMs)).isZero();
        assertThat(desk.apply(at(550, -2_000).basicType(4), nowMs)).isZero();
        assertThat(desk.calls(0, nowMs)).isZero();
    }

    @Test
    void shouldPushByStandingThereWhenSenderSaysNothingOfCrossing() {
        PedestrianReport silent = at(550, -2_000).crossRequest(PedestrianReport.NOT_SAID);

        assertThat(desk.apply(silent.crossState(PedestrianReport.NOT_SAID), nowMs)).isEqualTo(2);
    }

    @Test
    void shouldPushNothingWhenPlaceOfSenderIsNotKnown() {
        assertThat(desk.apply(at(550, -2_000).latitudeE7(900_000_001), nowMs)).isZero();
        assertThat(desk.apply(at(550, -2_000).longitudeE7(1_800_000_001), nowMs)).isZero();
    }

    @Test
    void shouldCallOnceHoweverManySpeakAndUntilWalkShows() {
        for (int i = 0; i < 1_000; i++) {
            desk.apply(at(550, -2_000).signer(i), nowMs);
        }

        assertThat(desk.calls(0, nowMs)).isEqualTo(2);
        assertThat(desk.calls(8, nowMs)).as("another crossing walks").isEqualTo(2);
        assertThat(desk.calls(2, nowMs)).as("answered").isZero();
        assertThat(desk.calls(0, nowMs)).isZero();
    }

    @Test
    void shouldForgetAPushWhenNothingAnswersItForFourMinutes() {
        desk.apply(at(550, -2_000), nowMs);
        nowMs += 240_000;
        assertThat(desk.calls(0, nowMs)).isEqualTo(2);
        nowMs += 1;
        assertThat(desk.calls(0, nowMs)).isZero();
    }

    @Test
    void shouldForgetEveryPushWhenReset() {
        desk.apply(at(550, -2_000), nowMs);
        desk.reset();

        assertThat(desk.calls(0, nowMs)).isZero();
    }
}
