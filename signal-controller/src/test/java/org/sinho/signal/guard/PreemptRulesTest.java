package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.signal.guard.Scene.phases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Role;
import org.sinho.core.event.SignalCommand.ControlObject;

/** E-01, E-02, E-06, E-07 and C-07 for preempts: by whose authority, since when, how often. */
class PreemptRulesTest {
    private final Scene scene = Scene.ready();

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    private String start(int number) {
        return id(scene.preempt(number, 1));
    }

    /** Lets time pass while the ambulance on this approach repeats its request every second. */
    private void drive(int approach, int seconds) {
        for (int i = 0; i < seconds; i++) {
            scene.pass(10).hear(scene.ambulance().inbound(approach));
        }
    }

    @Test
    void shouldPreemptForAnAmbulanceOnItsOwnApproachOnly() {
        scene.hear(scene.ambulance());
        assertThat(start(2)).isEqualTo("E-01");
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotTakeTheRequestOfAnotherJunction() {
        scene.hear(scene.ambulance().siteId(Sheets.SMALL));
        assertThat(start(1)).isEqualTo("E-01");
    }

    @Test
    void shouldKnowTheRequestsOfEveryJunction() {
        scene.hear(scene.ambulance().siteId(Sheets.SMALL));
        assertThat(id(scene.ask(scene.small, ControlObject.PREEMPT, 5, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldGiveNoSeatToCancellationsOfStrangers() {
        for (int vehicle = 1; vehicle <= RequestLedger.SEATS; vehicle++) {
            scene.hear(scene.ambulance().signer(vehicle).requestType(3));
        }
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotLengthenThePauseByRepeatedRelease() {
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
        drive(1, 58);
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        drive(1, 4);
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        drive(1, 1);
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "14, 0x80, ALLOWED",
        "13, 0x40, ALLOWED",
        "12, 0x20, ALLOWED",
        "5, 0x10, ALLOWED",
        "6, 0x80, ALLOWED",
        "6, 0x40, ALLOWED",
        "6, 0x20, ALLOWED",
        "6, 0x10, ALLOWED",
        "14, 0xF8, ALLOWED",
        "14, 0x7F, E-01", // Claims what was not granted.
        "13, 0xBF, E-01",
        "12, 0xDF, E-01",
        "5, 0xEF, E-01",
        "6, 0x0F, E-01",
        "16, 0xFF, E-01", // Public transport never preempts.
        "1, 0xFF, E-01",
        "0, 0xFF, E-01",
        "4, 0xFF, E-01",
        "7, 0xFF, E-01",
        "11, 0xFF, E-01",
        "15, 0xFF, E-01",
        "14, 0, E-01",
    })
    void shouldAskForAGrantedEmergencyRole(int role, String granted, String rule) {
        scene.hear(scene.ambulance().role(role).grantedRoles(Integer.decode(granted)));
        assertThat(start(1)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"0, E-01", "1, ALLOWED", "2, ALLOWED", "3, E-07", "4, E-01"})
    void shouldAskForANewOrUpdatedRequest(int type, String rule) {
        scene.hear(scene.ambulance().requestType(type));
        assertThat(start(1)).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1", // Ingress lane 1 is on approach 1.
        "0, 3, 2", "0, 7, 4", "1, 1, 1", "1, 4, 4",
    })
    void shouldFindThePreemptOfTheInboundLaneOrApproach(int kind, int inbound, int number) {
        scene.hear(scene.ambulance().inboundKind(kind).inbound(inbound));
        assertThat(start(number)).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2", // An egress lane.
        "0, 9",
        "0, 0",
        "0, 255",
        "0, 256",
        "0, 65535",
        "1, 0",
        "1, 9",
        "1, 15",
        "1, 16",
        "1, 65535",
        "2, 1", // Connections are not in the sheet.
        "255, 1",
    })
    void shouldGiveNoAuthorityToOtherWaysIn(int kind, int inbound) {
        scene.hear(scene.ambulance().inboundKind(kind).inbound(inbound));
        for (int number = 1; number <= 4; number++) {
            assertThat(start(number)).isEqualTo("E-01");
        }
        assertThat(scene.guard.failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2000, ALLOWED",
        "2001, E-02",
        "-2000, ALLOWED",
        "-2001, E-02",
        "-9223370336854775771, E-02",
        "1000000000000000, E-02",
    })
    void shouldAskForAFreshRequest(long ageMs, String rule) {
        scene.hear(scene.ambulance().generationUtcMs(scene.nowMs - ageMs));
        assertThat(start(1)).isEqualTo(rule);
    }

    @Test
    void shouldHonorExpiry() {
        scene.hear(scene.ambulance().expiryUtcMs(scene.nowMs + 1_000));
        scene.pass(10);
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(start(1)).isEqualTo("E-07");
    }

    @Test
    void shouldEndAfterFiveSecondsOfSilence() {
        scene.hear(scene.ambulance());
        scene.pass(50);
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(start(1)).isEqualTo("E-07");
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldStopEverythingButReleaseWhenALivePreemptHasLostItsAuthority() {
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.pass(50);
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(id(scene.call(2))).isEqualTo("E-07");
        assertThat(id(scene.hold(phases(2)))).isEqualTo("E-07");
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotLiveLongerByARepeatedCopy() {
        long generation = scene.nowMs;
        scene.hear(scene.ambulance());
        scene.pass(15).hear(scene.ambulance().generationUtcMs(generation));
        scene.hear(scene.ambulance().generationUtcMs(generation - 1));
        scene.pass(35).silence(1);
        assertThat(start(1)).isEqualTo("E-07");
    }

    @Test
    void shouldLiveLongerByANewerRequest() {
        scene.hear(scene.ambulance());
        scene.pass(30).hear(scene.ambulance().requestType(2));
        scene.pass(50);
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldEndWithTheCancellation() {
        scene.hear(scene.ambulance());
        scene.pass(5);
        assertThat(start(1)).isEqualTo("ALLOWED");
        long before = scene.nowMs;
        scene.pass(1).hear(scene.ambulance().requestType(3));
        assertThat(start(1)).isEqualTo("E-07");
        scene.pass(1).hear(scene.ambulance().generationUtcMs(before)); // A copy from before it.
        assertThat(start(1)).isEqualTo("E-07");
        scene.hear(scene.ambulance()); // Asks anew.
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldIgnoreACancellationOfAnotherOrAnOldOne() {
        scene.hear(scene.ambulance());
        scene.pass(1);
        scene.hear(scene.ambulance().requestType(3).signer(4712));
        scene.hear(scene.ambulance().requestType(3).requestId(2));
        scene.hear(scene.ambulance().requestType(3).generationUtcMs(scene.nowMs - 100));
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.hear(scene.ambulance().requestType(3).generationUtcMs(scene.nowMs - 99));
        assertThat(start(1)).isEqualTo("E-07");
    }

    @Test
    void shouldGoOnForTheSecondVehicleWhenTheFirstCancels() {
        scene.hear(scene.ambulance());
        scene.hear(scene.ambulance().signer(4712));
        scene.pass(1).hear(scene.ambulance().requestType(3));
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.hear(scene.ambulance().signer(4712).requestType(3));
        assertThat(start(1)).isEqualTo("E-07");
    }

    @Test
    void shouldTakeNoNewcomerOnAFullApproachAndTakeThemAgainLater() {
        for (int vehicle = 1; vehicle <= RequestLedger.SEATS; vehicle++) {
            scene.hear(scene.ambulance().signer(vehicle));
        }
        scene.hear(scene.ambulance().signer(99));
        scene.pass(1);
        for (int vehicle = 1; vehicle <= RequestLedger.SEATS; vehicle++) {
            assertThat(start(1)).isEqualTo("ALLOWED");
            scene.hear(scene.ambulance().signer(vehicle).requestType(3));
        }
        assertThat(start(1)).isEqualTo("E-07");
        scene.pass(49).hear(scene.ambulance().signer(99));
        assertThat(start(1)).isEqualTo("E-07"); // Seats are kept against copies for 5 s.
        scene.pass(2).hear(scene.ambulance().signer(99));
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldAllowOnePreemptAtATime() {
        scene.hear(scene.ambulance()).hear(scene.ambulance().inbound(2));
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.pass(40).hear(scene.ambulance()).hear(scene.ambulance().inbound(2)).pass(20);
        assertThat(start(2)).isEqualTo("E-06");
        assertThat(id(scene.preempt(2, 0))).isEqualTo("ALLOWED"); // Is not the live one.
        assertThat(start(2)).isEqualTo("E-06");
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        assertThat(start(2)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldActivateOnceInFiveSeconds() {
        scene.hear(scene.ambulance()).hear(scene.ambulance().inbound(2));
        assertThat(start(1)).isEqualTo("ALLOWED");
        scene.pass(40).hear(scene.ambulance().inbound(2));
        assertThat(start(1)).isEqualTo("ALLOWED"); // The heartbeat is no activation.
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        scene.pass(9).silence(99);
        assertThat(start(2)).isEqualTo("C-07");
        scene.silence(1);
        assertThat(start(2)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldEndAtTheMaximumPresence() {
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
        drive(1, 61);
        assertThat(start(1)).isEqualTo("ALLOWED");
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
        scene.silence(1);
        assertThat(start(1)).isEqualTo("E-07");
        assertThat(id(scene.call(2))).isEqualTo("E-07");
    }

    @Test
    void shouldNotPreemptForEverByInstalments() {
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
        drive(1, 58);
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        drive(1, 4);
        assertThat(start(1)).isEqualTo("E-07");
        scene.pass(9).silence(99).hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("E-07");
        scene.silence(1);
        assertThat(start(1)).isEqualTo("ALLOWED"); // Five seconds without.
        drive(1, 61);
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountPreemptsThatFollowEachOtherAsOnePresence() {
        scene.hear(scene.ambulance());
        assertThat(start(1)).isEqualTo("ALLOWED");
        drive(1, 59);
        assertThat(id(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        drive(2, 4);
        assertThat(start(2)).isEqualTo("E-07");
        drive(2, 1);
        assertThat(start(2)).isEqualTo("ALLOWED"); // Five seconds without.
    }

    @Test
    void shouldNotPreemptInBackupMode() {
        scene.hear(scene.ambulance());
        scene.cross.unitControlStatus = 4;
        scene.poll(scene.cross);
        assertThat(start(1)).isEqualTo("C-03");
        scene.cross.unitControlStatus = 3;
        scene.poll(scene.cross);
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @Test
    void shouldNotCallARequestFreshByAnUncertainClock() {
        scene.hear(scene.ambulance());
        scene.health(HealthReport.Kind.CLOCK, 1, 101);
        assertThat(start(1)).isEqualTo("E-02");
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
        scene.health(HealthReport.Kind.JOURNAL, 1, 5_000);
        scene.health(HealthReport.Kind.CLOCK, 1, 100);
        assertThat(start(1)).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @ValueSource(ints = {Role.TRANSIT, 0x01, 0})
    void shouldTellTheReasonOfTheLatestRefusal(int granted) {
        scene.hear(scene.ambulance().generationUtcMs(scene.nowMs - 5_000));
        assertThat(start(1)).isEqualTo("E-02");
        scene.hear(scene.ambulance().grantedRoles(granted));
        assertThat(start(1)).isEqualTo("E-01");
    }
}
