package org.sinho.perf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sinho.core.counter.CounterId;
import org.sinho.core.event.EventType;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.pki.Validity;
import org.sinho.v2x.security.SignedMessage;

/** What a gateway on a real socket refuses: one counter each, no event, no word. */
class GatewayRefusalTest {
    private static final long NOW = FieldBench.NOW_UTC_MS;
    private static final int BSM = AppPermission.PSID_BSM;
    private static final int SRM = AppPermission.PSID_SIGNAL_REQUEST;
    private static final AppPermission AMBULANCE = AppPermission.signalRequest(0x80);
    private static final byte[] REQUEST = Messages.srm(1);
    private static final byte[] REPORT = Messages.bsm(1, 0x11);

    private static final TestPki PKI = new TestPki(1, FieldBench.YEAR);
    private static final SigningIdentity GOOD = issue("good", AppPermission.bsm(), AMBULANCE);
    private static final SigningIdentity REVOKED = issue("revoked", AMBULANCE);

    static {
        PKI.revoke(REVOKED);
    }

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private PrintStream standardError;

    @BeforeEach
    void listenToStandardError() {
        standardError = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(standardError);
    }

    private static SigningIdentity issue(String name, AppPermission... permissions) {
        return PKI.issue(name, permissions);
    }

    private static byte[] ask(SigningIdentity who) {
        return who.sign(SRM, REQUEST, NOW, true);
    }

    static Stream<Arguments> refusals() {
        return Stream.concat(forms(), Stream.concat(signatures(), certificates()));
    }

    private static Stream<Arguments> forms() {
        byte[] good = ask(GOOD);
        byte[] trailing = Arrays.copyOf(good, good.length + 1);
        byte[] frameOfMap = REQUEST.clone();
        frameOfMap[1] = 18;
        byte[] cutInside = Arrays.copyOf(REQUEST, REQUEST.length - 3);
        byte[] cutReport = Arrays.copyOf(REPORT, REPORT.length - 9);
        return Stream.of(
                arguments("empty", CounterId.V2X_TRUNCATED, new byte[0]),
                arguments("one octet", CounterId.V2X_TRUNCATED, new byte[] {3}),
                arguments("cut", CounterId.V2X_TRUNCATED, Arrays.copyOf(good, good.length - 1)),
                arguments("half", CounterId.V2X_TRUNCATED, Arrays.copyOf(good, good.length / 2)),
                arguments(
                        "oversized",
                        CounterId.V2X_OVERSIZED,
                        Arrays.copyOf(good, SignedMessage.MAXIMUM_OCTETS + 1)),
                arguments("far oversized", CounterId.V2X_OVERSIZED, Arrays.copyOf(good, 60_000)),
                arguments("trailing octet", CounterId.V2X_MALFORMED, trailing),
                arguments("no envelope", CounterId.V2X_MALFORMED, Messages.bsm(1, 1)),
                arguments(
                        "unknown message",
                        CounterId.V2X_UNKNOWN_MESSAGE,
                        GOOD.sign(SRM, frameOfMap, NOW, true)),
                arguments(
                        "empty payload",
                        CounterId.V2X_UNKNOWN_MESSAGE,
                        GOOD.sign(SRM, new byte[0], NOW, true)),
                arguments(
                        "malformed request",
                        CounterId.V2X_MALFORMED,
                        GOOD.sign(SRM, cutInside, NOW, true)),
                arguments(
                        "malformed report",
                        CounterId.V2X_MALFORMED,
                        GOOD.sign(BSM, cutReport, NOW, true)),
                arguments(
                        "request under the PSID of reports",
                        CounterId.V2X_WRONG_TYPE,
                        GOOD.sign(BSM, REQUEST, NOW, true)),
                arguments(
                        "report under the PSID of requests",
                        CounterId.V2X_WRONG_TYPE,
                        GOOD.sign(SRM, REPORT, NOW, true)));
    }

    private static Stream<Arguments> signatures() {
        byte[] broken = ask(GOOD);
        broken[broken.length - 1] ^= 1;
        return Stream.of(
                arguments("unsigned", CounterId.V2X_NOT_SIGNED, SigningIdentity.unsigned(REQUEST)),
                arguments("signature broken", CounterId.V2X_BAD_SIGNATURE, broken),
                arguments(
                        "signed wrongly",
                        CounterId.V2X_BAD_SIGNATURE,
                        GOOD.signWrongly(SRM, REQUEST, NOW, true)),
                arguments(
                        "tampered",
                        CounterId.V2X_BAD_SIGNATURE,
                        GOOD.signTampered(SRM, REQUEST, NOW, true)),
                arguments(
                        "report signed wrongly",
                        CounterId.V2X_BAD_SIGNATURE,
                        GOOD.signWrongly(BSM, REPORT, NOW, true)),
                arguments(
                        "digest of nobody",
                        CounterId.V2X_UNKNOWN_SIGNER,
                        issue("never heard", AMBULANCE).sign(SRM, REQUEST, NOW, false)));
    }

