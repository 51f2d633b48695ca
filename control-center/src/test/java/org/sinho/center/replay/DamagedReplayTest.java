package org.sinho.center.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay says equal only when every record that must have gone out is there. */
class DamagedReplayTest {
    private static final int EVENTS = 600;
    private static final String OUTPUT = "output";
    private static final String INPUT = "events";
    private static final String SETTINGS = LiveJournal.settings(60_000);
    private static final UnaryOperator<byte[]> CUT = rest -> new byte[0];
    private static final UnaryOperator<byte[]> ZERO_HEADER = rest -> change(rest, 0, 4, 0);
    private static final UnaryOperator<byte[]> NOT_COMPLETE = rest -> flip(rest, 3, 0x80);
    private static final UnaryOperator<byte[]> PAYLOAD = rest -> flip(rest, 4 + 41, 1);

    @TempDir Path folder;

    private LiveJournal live;

    @BeforeEach
    void runCenter() throws IOException {
        live = new LiveJournal(folder);
        live.run(SETTINGS, EVENTS, 0);
    }

    @Test
    void shouldBeEqualWhenNothingIsMissing() throws IOException {
        ReplayResult result = live.replay();

        assertThat(result.what()).isNull();
        assertThat(result.equal()).isTrue();
        assertThat(result.records()).isGreaterThan(60);
        assertThat(result.unanswered()).isZero();
    }

