package org.sinho.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.VehicleReport;

/** E-08: what a report that was not drawn for checking may do to a vehicle, and what not. */
class TrafficPictureTest {
    private static final int SIGNER = 77;
    private static final int ID = 601;
    private static final int LATITUDE_E7 = 364_925_000;
    private static final int LONGITUDE_E7 = 1_273_120_000;
    private static final int E7_PER_METER = 90; // along a meridian: 1e-7 degrees are 1.11 cm
    private static final int SPEED_CMPS = 2_000;
    private static final long NOW_MS = 1_800_000_000_000L;

    private int id = ID;
    private int speedCmps = SPEED_CMPS;
    private final TrafficPicture picture = new TrafficPicture(new LaneMap[0]);
    private final UnsafeBuffer record =
            new UnsafeBuffer(new byte[EventHeader.SIZE + VehicleReport.SIZE]);

    /** A vehicle that drives north at 20 m/s. */
    private void report(int northM, boolean verified, long atMs) {
        picture.apply(
                new VehicleReport()
                        .wrapForWrite(record, 0)
                        .signer(SIGNER)
                        .temporaryId(id)
                        .latitudeE7(LATITUDE_E7 + northM * E7_PER_METER)
                        .longitudeE7(LONGITUDE_E7)
                        .speedCmps(speedCmps)
                        .headingCdeg(0)
                        .verified(verified ? 1 : 0),
                atMs);
    }

    private int northM() {
        int slot = picture.findTrusted(ID, NOW_MS + 1_000);
        return slot < 0 ? -1 : (picture.latitudeE7(slot) - LATITUDE_E7) / E7_PER_METER;
    }

    @Test
    void shouldFollowAnUncheckedReportThatFitsTheCheckedTrack() {
        report(0, true, NOW_MS);
        report(10, false, NOW_MS + 500);
        assertThat(northM()).isEqualTo(10);
    }

    @Test
    void shouldNotMoveATrustedVehicleWhenAnUncheckedReportLeavesItsTrack() {
        report(0, true, NOW_MS);
        report(300, false, NOW_MS + 500);
        assertThat(northM()).isZero();
    }

    @Test
    void shouldNotWalkAwayByManySmallUncheckedSteps() {
        report(0, true, NOW_MS);
        for (int i = 1; i <= 10; i++) {
            report(-10 * i, false, NOW_MS + 100L * i);
        }
        assertThat(northM()).isBetween(-20, 0);
    }

    @Test
    void shouldFollowACheckedReportWhereverItIs() {
        report(0, true, NOW_MS);
        report(300, true, NOW_MS + 500);
        assertThat(northM()).isEqualTo(300);
    }

    @Test
    void shouldNotTrustAVehicleThatWasNeverChecked() {
        report(0, false, NOW_MS);
        assertThat(picture.findTrusted(ID, NOW_MS)).isEqualTo(-1);
    }

    @Test
    void shouldForgetTrustWhenChecksStop() {
        report(0, true, NOW_MS);
        long laterMs = NOW_MS + TrafficPicture.VERIFIED_LIMIT_MS + 1;
        report(60, false, laterMs);
        assertThat(picture.findTrusted(ID, laterMs)).isEqualTo(-1);
    }

    @Test
    void shouldBelieveTheFirstCheckedReportWhateverAForgerSaidBefore() {
        for (int i = 0; i < 10; i++) {
            report(300, false, NOW_MS - 1_000 + 100L * i);
        }
        assertThat(picture.findTrusted(ID, NOW_MS)).isEqualTo(-1);
        report(0, true, NOW_MS);
        report(300, false, NOW_MS + 50);
        assertThat(northM()).isZero();
    }

    @Test
    void shouldNotTakeAnUncheckedSpeedThatNobodyCanReach() {
        report(0, true, NOW_MS);
        speedCmps = 0;
        report(4, false, NOW_MS + 200);
        assertThat(northM()).isZero();
        speedCmps = SPEED_CMPS - 200;
        report(4, false, NOW_MS + 200);
        assertThat(northM()).isEqualTo(4);
    }

    @Test
    void shouldNotLetMadeUpIdsPushOutWhoWasChecked() {
        report(0, true, NOW_MS);
        for (id = 1_000_000; id < 1_100_000; id++) {
            report(0, false, NOW_MS + 100);
        }
        id = ID;
        assertThat(northM()).isZero();
        report(10, false, NOW_MS + 500);
        assertThat(northM()).isEqualTo(10);
    }

    @Test
    void shouldMeasureTheTrackFromTheCheckedReportOnly() {
        report(0, true, NOW_MS);
        report(20, false, NOW_MS + 500);
        int slot = picture.findTrusted(ID, NOW_MS + 500);
        double gapCm =
                picture.trackGapCm(
                        slot, LATITUDE_E7 + 10 * E7_PER_METER, LONGITUDE_E7, NOW_MS + 500);
        assertThat(gapCm).isLessThan(100);
    }
}
