package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Seeded fault 27: a core that forgets what it has heard takes a replay. The same story is told to
 * a core that was restored by a snapshot, to one that begins a new epoch, and to one that forgets.
 */
class RestartReplayTest {
    private final Street street = new Street(ControlSettings.DEFAULT);

    /** Serves a request, lets something happen to the core, plays the request again. */
    private List<String> replayAfter(String... happens) {
        Timeline.warmUp(street);
        Timeline.act(street, "mission 601");
        Timeline.act(street, "601 once on=4 at=90 speed=0");
        street.step();
        street.out.clear();
        for (String act : happens) {
            if (act.equals("forget")) {
                street.startFromNothing();
            } else {
                Timeline.act(street, act);
            }
        }
        street.out.clear();
        Timeline.act(street, "mission 601");
        Timeline.act(street, "repeat");
        return Timeline.signs(street, Set.of());
    }

    @Test
    void shouldNotTakeAReplayAfterASnapshot() {
        assertThat(replayAfter("another core")).isEmpty();
    }

    @Test
    void shouldNotTakeAReplayAfterANewEpoch() {
        assertThat(replayAfter("new epoch")).isEmpty();
    }

    @Test
    void shouldCatchACoreThatForgetsItsWindow() {
        assertThat(replayAfter("forget")).contains("601 processing");
    }
}
