package org.sinho.center.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Linker;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelClockTest {
    /** Another language's account of the same kernel: the C layout comes from the declaration. */
    private static final String ASK =
            """
            import ctypes as c
            class Timex(c.Structure):
                _fields_ = [("modes", c.c_uint)] + [
                    (name, c.c_long) for name in ("offset", "freq", "maxerror", "esterror")
                ] + [("status", c.c_int), ("rest", c.c_long * 32)]
            t = Timex()
            print(c.CDLL(None).adjtimex(c.byref(t)), t.status, t.maxerror)
            """;

    private static String[] ask() throws IOException {
        try {
            Process process = new ProcessBuilder("python3", "-c", ASK).start();
            return new String(process.getInputStream().readAllBytes()).trim().split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }

    @Test
    void shouldReadWhatAnotherLanguageReads() throws IOException {
        String[] other = ask();
        if (other.length != 3) {
            System.out.println("SKIPPED: no python3 here");
        }
        assumeTrue(other.length == 3);

        ClockReading reading = ClockWatch.ofKernel().check();

        ClockReading expected =
                ClockReading.of(
                        Integer.parseInt(other[0]),
                        Integer.parseInt(other[1]),
                        Long.parseLong(other[2]));
        assertThat(reading.healthy()).isEqualTo(expected.healthy());
        assertThat(reading.uncertaintyMs())
                .as("it grows by half a millisecond a second")
                .isBetween(expected.uncertaintyMs(), expected.uncertaintyMs() + 100);
    }

    @Test
    void shouldRefuseWhenTheSystemIsNotLinux() {
        assertThatThrownBy(
                        () -> KernelClock.of("Mac OS X", 8, Linker.nativeLinker().defaultLookup()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Mac OS X");
    }

    @Test
    void shouldRefuseWhenTheLayoutIsThatOfAnOlderMachine() {
        assertThatThrownBy(() -> KernelClock.of("Linux", 4, Linker.nativeLinker().defaultLookup()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("addresses of 4 octets");
    }

    @Test
    void shouldRefuseWhenTheLibraryHasNoAdjtimex() {
        assertThatThrownBy(() -> KernelClock.of("Linux", 8, name -> Optional.empty()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("no adjtimex");
    }
}
