package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sinho.signal.guard.GuardStateTest.STATE_LIMIT;
import static org.sinho.signal.guard.GuardStateTest.encode;
import static org.sinho.signal.guard.GuardStateTest.guard;
import static org.sinho.signal.guard.GuardStateTest.restore;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Long seeded stories: the same answers for the same story, after a restart too; no allocation. */
class GuardStoryTest {
    @Test
    void shouldDecideIdenticallyAfterRestartFromItsOctets() {
        SafetyGuard original = guard();
        SafetyGuard restored = guard();
        Story story = new Story(20_261_122);
        int[] answers = new int[GuardRule.INTERNAL.code() + 1];
        for (int step = 0; step < 100_000; step++) {
            if (step % 500 == 0) {
                restored = restore(encode(original));
            }
            int answer = story.step(original, step);
            assertThat(story.repeat(restored)).isEqualTo(answer);
            answers[answer]++;
            if (step % 1_000 == 999) {
                assertThat(encode(restored)).isEqualTo(encode(original));
            }
        }
        assertThat(answers[0]).as("allowed").isGreaterThan(1_000);
        assertThat(Arrays.stream(answers).filter(count -> count > 0).count())
                .as("different answers")
                .isGreaterThan(12);
        assertThat(original.failed()).isFalse();
    }

    @Test
    void shouldGiveTheSameOctetsForTheSameStory() {
        assertThat(run(1, 20_000)).isEqualTo(run(1, 20_000));
        assertThat(run(1, 20_000)).isNotEqualTo(run(2, 20_000));
    }

    private static byte[] run(long seed, int steps) {
        SafetyGuard guard = guard();
        Story story = new Story(seed);
        for (int step = 0; step < steps; step++) {
            story.step(guard, step);
        }
        return encode(guard);
    }

    @Test
    void shouldAllocateNothing() {
        SafetyGuard guard = guard();
        Story story = new Story(3);
        for (int step = 0; step < 50_000; step++) {
            story.step(guard, step);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[STATE_LIMIT]);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int step = 0; step < 20_000; step++) {
                story.step(guard, step);
            }
            guard.encode(buffer, 0);
            guard.decode(buffer, 0);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isLessThan(200); // The probe itself; a byte per check would be 20,000.
    }
}
