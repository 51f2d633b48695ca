package org.sinho.v2x.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoerCursorTest {
    private final CoerCursor in = new CoerCursor();

    @ParameterizedTest
    @CsvSource({"05, 5", "7F, 127", "8180, 128", "81FF, 255", "820100, 256", "820200, 512"})
    void shouldReadCanonicalLength(String hex, int length) {
        wrap(hex + "00".repeat(length));

        assertThat(in.length()).isEqualTo(length);
        assertThat(in.failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"8105", "820080", "80", "850000000005", "FF", "83000100", "8400000100"})
    void shouldRefuseLengthThatIsNotCanonical(String hex) {
        wrap(hex + "00".repeat(600));

        assertThat(in.length()).isZero();
        assertThat(in.cause()).isEqualTo(SecurityCause.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"05", "8180", "84FFFFFFFF", "8480000000", "81", "''"})
    void shouldCallLengthBeyondTheEndTruncated(String hex) {
        wrap(hex);

        assertThat(in.length()).isZero();
        assertThat(in.cause()).isEqualTo(SecurityCause.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource({"0100, 0", "0120, 32", "03204096, 2113686", "047FFFFFFF, 2147483647"})
    void shouldReadUnsignedInteger(String hex, int value) {
        wrap(hex);

        assertThat(in.unsignedInteger()).isEqualTo(value);
        assertThat(in.failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "00, MALFORMED",
        "020020, MALFORMED",
        "0480000000, UNSUPPORTED",
        "050100000000, UNSUPPORTED"
    })
    void shouldRefuseUnsignedInteger(String hex, SecurityCause cause) {
        wrap(hex);

        assertThat(in.unsignedInteger()).isZero();
        assertThat(in.cause()).isEqualTo(cause);
    }

    @Test
    void shouldKeepFirstFailureAndReadNothingAfterIt() {
        wrap("81");
        in.fail(SecurityCause.UNSUPPORTED);

        assertThat(in.uint8()).isZero();
        assertThat(in.int64()).isZero();
        assertThat(in.cause()).isEqualTo(SecurityCause.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, -1", "0, 5", "5, 1", "2147483647, 2147483647"})
    void shouldCallSliceOutsideTheBufferTruncated(int offset, int length) {
        in.wrap(new UnsafeBuffer(new byte[4]), offset, length);

        assertThat(in.cause()).isEqualTo(SecurityCause.TRUNCATED);
        assertThat(in.uint8()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0207800103, 80000000", // one addition, of one octet
        "0206C001010109, C0000000", // two of one octet each
        "040408001001000100, 08001000", // the fifth and the twentieth of twenty: one in each octet
        "0300000201030100, 00020000"
    })
    void shouldSkipExtensionsThatArePresent(String hex, String present) {
        wrap(hex + "00");

        int found = in.skipExtensions();

        assertThat(HexFormat.of().toHexDigits(found)).isEqualToIgnoringCase(present);
        assertThat(in.failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0100", "020700", "0208800100", "02078101", "0601FF00000000"})
    void shouldRefuseExtensionBitmapThatIsNotCanonical(String hex) {
        wrap(hex + "00".repeat(8));

        assertThat(in.skipExtensions()).isZero();
        assertThat(in.cause()).isEqualTo(SecurityCause.MALFORMED);
    }

    private void wrap(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);
        in.wrap(new UnsafeBuffer(octets), 0, octets.length);
    }
}
