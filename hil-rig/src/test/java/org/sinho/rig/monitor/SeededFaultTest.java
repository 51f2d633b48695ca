package org.sinho.rig.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong lamps, one fault each. A trace is a list of {@code tenths: lamps}; faces that are not named
 * show red and DON'T WALK. Lamps: 2G, 2Y, 2- (dark), 2X (red and green); P2W, P2F; FLASH = all red
 * flashing; 2* = flashing red, 2~ = flashing yellow.
 */
class SeededFaultTest {
    private static final String UP = "50: FLASH; 60: ; ";
    private static final String WALK = "70: 2G 6G P2W; 110: 2G 6G P2F; 30: 2G 6G; ";
    private static final String CHANGE = "33: 2Y 6Y; 20: ; ";
    private static final String SIDE = "60: 4G 8G; 35: 4Y 8Y; 20: ; ";
    private static final String GOOD = UP + WALK + CHANGE + SIDE + "70: 2G 6G; " + CHANGE;

    static Stream<Arguments> faults() {
        return Stream.concat(wrongCourse(), wrongLamps());
    }

    private static Stream<Arguments> wrongCourse() {
        return Stream.of(
                fault("none", GOOD, "", ""),
                fault(
                        "1 swapped green, 200 ms",
                        UP + "100: 2G 6G; 2: 4G 2G 6G; 50: 2G 6G; ",
                        "S-01 S-03 S-06",
                        "SKIPPED_YELLOW"),
                fault(
                        "1 conflicting greens, 400 ms",
                        UP + "80: 2G; 4: 2G 4G; ",
                        "S-01",
                        "CONFLICT"),
                fault(
                        "1 conflicting greens, seen for 200 ms",
                        UP + "80: 2G; 3: 2G 4G; ",
                        "S-01",
                        ""),
                fault("2 skipped yellow", UP + "80: 2G 6G; 20: 6G; ", "S-03", "SKIPPED_YELLOW"),
                fault("3 yellow 29 ds", UP + "80: 2G 6G; 29: 2Y 6Y; 60: ; ", "S-04", ""),
                fault("3 yellow 31 of 33 ds", UP + "80: 2G; 31: 2Y; 60: ; ", "S-04", ""),
                fault(
                        "4 yellow 26 ds",
                        UP + "80: 2G 6G; 26: 2Y 6Y; 60: ; ",
                        "S-04",
                        "SHORT_YELLOW"),
                fault("yellow too long", UP + "80: 2G; 60: 2Y; 60: ; ", "S-04", ""),
                fault(
                        "5 red clearance one short",
                        UP + "80: 2G 6G; 33: 2Y 6Y; 19: ; 60: 4G 8G; ",
                        "S-01 S-02",
                        ""),
                fault(
                        "6 pedestrian clearance cut",
                        UP + "70: 2G P2W; 109: 2G P2F; 40: 2G; ",
                        "S-09",
                        ""),
                fault("6 clearance skipped", UP + "70: 2G P2W; 140: 2G; ", "S-09", ""),
                fault("6 walk cut", UP + "60: 2G P2W; 110: 2G P2F; 40: 2G; ", "S-09", ""),
                fault(
                        "7 walk without parallel green",
                        UP + "70: P2W; 110: P2F; 40: ; ",
                        "S-09",
                        ""),
                fault(
                        "buffer cut",
                        UP + "70: 2G P2W; 110: 2G P2F; 29: 2G; 33: 2Y; 20: ; ",
                        "S-09",
                        ""),
                fault(
                        "walk with conflicting green",
                        UP + "70: 2G P2W; 9: 2G P2F 4G; ",
                        "S-01",
                        "CONFLICT"));
    }