    @Test
    void shouldDifferFromTheFirstMissingRecordWhenOutputIsCutOrDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(live.onlyFile(1, OUTPUT));
        for (UnaryOperator<byte[]> damage :
                Arrays.asList(CUT, ZERO_HEADER, NOT_COMPLETE, PAYLOAD)) {
            live.damage(1, OUTPUT, 30, damage);

            ReplayResult result = live.replay();

            assertThat(result.equal()).isFalse();
            assertThat(result.divergence()).isBetween(100L, 400L);
            assertThat(result.what()).contains("from this event on are missing");
            assertThat(result.faults()).singleElement().asString().contains("DAMAGE");
            Files.write(live.onlyFile(1, OUTPUT), whole);
        }
    }

    @Test
    void shouldDifferWhenTheSameHappensToAKilledEpoch() throws IOException {
        live.kill(1);
        for (UnaryOperator<byte[]> damage : Arrays.asList(NOT_COMPLETE, ZERO_HEADER, CUT)) {
            byte[] whole = Files.readAllBytes(live.onlyFile(1, OUTPUT));
            live.damage(1, OUTPUT, 3, damage);

            assertThat(live.replay().equal()).isFalse();
            assertThat(live.replay().divergence()).isBetween(1L, 60L);
            Files.write(live.onlyFile(1, OUTPUT), whole);
        }
        Files.delete(live.onlyFile(1, OUTPUT));
        assertThat(live.replay().divergence()).isBetween(1L, 10L);
    }

    @Test
    void shouldDifferWhenTheLastRecordOfAnOrderlyEpochIsRemoved() throws IOException {
        long last = live.replay().records();
        live.damage(1, OUTPUT, last, CUT);

        assertThat(live.replay().equal()).isFalse();
        assertThat(live.replay().divergence()).isGreaterThan(EVENTS - 30);
    }

    @Test
    void shouldDifferWhenTheLastEventOfAnOrderlyEpochIsRemoved() throws IOException {
        live.damage(1, INPUT, EVENTS, CUT);

        ReplayResult result = live.replay();

        assertThat(result.equal()).isFalse();
        assertThat(result.divergence()).isEqualTo(EVENTS);
    }

    @Test
    void shouldDifferWhenEventsAreDamagedInTheMiddle() throws IOException {
        live.kill(1);
        live.damage(1, INPUT, 300, NOT_COMPLETE);

        ReplayResult result = live.replay();

        assertThat(result.equal()).isFalse();
        assertThat(result.divergence()).isEqualTo(300);
    }

    @Test
    void shouldForgiveOnlyWhatAKilledProcessHadNotPutOut() throws IOException {
        live.run(SETTINGS, 100, 15);
        live.kill(2);

        assertThat(live.replay().what()).isNull();
        assertThat(live.replay().unanswered()).isPositive();

        live.run(SETTINGS, 100, 60);
        live.kill(3);
        assertThat(live.replay().equal()).isFalse();
        assertThat(live.replay().what()).contains("from this event on are missing");
    }

    @Test
    void shouldForgiveATornTailOfAKilledEpoch() throws IOException {
        live.kill(1);
        long last = live.replay().records();
        live.damage(1, OUTPUT, last, rest -> Arrays.copyOf(rest, 20));

        assertThat(live.replay().equal()).isTrue();
        assertThat(live.replay().unanswered()).isEqualTo(1);
    }

    @Test
    void shouldBeEqualWhenAKilledEpochWasRecoveredByTheNext() throws IOException {
        live.kill(1);
        live.run(SETTINGS, 100, 15);
        live.kill(2);
        live.run(SETTINGS, 100, 0);

        ReplayResult result = live.replay();

        assertThat(result.what()).isNull();
        assertThat(result.unanswered()).isZero();
    }

    @Test
    void shouldBeEqualWhenTheConfigurationChangedAfterAKill() throws IOException {
        live.run(SETTINGS, 100, 15);
        live.kill(2);
        live.run(LiveJournal.settings(30_000), 700, 0);
        live.run(LiveJournal.settings(30_000), 100, 0);
        live.run(SETTINGS, 100, 0);

        ReplayResult result = live.replay();

        assertThat(result.what()).isNull();
        assertThat(result.equal()).isTrue();
        assertThat(result.unanswered()).isPositive();
    }

    @Test
    void shouldDifferWhenAnEpochIsMissing() throws IOException {
        live.run(SETTINGS, 100, 0);
        live.run(SETTINGS, 100, 0);
        for (int missing : new int[] {1, 2}) {
            Path elsewhere = folder.resolve("elsewhere");
            Files.move(live.epoch(missing), elsewhere);
            assertThat(live.replay().equal()).isFalse();
            assertThat(live.replay().divergence()).isNotNull();
            Files.move(elsewhere, live.epoch(missing));
        }
        assertThat(live.replay().equal()).isTrue();
    }

    @Test
    void shouldDifferWhenTheHeaderIsThatOfAnotherConfiguration() throws IOException {
        LiveJournal other = new LiveJournal(folder.resolve("other"));
        other.run(SETTINGS + "# a remark\n", 10, 0);
        Files.copy(
                other.epoch(1).resolve("header.json"),
                live.epoch(1).resolve("header.json"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        ReplayResult result = live.replay();

        assertThat(result.equal()).isFalse();
        assertThat(result.divergence()).isEqualTo(1);
        assertThat(result.what()).contains("header.json of epoch 1 has configuration");
    }

    @Test
    void shouldNotBeEqualWhenThereIsNothingToCompare() throws IOException {
        assertThat(live.replay(0).equal()).isFalse();
        Files.delete(live.onlyFile(1, INPUT));
        Files.delete(live.onlyFile(1, OUTPUT));
        live.kill(1);
        assertThat(live.replay().equal()).isFalse();
    }

    @Test
    void shouldMissRecordsBeforeTheCutWhenReplayEndsEarly() throws IOException {
        assertThat(live.replay(LiveJournal.utcMsAfter(310)).equal()).isTrue();
        live.kill(1);
        live.damage(1, OUTPUT, 31, CUT);

        assertThat(live.replay(LiveJournal.utcMsAfter(310)).equal()).isFalse();
        assertThat(live.replay(LiveJournal.utcMsAfter(50)).equal()).isTrue();
    }

    private static byte[] change(byte[] rest, int from, int count, int value) {
        byte[] changed = rest.clone();
        Arrays.fill(changed, from, from + count, (byte) value);
        return changed;
    }

    private static byte[] flip(byte[] rest, int at, int mask) {
        byte[] changed = rest.clone();
        changed[at] ^= (byte) mask;
        return changed;
    }
}
