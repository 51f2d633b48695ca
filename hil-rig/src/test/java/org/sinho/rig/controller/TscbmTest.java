package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The 245-octet push: our layout against captures of a field controller, our times against time.
 */
class TscbmTest {
    private static final int PEDESTRIANS = 4;

    /** One message, read at the offsets that the writer is written against. */
    private record Message(ByteBuffer octets) {
        int vehicleMinimum(int phase) {
            return at(phase, 1);
        }

        int vehicleMaximum(int phase) {
            return at(phase, 3);
        }

        int pedestrianMinimum(int phase) {
            return at(phase, 1 + PEDESTRIANS);
        }

        int at(int phase, int offset) {
            int block = Tscbm.FIRST_BLOCK + (phase - 1) * Tscbm.BLOCK_LENGTH;
            assertThat(octets.get(block)).isEqualTo((byte) phase);
            return mask(block + offset);
        }

        int mask(int offset) {
            return octets.getShort(offset) & 0xFFFF;
        }

        int reds() {
            return mask(Tscbm.STATUS);
        }

        int yellows() {
            return mask(Tscbm.STATUS + 2);
        }

        int greens() {
            return mask(Tscbm.STATUS + 4);
        }

        long dayMs() {
            long second = (octets.get(Tscbm.TIMESTAMP) & 0xFF) << 16 | mask(Tscbm.TIMESTAMP + 1);
            return second * 1000 + mask(Tscbm.TIMESTAMP + 3);
        }
    }

