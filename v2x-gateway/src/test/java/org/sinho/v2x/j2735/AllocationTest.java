package org.sinho.v2x.j2735;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 300;
    private static final int MEASURED = 300;
    private static final int WINDOWS = 5;
    private static final int FRAMES = 16;

    private final UnsafeBuffer[] frames = new UnsafeBuffer[FRAMES];
    private final UnsafeBuffer written = new UnsafeBuffer(new byte[20_000]);

    @ParameterizedTest
    @ValueSource(strings = {"BSM", "PSM", "SRM", "SSM", "SPAT", "MAP"})
    void shouldAllocateNothingWhenDecodingAndEncodingAfterWarmUp(String type) {
        fillFrames(type);
        J2735Message message = HotTrees.message(type);
        int octets = pass(message, WARM_UP);

        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < WINDOWS; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            octets += pass(message, MEASURED);
            fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
        }

        // The JVM itself may allocate once, when it recompiles; a message would in every window.
        assertThat(octets).isNotZero();
        assertThat(fewest).isZero();
    }

    /** Frames with every optional part now and then, so that stepping over is measured too. */
    private void fillFrames(String type) {
        RandomTree trees = new RandomTree(new SplittableRandom(3), true);
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = new UnsafeBuffer(RandomMessageTest.encode(type, trees.message(type)));
        }
    }

    private int pass(J2735Message message, int rounds) {
        int octets = 0;
        for (int round = 0; round < rounds; round++) {
            for (UnsafeBuffer frame : frames) {
                if (message.decode(frame, 0, frame.capacity()) == DecodeCause.NONE) {
                    octets += message.encode(written, 0);
                }
                message.decode(frame, 0, frame.capacity() / 2); // Refusing is free as well.
            }
        }
        return octets;
    }
}
