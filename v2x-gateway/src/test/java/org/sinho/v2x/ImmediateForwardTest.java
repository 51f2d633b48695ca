package org.sinho.v2x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.v2x.j2735.MessageFrame;

class ImmediateForwardTest {
    private static final String TEXT =
            """
            Version=0.7
            Type=SPAT
            PSID=0x8002
            Priority=7
            TxMode=CONT
            TxChannel=183
            TxInterval=0
            DeliveryStart=
            DeliveryStop=
            Signature=True
            Encryption=False
            Payload=00130401020304
            """;

    private final ImmediateForward reader = new ImmediateForward();

    private ForwardCause read(String text) {
        byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
        return reader.read(new UnsafeBuffer(octets), 0, octets.length);
    }

    @Test
    void shouldWriteTheLinesOfTheFormWhenFrameIsASpat() {
        byte[] text = ImmediateForward.of(HexFormat.of().parseHex("00130401020304"));

        assertThat(new String(text, StandardCharsets.US_ASCII)).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "0012, MAP, 0xE0000017",
        "0013, SPAT, 0x8002",
        "001e, SSM, 0xE0000015",
        "001f, TIM, 0x8003",
        "0020, PSM, 0x27"
    })
    void shouldNameTypeAndIdentifierWhenAnyKindIsWritten(String id, String type, String psid) {
        byte[] frame = HexFormat.of().parseHex(id + "020aff");
        String text = new String(ImmediateForward.of(frame), StandardCharsets.US_ASCII);

        assertThat(text).contains("\nType=" + type + "\n").contains("\nPSID=" + psid + "\n");
        assertThat(read(text)).isEqualTo(ForwardCause.NONE);
        byte[] read = new byte[reader.frameLength()];
        reader.frame().getBytes(0, read);
        assertThat(read).isEqualTo(frame);
    }

    @Test
    void shouldReadWhateverOrderTheLinesAreIn() {
        String[] lines = TEXT.split("\n");
        StringBuilder backwards = new StringBuilder();
        for (int i = lines.length - 1; i >= 0; i--) {
            backwards.append(lines[i]).append('\n');
        }

        assertThat(read(backwards.toString())).isEqualTo(ForwardCause.NONE);
        assertThat(reader.messageId()).isEqualTo(MessageFrame.SPAT);
        assertThat(reader.psid()).isEqualTo(Psid.SPAT);
    }

    @ParameterizedTest
    @CsvSource({
        "Version=0.7, Version=0.8, BAD_VALUE",
        "Type=SPAT, Type=BSM, BAD_VALUE",
        "Type=SPAT, Type=MAP, CONTRADICTION",
        "PSID=0x8002, PSID=0x8003, CONTRADICTION",
        "PSID=0x8002, PSID=0x82, BAD_VALUE",
        "PSID=0x8002, PSID=0x800, BAD_VALUE",
        "PSID=0x8002, PSID=8002, BAD_VALUE",
        "PSID=0x8002, PSID=0x, BAD_VALUE",
        "Priority=7, Priority=8, BAD_VALUE",
        "TxMode=CONT, TxMode=NEVER, BAD_VALUE",
        "Signature=True, Signature=true, BAD_VALUE",
        "TxInterval=0, Interval=0, UNKNOWN_KEY",
        "TxInterval=0, Type=SPAT, REPEATED_KEY",
        "TxInterval=0, nothing, NOT_TEXT",
        "Payload=00130401020304, Payload=0013040102030, BAD_VALUE",
        "Payload=00130401020304, Payload=0013040102030g, BAD_VALUE",
        "Payload=00130401020304, Payload=, BAD_VALUE",
        "Payload=00130401020304, Payload=001304010203, CONTRADICTION",
        "Payload=00130401020304, DeliveryStop=, REPEATED_KEY"
    })
    void shouldRefuseWithItsCauseWhenOneLineIsWrong(String line, String other, ForwardCause cause) {
        assertThat(read(TEXT.replace(line, other))).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"Version=0.7", "Type=SPAT", "PSID=0x8002", "Payload=00130401020304"})
    void shouldRefuseWhenAMandatoryLineIsMissing(String line) {
        assertThat(read(TEXT.replace(line + "\n", ""))).isEqualTo(ForwardCause.MISSING_KEY);
    }

    @Test
    void shouldRefuseWhenTextIsLongerThanAnyMessage() {
        assertThat(read(TEXT + "A".repeat(5_000))).isEqualTo(ForwardCause.OVERSIZED);
    }

    @Test
    void shouldNeverReadPastTheEndOrThrowWhenTextIsCutOrAnOctetIsChanged() {
        byte[] whole = TEXT.getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length); // No room behind it: reading on would throw.
            ForwardCause cause = reader.read(new UnsafeBuffer(cut), 0, length);
            assertThat(cause).as("%d octets", length).isNotEqualTo(ForwardCause.NONE);
        }
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            ForwardCause cause = reader.read(new UnsafeBuffer(changed), 0, changed.length);
            if (cause == ForwardCause.NONE) {
                assertThat(reader.messageId()).isEqualTo(MessageFrame.SPAT);
            }
        }
    }

    @Test
    void shouldAllocateNothingWhenReading() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        UnsafeBuffer text = new UnsafeBuffer(TEXT.getBytes(StandardCharsets.US_ASCII));
        long fewest = Long.MAX_VALUE;
        int good = 0;
        for (int window = 0; window < 6; window++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2_000; i++) {
                good += reader.read(text, 0, text.capacity()) == ForwardCause.NONE ? 1 : 0;
                good += reader.read(text, 0, text.capacity() / 2) == ForwardCause.NONE ? 1 : 0;
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(good).isEqualTo(12_000);
        assertThat(fewest).isZero();
    }

    @Test
    void shouldRefuseToWriteWhenFrameIsOfAnotherKind() {
        assertThatThrownBy(() -> ImmediateForward.of(HexFormat.of().parseHex("00140100")))
                .hasMessageContaining("message 20");
    }
}