    @Test
    void shouldFindSensibleFieldsInCapturesAtTheWritersOffsets() throws IOException {
        Path file = Path.of(System.getProperty("sinho.shared"), "v2x/tscbm-vectors.txt");
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: ../shared/v2x/tscbm-vectors.txt not present");
        }
        assumeTrue(Files.exists(file));
        List<Message> captures =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .map(
                                line ->
                                        new Message(
                                                ByteBuffer.wrap(
                                                        HexFormat.of().parseHex(line.trim()))))
                        .toList();
        assertThat(captures).hasSize(5);
        for (Message capture : captures) {
            assertThat(capture.octets().capacity()).isEqualTo(Tscbm.LENGTH);
            assertThat(capture.octets().get(0)).isEqualTo((byte) Tscbm.HEADER);
            assertThat(capture.octets().get(1)).isEqualTo((byte) Tscbm.BLOCK_COUNT);
            for (int phase = 1; phase <= Tscbm.BLOCK_COUNT; phase++) {
                assertThat(capture.vehicleMinimum(phase))
                        .isLessThanOrEqualTo(capture.vehicleMaximum(phase));
            }
            int on = capture.reds() | capture.yellows() | capture.greens();
            assertThat(on).as("the four used phases show one lamp each").isEqualTo(0xAA);
            assertThat(capture.reds() & capture.greens()).isZero();
            assertThat(capture.dayMs()).isBetween(0L, 86_399_999L);
        }
        // The first two: 82.6 s by the clock, 826 messages by the counter, modulo 256.
        assertThat(captures.get(1).dayMs() - captures.get(0).dayMs()).isEqualTo(82_600);
        assertThat(
                        captures.get(1).octets().get(Tscbm.SEQUENCE)
                                - captures.get(0).octets().get(Tscbm.SEQUENCE))
                .isEqualTo(826 % 256);
        // The last four are consecutive: counter and clock advance together, times count down.
        for (int i = 2; i < 5; i++) {
            Message before = captures.get(i - 1);
            Message now = captures.get(i);
            assertThat(now.octets().get(Tscbm.SEQUENCE) - before.octets().get(Tscbm.SEQUENCE))
                    .isEqualTo(1);
            assertThat(now.dayMs() - before.dayMs()).isEqualTo(100);
            assertThat(before.vehicleMinimum(2) - now.vehicleMinimum(2)).isEqualTo(1);
            assertThat(before.vehicleMaximum(4) - now.vehicleMaximum(4)).isEqualTo(1);
        }
    }

    @Test
    void shouldWriteLampsTimeAndSequence() {
        VirtualController controller = new VirtualController(Scenario.junction());
        long timeMs = 1_790_000_000_000L;
        for (int i = 0; i < 200; i++, timeMs += 100) {
            controller.advance(timeMs);
        }
        Message message = message(controller, 0x1FE);
        LampState lamps = controller.lamps();
        assertThat(message.octets().remaining()).isEqualTo(Tscbm.LENGTH);
        assertThat(message.greens()).isEqualTo(lamps.greens()).isEqualTo(0x22);
        assertThat(message.reds()).isEqualTo(lamps.reds());
        assertThat(message.mask(Tscbm.STATUS + 6)).isEqualTo(lamps.dontWalks());
        assertThat(message.mask(Tscbm.STATUS + 8)).isEqualTo(lamps.pedestrianClears());
        assertThat(message.mask(Tscbm.STATUS + 10)).isEqualTo(lamps.walks());
        assertThat(message.octets().get(Tscbm.SEQUENCE)).isEqualTo((byte) 0xFE);
        assertThat(message.dayMs()).isEqualTo(controller.timeMs() % 86_400_000L);
        assertThat(message.mask(Tscbm.PEDESTRIAN_CALL)).isEqualTo(controller.pedestrianCalls());
    }

    /** What is sent of an overlap: its lamp, and a time before which it does not change. */
    @Test
    void shouldTellOverlapsAndNeverChangeThemBeforeTheirMinimum() {
        VirtualController controller = new VirtualController(Scenario.overlaps());
        java.util.Random random = new java.util.Random(5);
        long[] earliest = new long[4];
        char[] shown = new char[4];
        int changes = 0;
        for (int step = 0; step < 36_000; step++) {
            controller.set(ControlObject.PATTERN, 1, 254);
            if (random.nextInt(8) == 0) {
                controller.vehicleDetector(1 + random.nextInt(8), random.nextInt(4) == 0);
            }
            controller.advance(step * 100L);
            Message message = message(controller, step);
            LampState lamps = controller.lamps();
            assertThat(message.mask(Tscbm.OVERLAP_STATUS)).isEqualTo(lamps.overlapReds());
            assertThat(message.mask(Tscbm.OVERLAP_STATUS + 2)).isEqualTo(lamps.overlapYellows());
            assertThat(message.mask(Tscbm.OVERLAP_STATUS + 4)).isEqualTo(lamps.overlapGreens());
            for (int n = 1; n <= 3; n++) {
                int bit = 1 << (n - 1);
                boolean green = (lamps.overlapGreens() & bit) != 0;
                char now = green ? 'G' : (lamps.overlapYellows() & bit) != 0 ? 'Y' : 'R';
                if (step > 200 && now != shown[n]) {
                    changes++;
                    assertThat((long) step)
                            .as("overlap %d %s to %s", n, shown[n], now)
                            .isGreaterThanOrEqualTo(earliest[n]);
                    earliest[n] = 0;
                }
                shown[n] = now;
                int minimum = message.at(n, 9);
                int maximum = message.at(n, 11);
                assertThat(minimum).isLessThanOrEqualTo(maximum);
                earliest[n] = Math.max(earliest[n], step + minimum);
                if (now == 'Y') {
                    assertThat(maximum).as("yellow is exact").isEqualTo(minimum);
                }
            }
        }
        assertThat(changes).isGreaterThan(300);
    }

    @Test
    void shouldTellFlash() {
        VirtualController controller = new VirtualController(Scenario.junction());
        controller.advance(0);
        Message message = message(controller, 0);
        assertThat(message.mask(Tscbm.FLASH)).isEqualTo(0xFF);
        assertThat(message.octets().get(Tscbm.INTERSECTION_STATUS)).isEqualTo((byte) 0x80);
        assertThat(message.vehicleMaximum(2)).isEqualTo(Tscbm.UNKNOWN);
    }

    /** Every prediction is kept and compared with what then happened, for five simulated hours. */
    @Test
    void shouldChangeNeitherBeforeMinimumNorAfterMaximumTimeWhenRunningFree() {
        VirtualController controller = new VirtualController(locking(Scenario.junction()));
        java.util.Random random = new java.util.Random(11);
        long[] earliest = new long[17];
        long[] latest = new long[17];
        char[] shown = new char[17];
        java.util.Arrays.fill(latest, Long.MAX_VALUE);
        int bounded = 0;
        int changes = 0;
        for (int step = 0; step < 5 * 36_000; step++) {
            if (random.nextInt(8) == 0) {
                controller.vehicleDetector(1 + random.nextInt(8), random.nextInt(4) == 0);
            }
            if (random.nextInt(100) == 0) {
                controller.pedestrianButton(2 + 2 * random.nextInt(4), random.nextBoolean());
            }
            controller.advance(step * 100L);
            Message message = message(controller, step);
            for (int n = 1; n <= 8; n++) {
                char now = lamp(controller.lamps(), n);
                if (step > 200 && now != shown[n]) {
                    changes++;
                    assertThat((long) step)
                            .as("phase %d %s to %s", n, shown[n], now)
                            .isBetween(earliest[n], latest[n]);
                    earliest[n] = 0;
                    latest[n] = Long.MAX_VALUE;
                }
                shown[n] = now;
                int maximum = message.vehicleMaximum(n);
                earliest[n] = Math.max(earliest[n], step + message.vehicleMinimum(n));
                if (maximum != Tscbm.UNKNOWN) {
                    bounded++;
                    assertThat(message.vehicleMinimum(n)).isLessThanOrEqualTo(maximum);
                    latest[n] = Math.min(latest[n], step + maximum);
                }
                if (now == 'Y') {
                    assertThat(maximum).as("yellow is exact").isEqualTo(message.vehicleMinimum(n));
                }
            }
        }
        assertThat(changes).isGreaterThan(1000);
        assertThat(bounded).isGreaterThan(100_000);
    }

    /** A maximum holds as long as the calls do that it was reckoned with: so let all be locked. */
    private static ControllerDatabase locking(ControllerDatabase db) {
        ControllerDatabase locked = db;
        for (PhaseTiming p : db.phases()) {
            locked =
                    locked.with(
                            new PhaseTiming(
                                    p.number(),
                                    p.ring(),
                                    p.walkS(),
                                    p.pedestrianClearS(),
                                    p.pedestrianBufferDs(),
                                    p.minimumGreenS(),
                                    p.passageDs(),
                                    p.maximum1S(),
                                    p.maximum2S(),
                                    p.yellowChangeDs(),
                                    p.redClearDs(),
                                    p.redRevertDs(),
                                    p.recall(),
                                    p.pedestrianRecall(),
                                    true,
                                    p.dualEntry(),
                                    p.concurrency()));
        }
        return locked;
    }

    private static char lamp(LampState lamps, int phase) {
        int bit = 1 << (phase - 1);
        return (lamps.greens() & bit) != 0 ? 'G' : (lamps.yellows() & bit) != 0 ? 'Y' : 'R';
    }

    private static Message message(VirtualController controller, int sequence) {
        ByteBuffer octets = ByteBuffer.allocate(Tscbm.LENGTH);
        Tscbm.write(controller, sequence, octets);
        return new Message(octets);
    }
}
