package org.sinho.center;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.J2735Json;

/** {@code ./sinho encode} as its user meets it. */
class EncodeCommandTest {
    private record Run(int exit, String out, String err) {}

    private static Run encode(String input, String... options) {
        InputStream in = System.in;
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "encode";
        System.arraycopy(options, 0, arguments, 1, options.length);
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            return new Run(
                    Terminal.run(new Main(), arguments),
                    printed.toString(StandardCharsets.UTF_8),
                    said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(in);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static byte[] frame() {
        BasicSafetyMessage bsm = new BasicSafetyMessage();
        bsm.header(7, 0x01020304, 36_000);
        bsm.position(364_925_000, 1_273_120_000, 450);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[200]);
        byte[] octets = new byte[bsm.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return octets;
    }

    private static String message() {
        return J2735Json.decode(frame()).toString();
    }

    @Test
    void shouldPrintTheFrameThatWasDecoded() {
        String hex = HexFormat.of().formatHex(frame());

        assertThat(encode("{\"messages\":[" + message() + "]}").out()).isEqualTo(hex + "\n");
        assertThat(encode("[" + message() + "]").out()).isEqualTo(hex + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "##                    | standard input is empty",
                "{}                    | standard input is {}",
                "null                  | standard input is null",
                "7                     | standard input is 7",
                "{\"messages\":{}}     | standard input is {\"messages\":{}}",
                "{\"messages\":[]}     | messages is empty",
                "[]                    | messages is empty",
                "{\"messages\":[7]}    | message is 7",
                "{\"messages\":        | standard input is no JSON",
                "[] []                 | standard input is no JSON",
            })
    void shouldRefuseWhatDecodeDoesNotPrint(String input, String what) {
        Run run = encode(input);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("sinho: " + what)
                .contains(", allowed is what decode prints")
                .hasLineCount(1);
    }

    @Test
    void shouldPrintNothingWhenTheSecondMessageIsWrong() {
        Run run = encode("[" + message() + ",7]");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shouldRefuseAnOptionThatItDoesNotHave() throws IOException {
        Run run = encode("[" + message() + "]", "--json");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "sinho: argument is --json, allowed --help, --version, -V, -h;"
                                + " see ./sinho encode --help\n");
        assertThat(new ObjectMapper().readTree(run.out()).path("error").asText())
                .isEqualTo("argument is --json, allowed --help, --version, -V, -h");
    }
}
