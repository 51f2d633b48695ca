package org.sinho.center.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.center.journal.JournalFault.Kind;

/** D-02: whatever is left of a file, the longest whole prefix is read and nothing else. */
class TornJournalTest {
    private static final int COUNT = 300;

    @TempDir Path folder;

    private final Random random = new Random(2);
    private List<byte[]> written;
    private List<Long> frames;
    private Path file;
    private byte[] whole;
    private int end;

    @BeforeEach
    void writeJournal() throws IOException {
        try (Journal journal = Records.open(folder)) {
            written = Records.appendEvents(journal, COUNT, random);
        }
        Records.forgetEnd(folder, 1);
        file = Records.onlyFile(folder, 1, RecordStream.EVENTS);
        frames = Records.frames(file);
        end = (int) (frames.getLast() + Integer.BYTES + written.getLast().length);
        whole = Arrays.copyOf(Files.readAllBytes(file), end + 4096);
    }

    @Test
    void shouldDeliverWholePrefixWhenCutAtAnyOctetOfLastTwoRecords() throws IOException {
        for (int cut = frames.get(COUNT - 2).intValue(); cut <= end + 8; cut++) {
            expectPrefixWhenCutAt(cut);
        }
    }

    @Test
    void shouldDeliverWholePrefixWhenCutAnywhere() throws IOException {
        for (int i = 0; i < 200; i++) {
            expectPrefixWhenCutAt(random.nextInt(end));
        }
        expectPrefixWhenCutAt(0);
    }

    @Test
    void shouldDropLastRecordWhenAnyOctetOfItIsFlipped() throws IOException {
        for (long at = frames.getLast(); at < end; at++) {
            boolean frameHeader = at < frames.getLast() + Integer.BYTES;
            for (int mask = 1; mask < 256; mask <<= frameHeader ? 1 : 4) {
                byte[] damaged = whole.clone();
                damaged[(int) at] ^= (byte) mask;
                Files.write(file, damaged);
                expectPrefix(COUNT - 1, "mask " + mask + " on octet " + at);
            }
        }
    }

    @Test
    void shouldDeliverPrefixOnlyWhenRandomOctetsAreOverwritten() throws IOException {
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            int first = frames.getFirst().intValue();
            int from = first + random.nextInt(end - first);
            for (int at = from, n = random.nextInt(64); n >= 0 && at < end; n--) {
                damaged[at++] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            List<byte[]> records = read().records();
            assertThat(records).hasSizeGreaterThanOrEqualTo(wholeRecordsBefore(from));
            assertThat(records).containsExactlyElementsOf(written.subList(0, records.size()));
        }
    }

