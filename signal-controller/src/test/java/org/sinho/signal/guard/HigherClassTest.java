package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sinho.core.event.Role;

/** C-07's exception: who is of a higher class need not wait five seconds for the next preempt. */
class HigherClassTest {
    private static final int RESCUE = 5;
    private static final int EMERGENCY = 6;
    private static final int POLICE = 12;
    private static final int FIRE = 13;

    private final Scene scene = Scene.ready();

    private void hear(int approach, int role) {
        scene.hear(
                scene.ambulance()
                        .signer(approach * 100L + role)
                        .role(role)
                        .grantedRoles(Role.EMERGENCY)
                        .inbound(approach));
    }

    /** The guard's answer when preempt 1 gives way to preempt 2 one second after its start. */
    private String turnRound() {
        assertThat(scene.preempt(1, 1)).isEqualTo(Scene.ALLOWED);
        scene.pass(10);
        assertThat(scene.preempt(1, 0)).isEqualTo(Scene.ALLOWED);
        return GuardRule.idOf(scene.preempt(2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Scene.AMBULANCE, FIRE, RESCUE})
    void shouldLetEveryoneWhoSavesLivesStartSoonAfterThePolice(int role) {
        hear(1, POLICE);
        hear(2, role);
        assertThat(turnRound()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldLetAnAmbulanceStartSoonAfterAnEmergencyOfNoKind() {
        hear(1, EMERGENCY);
        hear(2, Scene.AMBULANCE);
        assertThat(turnRound()).isEqualTo("ALLOWED");
    }

    @Test
    void shouldMakeTheSameClassWait() {
        hear(1, FIRE);
        hear(2, Scene.AMBULANCE);
        assertThat(turnRound()).isEqualTo("C-07");
        scene.pass(40);
        assertThat(GuardRule.idOf(scene.preempt(2, 1))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldMakeALowerClassWait() {
        hear(1, Scene.AMBULANCE);
        hear(2, POLICE);
        assertThat(turnRound()).isEqualTo("C-07");
    }

    @Test
    void shouldMakeAHigherClassWaitWhenItsLikeWasServedTogetherWithALower() {
        hear(1, POLICE);
        hear(1, Scene.AMBULANCE);
        hear(2, FIRE);
        assertThat(turnRound()).isEqualTo("C-07");
    }

    @Test
    void shouldMakeAHigherClassWaitThatHasCancelled() {
        hear(1, POLICE);
        hear(2, POLICE);
        hear(2, Scene.AMBULANCE);
        scene.nowMs++;
        scene.hear(
                scene.ambulance()
                        .signer(200L + Scene.AMBULANCE)
                        .requestType(3)
                        .grantedRoles(Role.EMERGENCY)
                        .inbound(2));
        assertThat(turnRound()).isEqualTo("C-07");
    }

    @Test
    void shouldRememberTheClassThatStartedInASnapshot() {
        hear(1, POLICE);
        hear(2, Scene.AMBULANCE);
        assertThat(scene.preempt(1, 1)).isEqualTo(Scene.ALLOWED);
        org.agrona.concurrent.UnsafeBuffer state =
                new org.agrona.concurrent.UnsafeBuffer(new byte[65_536]);
        scene.guard.encode(state, 0);
        scene.guard.decode(state, 0);
        scene.pass(10);
        assertThat(scene.preempt(1, 0)).isEqualTo(Scene.ALLOWED);
        assertThat(GuardRule.idOf(scene.preempt(2, 1))).isEqualTo("ALLOWED");
    }
}
