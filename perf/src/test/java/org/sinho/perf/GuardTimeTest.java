package org.sinho.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.guard.SafetyGuard;

/** C-13: how long the guard takes for a decision. Said, not judged: a busy machine is no fault. */
class GuardTimeTest {
    private static final int WARM_UP = 200_000;
    private static final int DECISIONS = 1_000_000;
    private static final long START_MS = 1_800_000_000_000L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final SignalCommand command = new SignalCommand();
    private long nowMs = START_MS;
    private int sequence;

    private static SafetyGuard guard() {
        Path sheet =
                Path.of(System.getProperty("sinho.home"))
                        .resolve("cities/junction/sites/site-1.yaml");
        SiteSheet site = new SiteSheetReader().read(sheet).document().orElseThrow().sheet();
        SafetyGuard guard = new SafetyGuard(List.of(site));
        guard.onEpoch(1);
        return guard;
    }

    private void tenth(SafetyGuard guard) {
        nowMs += 100;
        sequence++;
        int greens = sequence / 250 % 2 == 0 ? 0x22 : 0x88;
        guard.onStatus(
                new ControllerStatus()
                        .wrapForWrite(buffer, 0)
                        .siteId(1)
                        .greens(greens)
                        .reds(0xFF & ~greens)
                        .dontWalks(0xAA)
                        .pushSequence(sequence & 0xFF),
                nowMs);
        ControllerPoll poll = new ControllerPoll().wrapForWrite(buffer, 0).siteId(1).answered(1);
        guard.onPoll(poll.unitControlStatus(2).unitFlashStatus(2).greens(greens), nowMs);
    }

    @Test
    void shouldDecideInMicroseconds() {
        SafetyGuard guard = guard();
        Histogram nanos = new Histogram(10_000_000_000L, 3);
        int[] objects = {ControlObject.HOLD, ControlObject.VEH_CALL, ControlObject.FORCE_OFF};
        long allowed = 0;
        for (int i = 0; i < WARM_UP + DECISIONS; i++) {
            if (i % 3 == 0) {
                tenth(guard);
            }
            command.wrapForWrite(buffer, 0)
                    .siteId(1)
                    .epoch(1)
                    .siteSequence(i + 1)
                    .decidedUtcMs(nowMs)
                    .object(objects[i % objects.length])
                    .index(1)
                    .value(i / objects.length % 4 == 0 ? 0 : 0x22);
            long beginNs = System.nanoTime();
            int rule = guard.check(command, nowMs);
            long endNs = System.nanoTime();
            allowed += rule == SafetyGuard.ALLOWED ? 1 : 0;
            if (i >= WARM_UP) {
                nanos.recordValue(endNs - beginNs);
            }
        }
        System.out.printf(
                "guard decision, ns: p50 %d, p99 %d, p99.99 %d, max %d; %d of %d allowed%n",
                nanos.getValueAtPercentile(50),
                nanos.getValueAtPercentile(99),
                nanos.getValueAtPercentile(99.99),
                nanos.getMaxValue(),
                allowed,
                WARM_UP + DECISIONS);
        assertThat(guard.failed()).isFalse();
        assertThat(allowed).isBetween(1_000L, (long) DECISIONS);
    }
}
