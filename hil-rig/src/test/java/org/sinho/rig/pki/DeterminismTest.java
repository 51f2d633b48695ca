package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.security.CertificateStore;
import org.sinho.v2x.security.MessageVerifier;
import org.sinho.v2x.security.SecurityConfig;
import org.sinho.v2x.security.SignedMessage;
import org.sinho.v2x.security.Verdict;

class DeterminismTest {
    private static final byte[] PAYLOAD = new byte[60];

    @Test
    void shouldMakeTheSameOctetsFromTheSameSeed(@TempDir Path one, @TempDir Path other)
            throws Exception {
        new TestPki(5, Bench.YEAR).write(one);
        new TestPki(5, Bench.YEAR).write(other);
        String authority = "authorities/bench-authority.oer";

        assertThat(Files.readAllBytes(one.resolve(authority)))
                .isEqualTo(Files.readAllBytes(other.resolve(authority)));
        assertThat(message(5)).isEqualTo(message(5)).isNotEqualTo(message(6));
    }

    @Test
    void shouldVerifyOnSeveralWorkersWithOneStore(@TempDir Path folder) throws Exception {
        var pki = new TestPki(8, Bench.YEAR);
        pki.write(folder);
        var store = CertificateStore.load(SecurityConfig.of(folder));
        List<byte[]> messages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            SigningIdentity car = pki.issue("car " + i, AppPermission.bsm()).fast();
            messages.add(car.sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, true));
            messages.add(car.sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, false));
        }
        Callable<Integer> worker =
                () -> {
                    var verifier = new MessageVerifier(store);
                    var message = new SignedMessage();
                    var verdict = new Verdict();
                    int accepted = 0;
                    for (int i = 0; i < 10 * messages.size(); i++) {
                        byte[] octets = messages.get(i % messages.size());
                        message.wrap(new UnsafeBuffer(octets), 0, octets.length);
                        verifier.verify(message, Bench.NOW_UTC_MS, verdict);
                        accepted += verdict.ok() ? 1 : 0;
                    }
                    return accepted;
                };
        try (var workers = Executors.newFixedThreadPool(4)) {
            for (var accepted : workers.invokeAll(List.of(worker, worker, worker, worker))) {
                assertThat(accepted.get()).isEqualTo(10 * messages.size());
            }
        }
    }

    private static byte[] message(long seed) {
        return new TestPki(seed, Bench.YEAR)
                .issue("car", AppPermission.bsm())
                .sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, true);
    }
}