    private static Stream<Arguments> wrongLamps() {
        return Stream.of(
                fault(
                        "8 green right after yellow",
                        UP + "80: 2G 6G; 33: 2Y 6Y; 60: 4G 8G; ",
                        "S-01 S-02",
                        ""),
                fault("11 minimum green one short", UP + "69: 2G; 33: 2Y; 20: ; ", "S-06", ""),
                fault("30 flash, then green", "100: FLASH; 80: 2G 6G; ", "S-07", ""),
                fault("flash, then 29 ds red", "100: FLASH; 29: ; 80: 2G 6G; ", "S-07", ""),
                fault("dark, then green", "80: 2G 6G; ", "S-07", ""),
                fault("red, then yellow", UP + "80: 2G; 33: 2Y 6Y; 20: ; ", "S-07", ""),
                fault("yellow, then green", UP + "80: 2G; 33: 2Y; 80: 2G; ", "S-05", ""),
                fault("yellow, then dark", UP + "80: 2G; 33: 2Y; 2: 2-; 40: ; ", "S-05 S-08", ""),
                fault("red revert one short", UP + "80: 2G; 33: 2Y; 19: ; 80: 2G; ", "S-10", ""),
                fault("double indication 900 ms", UP + "9: 2X; 20: ; ", "S-08", ""),
                fault("double indication 1 s", UP + "11: 2X; 20: ; ", "S-08", "DUAL_INDICATION"),
                fault("dark face 700 ms", UP + "8: 2-; 20: ; ", "S-08", ""),
                fault("dark face 800 ms", UP + "9: 2-; 20: ; ", "S-08", "RED_FAIL"),
                fault("part flash", UP + "20: 2* 4*; ", "S-12", ""),
                fault("yellow flash both ways", UP + "20: 1* 2~ 3* 4~ 5* 6* 7* 8*; ", "S-12", ""),
                fault(
                        "yellow flash on the main street",
                        UP + "100: 1* 2~ 3* 4* 5* 6~ 7* 8*; 30: ; 70: 2G; ",
                        "",
                        ""),
                fault("flash one short", UP + "99: FLASH; 60: ; ", "S-12", ""));
    }

    private static Arguments fault(String name, String trace, String rules, String trips) {
        return Arguments.of(name, trace, rules, trips);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void shouldNameExactlyTheBrokenRules(String name, String trace, String rules, String trips)
            throws IOException {
        ConflictMonitor monitor = monitor();
        long timeMs = 1_790_000_000_000L;
        for (String part : trace.split(";")) {
            if (!part.isBlank()) {
                String[] halves = part.split(":");
                for (int ds = Integer.parseInt(halves[0].trim()); ds > 0; ds--) {
                    new Lamps(halves[1]).sample(monitor, timeMs);
                    timeMs += 100;
                }
            }
        }
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        monitor.violations().forEach(violation -> broken.add(violation.rule()));
        assertThat(broken.stream().map(Rule::id).collect(Collectors.joining(" ")))
                .as(() -> name + ": " + monitor.violations())
                .isEqualTo(rules);
        assertThat(
                        monitor.trips().stream()
                                .map(t -> t.cause().name())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(trips);
        assertThat(monitor.flashCommanded()).isEqualTo(!trips.isEmpty());
    }

    private static ConflictMonitor monitor() throws IOException {
        return new ConflictMonitor(
                MonitorCard.read(
                        Path.of(
                                System.getProperty("sinho.home"),
                                "hil-rig/src/test/resources/scenario-monitor.yaml")),
                0);
    }

    /** One sample, as the words say. */
    private static final class Lamps {
        private int reds = 0xFF;
        private int yellows;
        private int greens;
        private int walks;
        private int clears;
        private int dontWalks = 0b10101010;
        private int flash;

        Lamps(String words) {
            for (String word : words.trim().split(" +")) {
                if (word.equals("FLASH")) {
                    flash = 0xFF;
                    dontWalks = 0;
                } else if (!word.isEmpty()) {
                    apply(word);
                }
            }
        }

        private void apply(String word) {
            boolean pedestrian = word.startsWith("P");
            int bit = 1 << (word.charAt(pedestrian ? 1 : 0) - '1');
            char lamp = word.charAt(word.length() - 1);
            if (pedestrian) {
                dontWalks &= ~bit;
                walks |= lamp == 'W' ? bit : 0;
                clears |= lamp == 'F' ? bit : 0;
                return;
            }
            if (lamp != 'X' && lamp != '*') {
                reds &= ~bit;
            }
            greens |= lamp == 'G' || lamp == 'X' ? bit : 0;
            yellows |= lamp == 'Y' || lamp == '~' ? bit : 0;
            flash |= lamp == '*' || lamp == '~' ? bit : 0;
        }

        void sample(ConflictMonitor monitor, long timeMs) {
            monitor.sample(timeMs, reds, yellows, greens, walks, clears, dontWalks, flash);
        }
    }
}