    @Test
    void shouldCallItTornWhenNothingIsBehindTheCut() throws IOException {
        Files.write(file, Arrays.copyOf(whole, end - 1));

        assertThat(read().faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.TORN_TAIL);
                            assertThat(fault.position()).isEqualTo(frames.getLast());
                            assertThat(fault.lastSequence()).isEqualTo(COUNT - 1);
                            assertThat(fault.toString()).contains("cut inside a record");
                        });
    }

    @Test
    void shouldNameLostRecordsWhenDamageIsInTheMiddle() throws IOException {
        byte[] damaged = whole.clone();
        damaged[frames.get(99).intValue() + 4 + 30] ^= 1;
        Files.write(file, damaged);

        Read read = read();

        assertThat(read.records()).containsExactlyElementsOf(written.subList(0, 99));
        assertThat(read.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.DAMAGE);
                            assertThat(fault.lastSequence()).isEqualTo(99);
                            assertThat(fault.laterSequence()).isEqualTo(COUNT);
                            assertThat(fault.reason()).isEqualTo("checksum does not fit");
                        });
    }

    @Test
    void shouldStopAtGapWhenAnEarlierEpochLostRecords() throws IOException {
        Records.open(folder).close();
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 5, random);
        }
        Files.write(file, Arrays.copyOf(whole, end - 1));

        Read read = read();

        assertThat(read.records()).hasSize(COUNT - 1);
        assertThat(read.faults())
                .extracting(JournalFault::kind)
                .containsExactly(Kind.TORN_TAIL, Kind.GAP);
        assertThat(read.faults().getLast().reason())
                .isEqualTo("epoch begins with 301 where 300 was expected");
    }

    @Test
    void shouldCountRecordsBehindDamageWhenSequencesAreGivenOut() throws IOException {
        for (byte[] damaged : damagedInTheMiddle()) {
            Files.write(file, damaged);

            assertThat(JournalReader.open(folder).highestSequence(RecordStream.EVENTS))
                    .isEqualTo(COUNT);
        }
    }

    @Test
    void shouldRefuseToStartWhenDamageIsInTheMiddle() throws IOException {
        for (byte[] damaged : damagedInTheMiddle()) {
            Files.write(file, damaged);

            assertThatThrownBy(() -> Records.open(folder))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("DAMAGE in epoch 1, " + file + " at octet ")
                    .hasMessageContaining("after sequence 99")
                    .hasMessageContaining("whole records follow up to " + COUNT)
                    .hasMessageContaining("allowed is a torn tail only")
                    .hasMessageNotContaining("\n");
            assertThat(folder.resolve("epoch-000002")).doesNotExist();
        }
    }

    @Test
    void shouldCallItDamageWhenAnyBitOfAFrameHeaderInTheMiddleIsFlipped() throws IOException {
        int header = frames.get(99).intValue();
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            byte[] damaged = whole.clone();
            damaged[header + bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, damaged);
            expectDamageAfter(99, "bit " + bit);
        }
    }

    @Test
    void shouldCallItDamageWhenAFrameHeaderInTheMiddleIsZeroOrSaysEnd() throws IOException {
        for (int header : new int[] {0, 0xC000_0000}) {
            byte[] damaged = whole.clone();
            ByteBuffer.wrap(damaged)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(frames.get(99).intValue(), header);
            Files.write(file, damaged);
            expectDamageAfter(99, "header " + Integer.toHexString(header));
        }
    }

    @Test
    void shouldCallItDamageWhenManyOctetsInTheMiddleAreZero() throws IOException {
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, frames.get(99).intValue(), frames.get(200).intValue() - 1, (byte) 0);
        Files.write(file, damaged);

        expectDamageAfter(99, "a hundred records");
    }

    @Test
    void shouldCallItDamageWhenTheLastRecordIsMarkedAsMetaData() throws IOException {
        byte[] damaged = whole.clone();
        damaged[frames.getLast().intValue() + 3] ^= 0x40;
        Files.write(file, damaged);
        expectDamageAfter(COUNT - 1, "meta data");
    }

    /** What a kill between an append's record and its header leaves: seen in KilledCenterTest. */
    @Test
    void shouldCallItTornWhenOnlyTheHeaderOfTheLastRecordIsMissing() throws IOException {
        byte[] unfinished = whole.clone();
        int header = frames.getLast().intValue();
        Arrays.fill(unfinished, header, header + Integer.BYTES, (byte) 0);
        Files.write(file, unfinished);
        expectPrefix(COUNT - 1, "no header");
    }

    @Test
    void shouldCallItTornWhenTheLastAppendWasNotFinished() throws IOException {
        byte[] unfinished = whole.clone();
        unfinished[frames.getLast().intValue() + 3] ^= (byte) 0x80;
        Files.write(file, unfinished);

        Read read = read();

        assertThat(read.records()).hasSize(COUNT - 1);
        assertThat(read.faults()).extracting(JournalFault::kind).containsExactly(Kind.TORN_TAIL);
        Records.open(folder).close();
    }

    @Test
    void shouldCallItDamageWhenAnEpochThatEndedInOrderLostItsLastRecords() throws IOException {
        EpochFolder.of(folder, 1).writeEnd(new EpochEnd(EpochEnd.FORM, 1, COUNT, 0));
        for (int left : new int[] {0, 1, 100, COUNT - 1}) {
            Files.write(file, Arrays.copyOf(whole, frames.get(left).intValue()));
            expectDamageAfter(left, left + " records left");
        }
        Files.delete(file);
        expectDamageAfter(0, "no file left");
    }

    @Test
    void shouldCallItDamageWhenTheEndOfAnEpochIsAltered() throws IOException {
        EpochFolder.of(folder, 1).writeEnd(new EpochEnd(EpochEnd.FORM, 1, COUNT, 0));
        assertThat(read().faults()).isEmpty();
        Path json = folder.resolve("epoch-000001/end.json");
        Files.writeString(json, Files.readString(json).replace("300", "299"));

        assertThat(read().faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).isEqualTo("end.json is damaged"));
    }

    @Test
    void shouldReportGapWhenOnlyAnEmptyEpochFollowsLostRecords() throws IOException {
        Records.open(folder).close();
        Files.write(file, Arrays.copyOf(whole, frames.get(100).intValue()));

        assertThat(read().faults()).extracting(JournalFault::kind).containsExactly(Kind.GAP);
    }

    /** Header zero, header unfinished, payload changed: each before record 100. */
    private List<byte[]> damagedInTheMiddle() {
        int header = frames.get(99).intValue();
        byte[] zero = whole.clone();
        Arrays.fill(zero, header, header + Integer.BYTES, (byte) 0);
        byte[] unfinished = whole.clone();
        unfinished[header + 3] ^= (byte) 0x80;
        byte[] payload = whole.clone();
        payload[header + Integer.BYTES + 30] ^= 1;
        return List.of(zero, unfinished, payload);
    }

    private void expectDamageAfter(int count, String damage) {
        Read read = read();
        assertThat(read.records()).describedAs(damage).hasSize(count);
        assertThat(read.faults())
                .describedAs(damage)
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.kind()).isEqualTo(Kind.DAMAGE);
                            assertThat(fault.laterSequence()).isEqualTo(COUNT);
                        });
    }

    @Test
    void shouldContinueAfterPrefixWhenTailWasTorn() throws IOException {
        Files.write(file, Arrays.copyOf(whole, end - 1));

        List<byte[]> more;
        try (Journal journal = Records.open(folder)) {
            more = Records.appendEvents(journal, 5, random);
        }

        Read read = read();
        assertThat(read.records()).hasSize(COUNT + 4);
        assertThat(read.records().subList(COUNT - 1, COUNT + 4)).containsExactlyElementsOf(more);
        assertThat(read.faults()).extracting(JournalFault::kind).containsExactly(Kind.TORN_TAIL);
    }

    @Test
    void shouldReportGapWhenAnEpochIsMissing() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Journal journal = Records.open(folder)) {
                Records.appendEvents(journal, 10, random);
            }
        }
        Files.move(folder.resolve("epoch-000002"), folder.resolve("elsewhere"));

        Read read = read();

        assertThat(read.records()).hasSize(COUNT);
        assertThat(read.faults()).extracting(JournalFault::kind).containsExactly(Kind.GAP);
    }

    @Test
    void shouldReportGapWhenFirstFileOfOldestEpochIsMissing() throws IOException {
        try (Journal journal = Records.open(folder)) {
            Records.appendEvents(journal, 5_000, random);
        }
        Files.move(folder.resolve("epoch-000001"), folder.resolve("elsewhere"));
        Files.delete(EpochFolder.of(folder, 2).files(RecordStream.EVENTS).getFirst());

        Read read = read();

        assertThat(read.records()).isEmpty();
        assertThat(read.faults()).extracting(JournalFault::kind).containsExactly(Kind.GAP);
    }

    private void expectPrefixWhenCutAt(int cut) throws IOException {
        Files.write(file, Arrays.copyOf(whole, cut));
        expectPrefix(wholeRecordsBefore(cut), "cut at octet " + cut);
    }

    private void expectPrefix(int count, String damage) {
        List<byte[]> records = read().records();
        assertThat(records).describedAs(damage).hasSize(count);
        int same = 0; // An assertion per record would take most of the test's time.
        while (same < count && Arrays.equals(records.get(same), written.get(same))) {
            same++;
        }
        assertThat(same).describedAs(damage).isEqualTo(count);
    }

    private int wholeRecordsBefore(int position) {
        int count = 0;
        while (count < COUNT
                && frames.get(count) + Integer.BYTES + written.get(count).length <= position) {
            count++;
        }
        return count;
    }

    private record Read(List<byte[]> records, List<JournalFault> faults) {}

    private Read read() {
        try (JournalCursor cursor = JournalReader.open(folder).events()) {
            return new Read(Records.drain(cursor), cursor.faults());
        }
    }
}