    private static Stream<Arguments> certificates() {
        Validity past = new Validity(NOW - 7_200_000, 3_600);
        Validity future = new Validity(NOW + 3_600_000, 3_600);
        TestPki foreign = new TestPki(2, FieldBench.YEAR);
        return Stream.of(
                arguments(
                        "expired",
                        CounterId.V2X_CERTIFICATE_EXPIRED,
                        ask(PKI.issue("past", past, AMBULANCE))),
                arguments(
                        "not yet valid",
                        CounterId.V2X_CERTIFICATE_NOT_YET_VALID,
                        ask(PKI.issue("future", future, AMBULANCE))),
                arguments("revoked", CounterId.V2X_CERTIFICATE_REVOKED, ask(REVOKED)),
                arguments(
                        "unknown root",
                        CounterId.V2X_CHAIN_INVALID,
                        ask(foreign.issue("foreigner", AMBULANCE))),
                arguments(
                        "self-signed",
                        CounterId.V2X_CHAIN_INVALID,
                        ask(PKI.selfSigned("own word", AMBULANCE))),
                arguments(
                        "PSID not granted",
                        CounterId.V2X_PSID_NOT_GRANTED,
                        ask(issue("reports only", AppPermission.bsm()))),
                arguments(
                        "role missing",
                        CounterId.V2X_ROLE_NOT_GRANTED,
                        ask(issue("no SSP", new AppPermission(SRM, "")))),
                arguments(
                        "no known role",
                        CounterId.V2X_ROLE_NOT_GRANTED,
                        ask(issue("bit without meaning", AppPermission.signalRequest(0x04)))),
                arguments(
                        "SSP of another version",
                        CounterId.V2X_ROLE_NOT_GRANTED,
                        ask(issue("version 2", new AppPermission(SRM, "0280")))),
                arguments(
                        "outside its region",
                        CounterId.V2X_REGION,
                        ask(
                                PKI.issueWithin(
                                        "elsewhere", 375_000_000, 1_270_000_000, 900, AMBULANCE))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void shouldCountOneCauseAndStaySilentWhenRefusing(
            String name, CounterId cause, byte[] datagram, @TempDir Path trust) throws Exception {
        HearingDoor door = new HearingDoor();
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            bench.send(datagram);
            door.awaitDealtWith(1);

            assertThat(causes(bench)).isEqualTo(Map.of(cause.name(), 1L));
            assertThat(bench.counters.get(CounterId.V2X_DATAGRAMS)).isEqualTo(1);
        }
        assertThat(door.dealtWith()).isEqualTo(1);
        assertThat(door.events()).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldServeOnlyOnceWhenADatagramIsReplayed(@TempDir Path trust) throws Exception {
        HearingDoor door = new HearingDoor();
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            byte[] datagram = ask(GOOD);
            for (int i = 0; i < 5; i++) {
                bench.send(datagram);
            }
            door.awaitDealtWith(5);

            assertThat(causes(bench)).isEqualTo(Map.of("V2X_DUPLICATE", 4L, "V2X_SRM", 1L));
        }
        assertThat(door.events(EventType.SIGNAL_REQUEST)).hasSize(1);
        assertThat(door.dealtWith()).isEqualTo(5);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldGoOnServingWhenEverythingWrongHasBeenHeard(@TempDir Path trust) throws Exception {
        HearingDoor door = new HearingDoor();
        try (FieldBench bench = new FieldBench(PKI, trust, 64, door)) {
            long sent = 0;
            for (Arguments refusal : refusals().toList()) {
                bench.send((byte[]) refusal.get()[2]);
                door.awaitDealtWith(++sent);
            }
            assertThat(door.events()).isEmpty();
            bench.send(GOOD.sign(SRM, Messages.srm(2), NOW, true));
            door.awaitDealtWith(++sent);
        }
        assertThat(door.events(EventType.SIGNAL_REQUEST)).hasSize(1);
    }

    private static Map<String, Long> causes(FieldBench bench) {
        Map<String, Long> moved = bench.counters.nonZero();
        moved.remove(CounterId.V2X_DATAGRAMS.name());
        moved.remove(CounterId.V2X_VERIFIED.name()); // Whose signature was right, be it refused.
        return moved;
    }
}
