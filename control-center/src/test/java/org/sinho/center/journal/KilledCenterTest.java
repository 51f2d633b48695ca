package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D-01: what was acknowledged before a kill -9 is there afterwards, once and in order. */
class KilledCenterTest {
    private static final int KILLS = 10;

    @TempDir Path folder;

    @Test
    void shouldHoldEveryAcknowledgedEventWhenKilledAtAnyMoment() throws Exception {
        Random random = new Random(4);
        long last = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            last = appendAndKill(last, 1 + random.nextInt(1 << random.nextInt(4, 15)));
            expectAllThere(kill, last);
        }
        try (Journal journal = Records.open(folder)) {
            assertThat(journal.header().epoch()).isEqualTo(KILLS + 1);
        }
    }

    @Test
    void shouldRefuseToOpenWhenAnotherProcessIsAlive() throws Exception {
        Process center = AppendingCenter.start(folder);
        try (InputStream pipe = center.getInputStream()) {
            assertThat(AppendingCenter.acknowledged(pipe)).isEqualTo(1);

            assertThatThrownBy(() -> Records.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("is in use by process " + center.pid());
        } finally {
            center.destroyForcibly().waitFor();
        }
        Records.open(folder).close();
    }

    /** Returns the last sequence that the process acknowledged. */
    private long appendAndKill(long before, int acknowledgments) throws Exception {
        Process center = AppendingCenter.start(folder);
        long last = before;
        try (InputStream pipe = new BufferedInputStream(center.getInputStream())) {
            for (int i = 0; i < acknowledgments; i++) {
                last = expectNext(pipe, last);
            }
            center.toHandle().destroyForcibly(); // Process.destroyForcibly would close the pipe.
            for (long next = AppendingCenter.acknowledged(pipe); next > 0; ) {
                last = next;
                next = AppendingCenter.acknowledged(pipe);
            }
        } finally {
            center.destroyForcibly().waitFor();
        }
        assertThat(center.exitValue()).isEqualTo(128 + 9);
        return last;
    }

    private long expectNext(InputStream pipe, long last) throws IOException {
        long next = AppendingCenter.acknowledged(pipe);
        if (last > 0 && next != last + 1) {
            // One append may have been journaled but not acknowledged before the kill.
            assertThat(next).isEqualTo(last + 2);
        }
        return next;
    }

    private void expectAllThere(int epochs, long acknowledged) {
        try (JournalCursor cursor = JournalReader.open(folder).events()) {
            long count = 0;
            while (cursor.next()) {
                count++;
                assertThat(cursor.lastSequence()).isEqualTo(count);
            }
            assertThat(cursor.epoch()).isEqualTo(epochs);
            assertThat(count).isBetween(acknowledged, acknowledged + 1);
            assertThat(cursor.faults())
                    .allMatch(fault -> fault.kind() == JournalFault.Kind.TORN_TAIL);
        }
    }
}
