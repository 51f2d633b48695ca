package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sinho.signal.guard.Scene.phases;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Role;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.site.Conflict;

/** Each test is one seeded fault: it fails when the check against that fault is taken out. */
class SeededFaultsTest {
    private final Scene scene = Scene.ready();

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    private String set(int object, int index, int value) {
        return id(scene.ask(scene.cross, object, index, value));
    }

    @Test
    void shouldCatchFault08RightOfWayWithoutRedClearance() {
        scene.cross.greens = 0;
        scene.cross.yellows = phases(2, 6);
        scene.pass(35);
        scene.cross.yellows = 0;
        scene.pass(1);
        scene.cross.greens = phases(4, 8); // 0.2 s after the yellow instead of 1.5 s.
        scene.pass(1);
        scene.poll(scene.cross);
        assertThat(id(scene.hold(phases(4)))).isEqualTo("C-03");
        scene.pass(20);
        assertThat(id(scene.hold(phases(4)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCatchFault09AsymmetricConflicts() {
        Sheets sheet = Sheets.cross();
        sheet.conflicts[1][3] = Conflict.FREE;
        assertThatThrownBy(() -> new SafetyGuard(List.of(sheet.build())))
                .hasMessageContaining("indexes 1 and 3");
    }

    @Test
    void shouldCatchFault10PairThatNobodyDecided() {
        Sheets sheet = Sheets.cross();
        sheet.conflicts[1][3] = null;
        sheet.conflicts[3][1] = null;
        assertThatThrownBy(() -> new SafetyGuard(List.of(sheet.build())))
                .hasMessageContaining("indexes 1 and 3")
                .hasMessageContaining("not decided");
    }

    @Test
    void shouldCatchFault11MinimumGreenOffByOne() {
        scene.cross.greens = 0;
        scene.pass(30);
        scene.cross.greens = phases(4, 8);
        scene.pass(1);
        scene.pass(49);
        assertThat(id(scene.forceOff(phases(4)))).isEqualTo("C-05");
        scene.pass(1);
        assertThat(id(scene.forceOff(phases(4)))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCatchFault12HoldForEver() {
        assertThat(id(scene.hold(phases(2)))).isEqualTo("ALLOWED");
        int allowed = 0;
        for (int i = 0; i < 100; i++) {
            scene.pass(10);
            allowed += scene.hold(phases(2)) == Scene.ALLOWED ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(31); // 1 s green already, 32 s at most.
    }

    @Test
    void shouldCatchFault13OmitRedClear() {
        assertThat(set(0x07050108, 1, 1)).isEqualTo("C-01");
        assertThat(set(0x07050108, 1, 0)).isEqualTo("C-01");
    }

    @Test
    void shouldCatchFault14StopTime() {
        assertThat(set(0x07050102, 1, 1)).isEqualTo("C-01");
        assertThat(set(0x07050102, 1, 0)).isEqualTo("C-01");
    }

    @Test
    void shouldCatchFault15BackupTimeZero() {
        assertThat(set(0x0303, 0, 0)).isEqualTo("C-01");
        Sheets sheet = Sheets.cross();
        sheet.backupTimeS = 0;
        assertThatThrownBy(() -> new SafetyGuard(List.of(sheet.build())))
                .hasMessage("backupTimeS at site 101 is 0, allowed 5 to 60");
    }

    @Test
    void shouldCatchFault16WriteOfYellowChange() {
        assertThat(set(0x01020108, 2, 26)).isEqualTo("C-01");
        assertThat(set(0x01020108, 2, 40)).isEqualTo("C-01");
    }

    @Test
    void shouldCatchFault17StaleStatus() {
        scene.silence(1_001);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("C-04");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCatchFault18OldEpoch() {
        scene.guard.onEpoch(2);
        scene.pass(11);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("C-08");
        assertThat(id(scene.hold(0))).isEqualTo("C-08");
    }

    @Test
    void shouldCatchFault19DuplicateSequence() {
        assertThat(id(scene.ask(Sheets.CROSS, 5, ControlObject.VEH_CALL, 1, 2)))
                .isEqualTo("ALLOWED");
        assertThat(id(scene.ask(Sheets.CROSS, 5, ControlObject.VEH_CALL, 1, 2))).isEqualTo("C-08");
        assertThat(id(scene.ask(Sheets.CROSS, 4, ControlObject.HOLD, 1, 0))).isEqualTo("C-08");
        assertThat(id(scene.ask(Sheets.CROSS, 6, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCatchFault20CommandWithoutJournal() {
        scene.health(HealthReport.Kind.JOURNAL, 0, 0);
        assertThat(id(scene.hold(phases(2)))).isEqualTo("C-11");
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        scene.pass(11);
        assertThat(id(scene.hold(0))).isEqualTo("C-11");
    }

    @Test
    void shouldCatchFault21PreemptWithoutAuthenticatedRequest() {
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-01");
        scene.hear(scene.ambulance().grantedRoles(0));
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-01");
    }

    @Test
    void shouldCatchFault22RoleIgnored() {
        scene.hear(scene.ambulance().grantedRoles(Role.TRANSIT));
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-01");
        scene.hear(scene.ambulance().grantedRoles(Role.POLICE)); // Claims to be an ambulance.
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-01");
    }

    @Test
    void shouldCatchFault23AllowListNeverConsulted() {
        for (int object : List.of(0x01050103, 0x030E0103, 0x030B, 0x0B02, 0x0501, 0x07050103)) {
            assertThat(set(object, 1, 0)).isEqualTo("C-01");
            assertThat(set(object, 1, 1)).isEqualTo("C-01");
        }
        assertThat(set(ControlObject.PREEMPT, 9, 1)).isEqualTo("C-02");
        assertThat(set(ControlObject.PATTERN, 0, 77)).isEqualTo("C-02");
    }

    @Test
    void shouldCatchFault24PreemptThatOutlivesItsMessages() {
        scene.hear(scene.ambulance());
        assertThat(id(scene.preempt(1, 1))).isEqualTo("ALLOWED");
        scene.pass(51);
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-07"); // No heartbeat for it,
        assertThat(id(scene.call(2))).isEqualTo("E-07"); // and none by way of another object.
    }

    @Test
    void shouldCatchFault28ClockSteppedBack() {
        long replayed = scene.nowMs - 10_000;
        scene.nowMs -= 10_000;
        scene.hear(scene.ambulance().generationUtcMs(replayed));
        assertThat(id(scene.preempt(1, 1))).isNotEqualTo("ALLOWED");
        scene.pass(2).poll(scene.cross);
        scene.ageMs = -9_800; // The decision is dated by time as the guard knows it.
        assertThat(id(scene.call(2))).isEqualTo("C-04"); // Pushes of a past time are not fresh.
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
        scene.ageMs = 0;
        scene.pass(99);
        assertThat(id(scene.call(2))).isEqualTo("ALLOWED");
        assertThat(id(scene.forceOff(phases(6)))).isEqualTo("C-05"); // Not green for 5 s for sure.
        assertThat(id(scene.preempt(1, 1))).isEqualTo("E-02");
    }

    @Test
    void shouldCatchFault29SecondPersonIsTheFirst() {
        scene.reason = Reason.OPERATOR;
        scene.person = 7;
        scene.secondPerson = 7;
        assertThat(id(scene.pattern(255))).isEqualTo("C-09");
        scene.secondPerson = 8;
        assertThat(id(scene.pattern(255))).isEqualTo("ALLOWED");
    }
}
