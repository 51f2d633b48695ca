package org.sinho.rig.sumo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalHeadsTest {
    /** Right turn and through of phase 2, left turn of phase 5, crossing of pedestrian phase 2. */
    private final SignalHeads heads =
            new SignalHeads(
                    List.of(
                            new CityFolder.Link(2, 0, true),
                            new CityFolder.Link(2, 0, false),
                            new CityFolder.Link(5, 0, false),
                            new CityFolder.Link(0, 2, false)));

    private static final int TWO = 1 << 1;
    private static final int FIVE = 1 << 4;

    @Test
    void shouldShowAllRedWhenNothingWasSet() {
        assertThat(text()).isEqualTo("rrrr");
        assertThat(heads.takeChange()).isTrue();
    }

    @Test
    void shouldLetTheRightTurnYieldWhenItsPhaseIsGreen() {
        heads.show(new LampBits(TWO, 0, TWO, 0, false));
        assertThat(text()).isEqualTo("gGrG");
    }

    @Test
    void shouldStopNewPedestriansWhenDontWalkFlashes() {
        heads.show(new LampBits(TWO, FIVE, 0, TWO, false));
        assertThat(text()).isEqualTo("gGyr");
    }

    @Test
    void shouldStopOrYieldWhenTheJunctionFlashes() {
        heads.show(new LampBits(0, TWO, 0, 0, true));
        assertThat(text()).isEqualTo("ooso");
    }

    @Test
    void shouldSwitchSumosSignalOffWhenTheHeadsAreDark() {
        heads.show(LampBits.DARK);
        assertThat(text()).isEqualTo("oooo");
    }

    @Test
    void shouldSwitchAnOverlapsLinkOffWhenTheHeadsAreDark() {
        SignalHeads overlap = new SignalHeads(List.of(new CityFolder.Link(2, 0, false, 2)));
        overlap.show(LampBits.DARK);
        assertThat(new String(overlap.state(), StandardCharsets.US_ASCII)).isEqualTo("o");
    }

    @Test
    void shouldReportAChangeOnceWhenLampsChange() {
        heads.takeChange();
        heads.show(LampBits.ALL_RED);
        assertThat(heads.takeChange()).isFalse();
        heads.show(new LampBits(FIVE, 0, 0, 0, false));
        assertThat(heads.takeChange()).isTrue();
        assertThat(heads.takeChange()).isFalse();
    }

    @Test
    void shouldShowTheOverlapWhereALinkNamesOne() {
        SignalHeads mixed =
                new SignalHeads(
                        List.of(
                                new CityFolder.Link(2, 0, false),
                                new CityFolder.Link(0, 0, false, 2),
                                new CityFolder.Link(0, 0, false, 5)));
        mixed.show(new LampBits(0, 0, 0, 0, false, TWO, FIVE));
        assertThat(new String(mixed.state(), StandardCharsets.US_ASCII)).isEqualTo("rGy");
    }

    @Test
    void shouldRefuseLampsThatContradict() {
        assertThatThrownBy(() -> new LampBits(TWO, TWO, 0, 0, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String text() {
        return new String(heads.state(), StandardCharsets.US_ASCII);
    }
}
