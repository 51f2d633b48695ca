package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.Overlap;
import org.sinho.core.site.SiteSheet;

/** The guard commands nothing where an overlap is dark, or shows right of way against another. */
class OverlapGuardTest {
    private static final int ALL = 0xFF;
    private static final int WALKS = 0xAA;
    private static final int MAIN = 0x22;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private long nowMs = Scene.START_MS;
    private int push;

    /** Overlap 1 goes with 2 and 4; only 1 and 3 may never be shown with it. */
    private static SiteSheet sheet(Conflict withPhase8) {
        List<Conflict> conflicts = new ArrayList<>(Collections.nCopies(32, Conflict.FREE));
        conflicts.set(0, Conflict.FORBIDDEN);
        conflicts.set(2, Conflict.FORBIDDEN);
        conflicts.set(7, withPhase8);
        Overlap overlap =
                new Overlap(1, "right", 1, List.of(2, 4), 60, 50, 20, 20, 0, 2_680, conflicts);
        SiteSheet base = Sheets.cross().build();
        return new SiteSheet(
                base.siteId(),
                base.name(),
                base.profile(),
                0,
                0,
                base.phases(),
                base.pedestrians(),
                base.rings(),
                base.barrierGroups(),
                base.conflicts(),
                base.intergreenDs(),
                base.intergreenCheckDs(),
                base.lanes(),
                base.preempts(),
                base.patterns(),
                base.backupTimeS(),
                List.of(overlap));
    }

    private int holdAfter(int greens, int overlapGreens, int overlapReds) {
        SafetyGuard guard = new SafetyGuard(List.of(sheet(Conflict.FREE)));
        guard.onEpoch(1);
        for (int i = 0; i < 11; i++) {
            nowMs += 100;
            push = push + 1 & 0xFF;
            guard.onStatus(
                    new ControllerStatus()
                            .wrapForWrite(buffer, 0)
                            .siteId(Sheets.CROSS)
                            .greens(greens)
                            .reds(ALL & ~greens)
                            .dontWalks(WALKS)
                            .overlapGreens(overlapGreens)
                            .overlapReds(overlapReds)
                            .pushSequence(push),
                    nowMs);
            if (i % 10 == 0) {
                guard.onPoll(
                        new ControllerPoll()
                                .wrapForWrite(buffer, 0)
                                .siteId(Sheets.CROSS)
                                .answered(1)
                                .unitControlStatus(2)
                                .unitFlashStatus(2)
                                .greens(greens),
                        nowMs);
            }
        }
        SignalCommand hold =
                new SignalCommand()
                        .wrapForWrite(buffer, 0)
                        .siteId(Sheets.CROSS)
                        .epoch(1)
                        .siteSequence(1)
                        .decidedUtcMs(nowMs)
                        .object(ControlObject.HOLD)
                        .index(1)
                        .value(greens)
                        .reason(Reason.ACTUATED);
        return guard.check(hold, nowMs);
    }

    @Test
    void shouldAllowWhenTheOverlapShowsWhatItMay() {
        assertThat(holdAfter(MAIN, 1, 0)).isEqualTo(SafetyGuard.ALLOWED);
        assertThat(holdAfter(MAIN, 0, 1)).isEqualTo(SafetyGuard.ALLOWED);
        assertThat(holdAfter(0x11, 0, 1)).as("1 and 5, overlap red").isZero();
    }

    @Test
    void shouldRefuseWhenTheOverlapShowsRightOfWayAgainstAForbiddenPhase() {
        assertThat(holdAfter(0x11, 1, 0)).isEqualTo(GuardRule.C_03.code());
    }

    @Test
    void shouldRefuseWhenTheOverlapIsDarkOrShowsTwoColors() {
        assertThat(holdAfter(MAIN, 0, 0)).isEqualTo(GuardRule.C_03.code());
        assertThat(holdAfter(MAIN, 1, 1)).isEqualTo(GuardRule.C_03.code());
    }

    @Test
    void shouldRefuseASheetThatLeavesAPairWithTheOverlapOpen() {
        assertThatThrownBy(() -> new SafetyGuard(List.of(sheet(null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of overlap 1 and index 7")
                .hasMessageContaining("not decided");
    }
}
