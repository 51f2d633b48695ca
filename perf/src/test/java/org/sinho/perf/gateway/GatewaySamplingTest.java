package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.EventType;
import org.sinho.core.event.VehicleReport;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;

/**
 * E-08: which BSM of a signer is checked when another speaks in his name. The bench's clock stands
 * still, so nobody is drawn a second time because a second has passed.
 */
class GatewaySamplingTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int BSM = AppPermission.PSID_BSM;
    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);

    @TempDir Path trust;

    private final HearingDoor door = new HearingDoor();
    private final SigningIdentity car = PKI.issue("car", AppPermission.bsm());
    private long sent;

    private void send(FieldBench bench, byte[] datagram) throws Exception {
        bench.send(datagram);
        door.awaitDealtWith(++sent);
    }

    private List<Integer> verified() {
        return door.events(EventType.VEHICLE_REPORT).stream()
                .map(event -> new VehicleReport().wrap(new UnsafeBuffer(event), 0).verified())
                .toList();
    }

    @Test
    void shouldCheckTheGenuineMessageAfterAForgedOneHasTakenItsTurn() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 16, door)) {
            send(bench, car.sign(BSM, Messages.bsm(0, 1), NOW, true));
            for (int i = 0; i < 3; i++) {
                send(bench, car.signWrongly(BSM, Messages.bsm(10 + i, 1), NOW, false));
            }
            send(bench, car.sign(BSM, Messages.bsm(1, 1), NOW, false));
            assertThat(bench.counters.get(CounterId.V2X_BAD_SIGNATURE)).isEqualTo(3);
        }
        assertThat(verified()).containsExactly(1, 1);
    }

    @Test
    void shouldNotCheckASignerTwiceInASecondWhenTheFirstWasRight() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 16, door)) {
            send(bench, car.sign(BSM, Messages.bsm(0, 1), NOW, true));
            send(bench, car.sign(BSM, Messages.bsm(1, 1), NOW, false));
            send(bench, car.sign(BSM, Messages.bsm(2, 1), NOW, false));
        }
        assertThat(verified()).containsExactly(1, 1, 0);
    }

    @Test
    void shouldNotTakeARecordedReportForAProofOfPlace() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 16, door)) {
            send(bench, car.sign(BSM, Messages.bsm(0, 1), NOW, true));
            send(bench, car.sign(BSM, Messages.bsm(1, 1), NOW - 2_001, false));
            send(bench, car.sign(BSM, Messages.bsm(2, 1), NOW - 2_000, false));
            assertThat(bench.counters.get(CounterId.V2X_MESSAGE_EXPIRED)).isEqualTo(1);
        }
        assertThat(verified()).containsExactly(1, 1);
    }
}
