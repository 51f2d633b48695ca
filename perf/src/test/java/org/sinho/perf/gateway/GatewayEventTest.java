package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventSource;
import org.sinho.core.event.EventType;
import org.sinho.core.event.Role;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.event.VehicleReport;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.v2x.j2735.BasicVehicleRole;
import org.sinho.v2x.j2735.J2735Json;

/** What a gateway on a real socket lets through, compared with the other codec's reading of it. */
class GatewayEventTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int BSM = AppPermission.PSID_BSM;
    private static final int SRM = AppPermission.PSID_SIGNAL_REQUEST;
    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);

    @TempDir Path trust;

    private final HearingDoor door = new HearingDoor();
    private SigningIdentity ambulance;

    @BeforeEach
    void issue() {
        ambulance = PKI.issue("ambulance", AppPermission.bsm(), AppPermission.signalRequest(0x80));
    }

    private static JsonNode read(byte[] payload) {
        JsonNode message = J2735Json.decode(payload);
        assertThat(message.path("ok").asBoolean()).isTrue();
        return message.path("value");
    }

    @Test
    void shouldReportTheFieldsOfABsmWhenItsSignatureIsRight() throws Exception {
        byte[] payload = Messages.bsm(77, 0xCAFE0102);
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(ambulance.sign(BSM, payload, NOW, true));
            door.awaitDealtWith(1);
        }
        assertThat(door.events()).hasSize(1);
        UnsafeBuffer event = door.events(EventType.VEHICLE_REPORT).getFirst();
        requireHeader(event, VehicleReport.SIZE);
        VehicleReport report = new VehicleReport().wrap(event, 0);
        JsonNode core = read(payload).path("coreData");
        assertThat(report.signer()).isEqualTo(digest(ambulance));
        assertThat(report.verified()).isEqualTo(1);
        assertThat(HexFormat.of().toHexDigits(report.temporaryId()))
                .isEqualTo(core.path("id").asText().toLowerCase());
        assertThat(report.messageCount()).isEqualTo(core.path("msgCnt").asInt());
        assertThat(report.secMarkMs()).isEqualTo(core.path("secMark").asInt());
        assertThat(report.latitudeE7()).isEqualTo(core.path("lat").asInt());
        assertThat(report.longitudeE7()).isEqualTo(core.path("long").asInt());
        assertThat(report.speedCmps()).isEqualTo(core.path("speed").asInt() * 2);
        assertThat(report.headingCdeg()).isEqualTo(core.path("heading").asInt() * 5 / 4);
        assertThat(report.lengthCm()).isEqualTo(core.path("size").path("length").asInt());
    }

    @Test
    void shouldRequestWithTheCertificatesRoleWhenAnSrmIsRight() throws Exception {
        byte[] payload = Messages.srm(5);
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(ambulance.sign(SRM, payload, NOW - 120, true));
            door.awaitDealtWith(1);
        }
        assertThat(door.events()).hasSize(1);
        UnsafeBuffer event = door.events(EventType.SIGNAL_REQUEST).getFirst();
        requireHeader(event, SignalRequest.SIZE);
        SignalRequest request = new SignalRequest().wrap(event, 0);
        JsonNode value = read(payload);
        JsonNode wanted = value.path("requests").path(0).path("request");
        JsonNode requestor = value.path("requestor");
        JsonNode place = requestor.path("position");
        assertThat(request.signer()).isEqualTo(digest(ambulance));
        assertThat(request.grantedRoles()).isEqualTo(Role.AMBULANCE);
        assertThat(request.generationUtcMs()).isEqualTo(NOW - 120);
        assertThat(request.expiryUtcMs()).isZero();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(payload);
        UnsafeBuffer hashed = new UnsafeBuffer(hash);
        assertThat(request.payloadHash(0))
                .isEqualTo(hashed.getLong(0, java.nio.ByteOrder.BIG_ENDIAN));
        assertThat(request.payloadHash(1))
                .isEqualTo(hashed.getLong(8, java.nio.ByteOrder.BIG_ENDIAN));
        assertThat(request.siteId()).isEqualTo(wanted.path("id").path("id").asInt());
        assertThat(request.requestId()).isEqualTo(wanted.path("requestID").asInt());
        assertThat(wanted.path("requestType").asText()).isEqualTo("priorityRequest");
        assertThat(request.requestType()).isEqualTo(1);
        assertThat(request.inboundKind()).isZero();
        assertThat(request.inbound()).isEqualTo(wanted.path("inBoundLane").path("lane").asInt());
        assertThat(request.sequenceNumber()).isEqualTo(value.path("sequenceNumber").asInt());
        assertThat(HexFormat.of().toHexDigits(request.vehicleId()))
                .isEqualTo(requestor.path("id").path("entityID").asText().toLowerCase());
        assertThat(requestor.path("type").path("role").asText()).isEqualTo("ambulance");
        assertThat(request.role()).isEqualTo(BasicVehicleRole.AMBULANCE);
        assertThat(request.latitudeE7()).isEqualTo(place.path("position").path("lat").asInt());
        assertThat(request.longitudeE7()).isEqualTo(place.path("position").path("long").asInt());
        assertThat(request.speedCmps()).isEqualTo(place.path("speed").path("speed").asInt() * 2);
        assertThat(request.headingCdeg()).isEqualTo(place.path("heading").asInt() * 5 / 4);
        assertThat(request.etaMs()).as("none announced").isEqualTo(-1);
        assertThat(request.rsu()).isEqualTo(FieldBench.UNIT);
    }

    /** The claim goes on as it is: that it is not granted is for the core to say (E-01). */
    @Test
    void shouldGrantOnlyTheCertificatesRolesWhenTheMessageClaimsAnother() throws Exception {
        SigningIdentity police = PKI.issue("police", AppPermission.signalRequest(0x20));
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(police.sign(SRM, Messages.srm(1), NOW, true));
            door.awaitDealtWith(1);
        }
        SignalRequest request =
                new SignalRequest().wrap(door.events(EventType.SIGNAL_REQUEST).getFirst(), 0);
        assertThat(request.grantedRoles()).isEqualTo(Role.POLICE);
        assertThat(request.role()).isEqualTo(BasicVehicleRole.AMBULANCE);
    }

    @Test
    void shouldReportUnverifiedWhenTheSignerWasCheckedAMomentAgo() throws Exception {
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(ambulance.sign(BSM, Messages.bsm(1, 1), NOW, true));
            door.awaitDealtWith(1);
            for (int i = 2; i <= 4; i++) {
                bench.send(ambulance.sign(BSM, Messages.bsm(i, 1), NOW, false));
                door.awaitDealtWith(i);
            }
            assertThat(bench.counters.get(CounterId.V2X_BSM)).isEqualTo(4);
        }
        assertThat(door.events().stream().map(GatewayEventTest::verified))
                .as("the first by digest is drawn as well")
                .containsExactly(1, 1, 0, 0);
    }

    @Test
    void shouldTakeTheBsmsOwnPlaceWhenTheCertificateHoldsInOneRegion() throws Exception {
        SigningIdentity local =
                PKI.issueWithin(
                        "local",
                        Messages.LATITUDE_E7,
                        Messages.LONGITUDE_E7,
                        2_000,
                        AppPermission.bsm(),
                        AppPermission.signalRequest(0x80));
        byte[] away = Messages.bsm(3, 9, Messages.LATITUDE_E7 + 500_000, Messages.LONGITUDE_E7);
        byte[] placeless = Messages.srm(2, BasicVehicleRole.AMBULANCE, false);
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(local.sign(BSM, Messages.bsm(1, 9), NOW, true));
            bench.send(local.sign(SRM, Messages.srm(1), NOW, true));
            bench.send(local.sign(BSM, away, NOW, true));
            bench.send(local.sign(SRM, placeless, NOW, true));
            door.awaitDealtWith(4);
            assertThat(bench.counters.get(CounterId.V2X_BSM)).isEqualTo(1);
            assertThat(bench.counters.get(CounterId.V2X_SRM)).isEqualTo(1);
            assertThat(bench.counters.get(CounterId.V2X_REGION)).isEqualTo(2);
        }
    }

    private static int verified(DirectBuffer event) {
        return new VehicleReport().wrap(event, 0).verified();
    }

    private static void requireHeader(DirectBuffer event, int payloadOctets) {
        assertThat(event.capacity()).isEqualTo(EventHeader.SIZE + payloadOctets);
        assertThat(EventHeader.length(event, 0)).isEqualTo(event.capacity());
        assertThat(EventHeader.source(event, 0)).isEqualTo(EventSource.RSU_BASE + FieldBench.UNIT);
        assertThat(EventHeader.utcMs(event, 0)).isEqualTo(NOW);
    }

    private static long digest(SigningIdentity identity) {
        return Long.parseUnsignedLong(identity.hashedId8Hex(), 16);
    }
}
