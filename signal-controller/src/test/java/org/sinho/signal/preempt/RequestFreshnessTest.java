package org.sinho.signal.preempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.SignalRequest;
import org.sinho.signal.preempt.ReplayWindow.Verdict;

/** E-02 and E-03: what is too old, too early, expired, said before or said to an earlier center. */
class RequestFreshnessTest {
    private static final long NOW_MS = 1_800_000_000_000L;
    private static final int FRESH_MS = 2_000;

    private final RequestJudge judge = new RequestJudge(null, null, null, FRESH_MS);
    private final ReplayWindow window = new ReplayWindow(FRESH_MS);

    private static SignalRequest request(long generationUtcMs) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[EventHeader.SIZE + SignalRequest.SIZE]);
        return new SignalRequest()
                .wrapForWrite(record, 0)
                .signer(7)
                .siteId(1)
                .requestId(3)
                .payloadHash(0, generationUtcMs * 31)
                .generationUtcMs(generationUtcMs);
    }

    @Test
    void shouldAcceptUpToTheBoundOnBothSides() {
        assertThat(judge.isFresh(request(NOW_MS - FRESH_MS), NOW_MS)).isTrue();
        assertThat(judge.isFresh(request(NOW_MS + FRESH_MS), NOW_MS)).isTrue();
    }

    @Test
    void shouldRefuseOneMillisecondBeyondTheBoundOnBothSides() {
        assertThat(judge.isFresh(request(NOW_MS - FRESH_MS - 1), NOW_MS)).isFalse();
        assertThat(judge.isFresh(request(NOW_MS + FRESH_MS + 1), NOW_MS)).isFalse();
    }

    @Test
    void shouldRefuseWhenItsOwnExpiryHasPassed() {
        assertThat(judge.isFresh(request(NOW_MS).expiryUtcMs(NOW_MS - 1), NOW_MS)).isFalse();
    }

    @Test
    void shouldRefuseWhatWasGeneratedBeforeThisStart() {
        judge.beginEpoch(NOW_MS);
        assertThat(judge.isFresh(request(NOW_MS - 1), NOW_MS + 100)).isFalse();
        assertThat(judge.isFresh(request(NOW_MS), NOW_MS + 100)).isTrue();
    }

    @Test
    void shouldAdmitARequestOnlyOnceInTheWindow() {
        assertThat(window.admit(request(NOW_MS), NOW_MS)).isEqualTo(Verdict.NEW);
        assertThat(window.admit(request(NOW_MS), NOW_MS + 4_000)).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void shouldAdmitALateMessageOfAnHonestSigner() {
        assertThat(window.admit(request(NOW_MS), NOW_MS)).isEqualTo(Verdict.NEW);
        assertThat(window.admit(request(NOW_MS - 300), NOW_MS)).isEqualTo(Verdict.NEW);
    }

    @Test
    void shouldTellJunctionsOfOneMessageApart() {
        assertThat(window.admit(request(NOW_MS), NOW_MS)).isEqualTo(Verdict.NEW);
        assertThat(window.admit(request(NOW_MS).siteId(2), NOW_MS)).isEqualTo(Verdict.NEW);
    }

    @Test
    void shouldRefuseWhatItHasNoRoomToRemember() {
        for (int i = 0; i < 10_000; i++) {
            window.admit(request(NOW_MS).payloadHash(1, i), NOW_MS);
        }
        assertThat(window.admit(request(NOW_MS).payloadHash(1, -1), NOW_MS))
                .isEqualTo(Verdict.NO_ROOM);
    }

    @Test
    void shouldKeepRoomForOthersWhenOneSignerFillsItsOwn() {
        for (int i = 0; i < 10_000; i++) {
            window.admit(request(NOW_MS).payloadHash(1, i), NOW_MS);
        }
        int admitted = 0;
        for (int signer = 1_000; signer < 2_000; signer++) {
            Verdict verdict = window.admit(request(NOW_MS).signer(signer), NOW_MS);
            admitted += verdict == Verdict.NEW ? 1 : 0;
        }
        assertThat(admitted).isGreaterThan(970); // the others share one of 64 blocks with it
    }

    @Test
    void shouldHaveRoomForAVehicleThatAsksThreeJunctionsTenTimesASecond() {
        for (int i = 0; i < 300; i++) {
            long nowMs = NOW_MS + i * 100L;
            for (int siteId = 1; siteId <= 3; siteId++) {
                assertThat(window.admit(request(nowMs).siteId(siteId), nowMs))
                        .isEqualTo(Verdict.NEW);
            }
        }
    }
}
