package org.sinho.rig.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.v2x.security.SecurityCause;
import org.sinho.v2x.security.SignedMessage;

/** Prints rates per second of processor time and asserts none: the machine may be busy. */
class SigningSpeedTest {
    private static final byte[] PAYLOAD = new byte[80];

    private final TestPki pki = new TestPki(7, Bench.YEAR);
    private final SigningIdentity car = pki.issue("car", AppPermission.bsm());

    @Test
    void shouldAcceptEveryMessageWhileTimed(@TempDir Path folder) throws Exception {
        pki.write(folder);
        printSigning("deterministic", car);
        printSigning("native", car.fast());
        byte[] message = car.sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, true);
        for (boolean nativeCrypto : new boolean[] {true, false}) {
            var bench = new Bench(folder, nativeCrypto);
            int count = nativeCrypto ? 1500 : 60;
            for (int round = 0; round < 3; round++) {
                long start = cpuNs();
                for (int i = 0; i < count; i++) {
                    assertThat(bench.verify(message) == SecurityCause.OK).isTrue();
                }
                print("verifications by " + bench.store.provider(), count, start);
            }
        }
        printWrapping(message);
        printLearning(folder);
    }

    private void printLearning(Path folder) {
        var bench = new Bench(folder, true);
        byte[][] messages = new byte[200][];
        long issuingStart = cpuNs();
        for (int i = 0; i < messages.length; i++) {
            messages[i] =
                    pki.issue("car " + i, AppPermission.bsm())
                            .sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS, true);
        }
        print("identities issued, and one signature each", messages.length, issuingStart);
        long start = cpuNs();
        for (byte[] message : messages) {
            assertThat(bench.verify(message)).isEqualTo(SecurityCause.OK);
        }
        print("new signers learned and verified", messages.length, start);
    }

    private void printSigning(String how, SigningIdentity identity) {
        for (int round = 0; round < 3; round++) {
            long start = cpuNs();
            for (int i = 0; i < 300; i++) {
                identity.sign(Bench.BSM, PAYLOAD, Bench.NOW_UTC_MS + i, i % 10 == 0);
            }
            print(how + " signatures", 300, start);
        }
    }

    private static void printWrapping(byte[] octets) {
        var message = new SignedMessage();
        var buffer = new UnsafeBuffer(octets);
        for (int round = 0; round < 5; round++) {
            long start = cpuNs();
            for (int i = 0; i < 100_000; i++) {
                message.wrap(buffer, 0, octets.length);
            }
            print("wraps of " + octets.length + " octets", 100_000, start);
        }
    }

    private static void print(String what, int count, long startNs) {
        System.out.printf("%s: %.0f per CPU second%n", what, count * 1e9 / (cpuNs() - startNs));
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
