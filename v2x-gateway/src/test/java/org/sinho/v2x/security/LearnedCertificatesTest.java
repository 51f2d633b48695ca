package org.sinho.v2x.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnedCertificatesTest {
    @Test
    void shouldFindWhatWasAddedAndNothingElse() {
        var learned = new LearnedCertificates(64);
        KnownCertificate one = certificate(11);
        learned.add(one);

        assertThat(learned.find(11)).isSameAs(one);
        assertThat(learned.find(12)).isNull();
    }

    @Test
    void shouldHoldAsManyAsPromisedWhateverArrives() {
        var learned = new LearnedCertificates(1_024);
        var random = new Random(3);
        long[] digests = random.longs(20_000).toArray();
        for (long digest : digests) {
            learned.add(certificate(digest));
        }

        long kept = 0;
        for (long digest : digests) {
            kept += learned.find(digest) == null ? 0 : 1;
        }
        assertThat(kept).isEqualTo(1_024);
        assertThat(learned.find(digests[digests.length - 1])).isNotNull();
        assertThat(learned.find(digests[0])).isNull();
    }

    @Test
    void shouldLetOldestOfItsSetGoFirst() {
        var learned = new LearnedCertificates(8);
        for (long digest = 1; digest <= 9; digest++) {
            learned.add(certificate(digest));
        }

        int kept = 0;
        for (long digest = 2; digest <= 9; digest++) {
            kept += learned.find(digest) == null ? 0 : 1;
        }
        assertThat(kept).isGreaterThanOrEqualTo(8);
    }

    @Test
    void shouldTakeOnePlaceWhenTheSameIsAddedAgain() {
        var learned = new LearnedCertificates(8);
        KnownCertificate again = certificate(100);
        for (int i = 0; i < 50; i++) {
            learned.add(certificate(100));
        }
        learned.add(certificate(102));
        learned.add(again);

        assertThat(learned.find(100)).isSameAs(again);
        assertThat(learned.find(102)).isNotNull();
    }

    private static KnownCertificate certificate(long digest) {
        return new KnownCertificate(
                digest, new byte[32], null, 0, 1, Region.ANYWHERE, List.of(), List.of(), null);
    }
}
