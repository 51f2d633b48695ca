package org.sinho.rig.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyLinkTest {
    private static final int COUNT = 10_000;
    private static final int STEP_MS = 100;

    /** What left in which step. */
    private record Left(int step, int number) {}

    private static List<Left> run(LinkFaults faults, long seed, String name) throws IOException {
        List<Left> left = new ArrayList<>();
        int[] step = {0};
        FaultyLink link =
                new FaultyLink(
                        faults,
                        seed,
                        name,
                        octets -> left.add(new Left(step[0], octets[0] << 8 | octets[1] & 0xFF)));
        for (int i = 0; i < COUNT; i++) {
            step[0] = i;
            link.send(new byte[] {(byte) (i >> 8), (byte) i}, (long) i * STEP_MS);
        }
        step[0] = COUNT + 200;
        link.flush((COUNT + 200L) * STEP_MS);
        return left;
    }

    private static LinkFaults faults(double loss, int delayMs, double duplicate, double reorder) {
        return new LinkFaults(loss, delayMs, duplicate, reorder, 0);
    }

    @Test
    void shouldPassEverythingInItsStepWhenNothingIsWrong() throws IOException {
        List<Left> left = run(LinkFaults.NONE, 1, "a");

        assertThat(left).hasSize(COUNT);
        assertThat(left).allMatch(datagram -> datagram.step() == datagram.number());
    }

    @Test
    void shouldRepeatExactlyWhenSeedAndNameAreTheSame() throws IOException {
        LinkFaults faults = faults(0.1, 250, 0.1, 0.1);

        assertThat(run(faults, 3, "rsu 1")).isEqualTo(run(faults, 3, "rsu 1"));
        assertThat(run(faults, 3, "rsu 1")).isNotEqualTo(run(faults, 3, "rsu 2"));
        assertThat(run(faults, 3, "rsu 1")).isNotEqualTo(run(faults, 4, "rsu 1"));
    }

    @Test
    void shouldLoseTheShareThatIsAskedFor() throws IOException {
        assertThat(run(faults(0.2, 0, 0, 0), 1, "a").size())
                .isBetween((int) (0.77 * COUNT), (int) (0.83 * COUNT));
        assertThat(run(faults(1, 0, 0, 0), 1, "a")).isEmpty();
    }

    @Test
    void shouldSendTwiceTheShareThatIsAskedFor() throws IOException {
        assertThat(run(faults(0, 0, 0.2, 0), 1, "a").size())
                .isBetween((int) (1.17 * COUNT), (int) (1.23 * COUNT));
    }

    @Test
    void shouldCountADelayedDatagramInTheStepInWhichItLeaves() throws IOException {
        List<Left> left = run(faults(0, 350, 0, 0), 1, "a");

        assertThat(left).hasSize(COUNT);
        assertThat(left.subList(0, COUNT - 10))
                .allMatch(
                        datagram ->
                                datagram.step() >= datagram.number()
                                        && datagram.step() <= datagram.number() + 4);
        assertThat(left).anyMatch(datagram -> datagram.step() == datagram.number() + 4);
    }

    @Test
    void shouldLetALaterOneOvertakeWhenOneIsHeldBack() throws IOException {
        List<Left> left = run(faults(0, 0, 0, 0.1), 1, "a");
        int overtaken = 0;
        for (int i = 1; i < left.size(); i++) {
            overtaken += left.get(i).number() < left.get(i - 1).number() ? 1 : 0;
        }

        assertThat(left).hasSize(COUNT);
        assertThat(overtaken).isBetween((int) (0.06 * COUNT), (int) (0.11 * COUNT));
    }

    @Test
    void shouldSetEachClockOffByAFixedAmountWithinTheLimit() {
        LinkFaults faults = new LinkFaults(0, 0, 0, 0, 80);
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            offsets.add(faults.clockOffsetMs(1, "car " + i));
            assertThat(faults.clockOffsetMs(1, "car " + i)).isEqualTo(offsets.getLast());
        }

        assertThat(offsets).allMatch(offset -> Math.abs(offset) <= 80);
        assertThat(offsets.stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void shouldRefuseWhenAShareIsNoShare() {
        assertThatThrownBy(() -> faults(1.5, 0, 0, 0)).hasMessageContaining("loss is 1.5");
        assertThatThrownBy(() -> faults(0, -1, 0, 0)).hasMessageContaining("delayMs is -1");
    }
}
