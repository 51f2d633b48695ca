package org.sinho.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of seeded faults names all thirty, and for each a test that is really there. */
class SeededFaultTableTest {
    private static final int FAULTS = 30;
    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\|.*");
    private static final Pattern NAMED = Pattern.compile("`([a-zA-Z0-9.]+)#([a-zA-Z0-9]+)`");
    private static final Path HOME = Path.of(System.getProperty("sinho.home"));
    private static final List<String> MODULES =
            List.of("signal-controller", "control-center", "hil-rig", "v2x-gateway", "perf");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(HOME.resolve("docs/seeded-faults.md")).stream()
                .filter(line -> ROW.matcher(line).matches())
                .toList();
    }

    /** What is wrong with a row, one line each. */
    static List<String> faults(String row) throws IOException {
        List<String> faults = new ArrayList<>();
        Matcher named = NAMED.matcher(row);
        int count = 0;
        while (named.find()) {
            count++;
            if (!isTest(named.group(1), named.group(2))) {
                faults.add("no test " + named.group());
            }
        }
        if (count == 0) {
            faults.add("names no test: " + row);
        }
        return faults;
    }

    private static boolean isTest(String className, String method) throws IOException {
        for (String module : MODULES) {
            Path source =
                    HOME.resolve(module)
                            .resolve("src/test/java")
                            .resolve(className.replace('.', '/') + ".java");
            if (Files.exists(source)) {
                Pattern test =
                        Pattern.compile(
                                "@(Test|ParameterizedTest)\\b(?:(?!void )[\\s\\S])*void "
                                        + method
                                        + "\\(");
                return test.matcher(Files.readString(source)).find();
            }
        }
        return false;
    }

    @Test
    void shouldListAllThirtyOnceInOrder() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (String row : rows()) {
            Matcher matcher = ROW.matcher(row);
            assertThat(matcher.matches()).isTrue();
            numbers.add(Integer.parseInt(matcher.group(1)));
        }
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, FAULTS).boxed().toList());
    }

    @Test
    void shouldNameOnlyTestsThatExist() throws IOException {
        for (String row : rows()) {
            assertThat(faults(row)).as(row).isEmpty();
        }
    }

    @Test
    void shouldNoticeATestThatDoesNotExist() throws IOException {
        String missing = "`org.sinho.signal.LoopEndsTest#shouldNotBeThere`";
        assertThat(faults("| 1 | x | core | " + missing + " |"))
                .containsExactly("no test " + missing);
        assertThat(faults("| 1 | x | core | |")).hasSize(1);
    }
}
