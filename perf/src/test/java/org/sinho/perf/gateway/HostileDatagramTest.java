package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.counter.CounterId;
import org.sinho.core.counter.Counters;
import org.sinho.core.event.EventType;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.VehicleReport;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.v2x.GatewayConfig;
import org.sinho.v2x.RsuIntake;

/** Octets that nobody foresaw, into the intake and through the workers. */
class HostileDatagramTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int DATAGRAMS = 100_000;
    private static final int THROUGH_WORKERS = 10_000;
    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);
    private static final List<byte[]> GENUINE = new ArrayList<>();

    @BeforeAll
    static void sign() {
        SigningIdentity ambulance =
                PKI.issue("ambulance", AppPermission.bsm(), AppPermission.signalRequest(0x80));
        byte[] request = Messages.srm(1);
        byte[] report = Messages.bsm(1, 1);
        for (boolean attached : new boolean[] {true, false}) {
            GENUINE.add(ambulance.sign(AppPermission.PSID_SIGNAL_REQUEST, request, NOW, attached));
            GENUINE.add(ambulance.sign(AppPermission.PSID_BSM, report, NOW, attached));
        }
        GENUINE.add(SigningIdentity.unsigned(request));
    }

    /** Noise, or a genuine datagram with octets changed, cut out, doubled or cut off. */
    private static byte[] hostile(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] octets = GENUINE.get(random.nextInt(GENUINE.size())).clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && octets.length > 0; i++) {
            octets = changed(octets, random);
        }
        return octets;
    }

    private static byte[] changed(byte[] octets, Random random) {
        int at = random.nextInt(octets.length);
        switch (random.nextInt(8)) {
            case 0 -> {
                return java.util.Arrays.copyOf(octets, at);
            }
            case 1 -> {
                byte[] other = new byte[octets.length + 1];
                System.arraycopy(octets, 0, other, 0, at);
                System.arraycopy(octets, at, other, at + 1, octets.length - at);
                return other;
            }
            case 2 -> octets[at] = (byte) random.nextInt();
            case 3 -> octets[at] = (byte) (random.nextBoolean() ? 0xFF : 0x80);
            default -> octets[at] ^= (byte) (1 << random.nextInt(8));
        }
        return octets;
    }

    @Test
    void shouldNeitherThrowNorGrantWhenTheIntakeHearsHostileOctets() {
        HearingDoor door = new HearingDoor();
        Counters counters = new Counters();
        RsuIntake intake =
                RsuIntake.withoutWorkers(
                        3,
                        new GatewayConfig(List.of(), 1_000, 65_536),
                        door,
                        FieldBench.TIME,
                        counters);
        Random random = new Random(1);
        for (int i = 0; i < DATAGRAMS; i++) {
            byte[] octets = hostile(random);
            // Behind the end there is nothing: one octet read too far would throw.
            int margin = random.nextInt(3);
            byte[] room = new byte[margin + octets.length];
            System.arraycopy(octets, 0, room, margin, octets.length);
            intake.onDatagram(new UnsafeBuffer(room), margin, octets.length);
        }
        assertThat(counters.get(CounterId.V2X_DATAGRAMS)).isEqualTo(DATAGRAMS);
        assertThat(door.events(EventType.SIGNAL_REQUEST)).isEmpty();
        assertThat(door.events())
                .allMatch(event -> new VehicleReport().wrap(event, 0).verified() == 0);
        System.out.println("hostile octets into the intake: " + counters.nonZero());
    }

    /** A changed datagram may still be the same message: then it says what the genuine one said. */
    @Test
    void shouldServeOnlyWhatWasSignedWhenWorkersHearHostileOctets(@TempDir Path trust)
            throws Exception {
        HearingDoor door = new HearingDoor();
        Random random = new Random(2);
        try (FieldBench bench = new FieldBench(PKI, trust, 1_024, door)) {
            bench.send(GENUINE.getFirst());
            door.awaitDealtWith(1);
            for (int sent = 2; sent <= THROUGH_WORKERS; sent++) {
                bench.send(hostile(random));
                door.awaitDealtWith(sent - 64L);
            }
            door.awaitDealtWith(THROUGH_WORKERS);
            System.out.println("hostile octets to workers: " + bench.counters.nonZero());
        }
        Set<List<Long>> said = new HashSet<>();
        for (UnsafeBuffer event : door.events(EventType.SIGNAL_REQUEST)) {
            SignalRequest request = new SignalRequest().wrap(event, 0);
            said.add(
                    List.of(
                            request.generationUtcMs(),
                            request.signer(),
                            request.payloadHash(0),
                            request.payloadHash(1),
                            (long) request.grantedRoles()));
        }
        assertThat(said).hasSize(1);
    }
}
