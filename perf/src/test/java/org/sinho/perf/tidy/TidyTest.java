package org.sinho.perf.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tree keeps the rules of the house. */
class TidyTest {
    private static final Path HOME = Path.of(System.getProperty("sinho.home")).normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", ".sinho", "target");
    private static final Set<String> DECIDING =
            Set.of(
                    "org.sinho.signal",
                    "org.sinho.signal.preempt",
                    "org.sinho.signal.guard",
                    "org.sinho.core.event",
                    "org.sinho.core.picture",
                    "org.sinho.core.site");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.*}/])/(work|root|home|tmp)/");
    private static final Pattern COMMAND = Pattern.compile("\\./sinho +([a-z]+)");
    private static final Pattern LAUNCHER_CASE = Pattern.compile("^  ([a-z|]+)(?:\\|-.*)?\\)");

    private static List<Path> files;
    private static List<SourceFile> sources;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> tree = Files.walk(HOME)) {
            files = tree.filter(Files::isRegularFile).filter(TidyTest::isOurs).sorted().toList();
        }
        List<Path> java = files.stream().filter(f -> f.toString().endsWith(".java")).toList();
        sources = SourceFile.read(HOME, java);
        assertThat(sources).hasSizeGreaterThan(100);
    }

    private static boolean isOurs(Path file) {
        for (Path part : HOME.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> findings(
            Function<SourceFile, Boolean> where, Function<SourceFile, List<String>> rule) {
        return sources.stream()
                .filter(where::apply)
                .flatMap(file -> rule.apply(file).stream())
                .toList();
    }

    private static List<String> everywhere(Function<SourceFile, List<String>> rule) {
        return findings(file -> true, rule);
    }

    @Test
    void shouldKeepFilesShort() {
        assertThat(everywhere(SourceRules::longFiles)).isEmpty();
    }

    @Test
    void shouldKeepMethodsShort() {
        assertThat(everywhere(SourceRules::longMethods)).isEmpty();
    }

    @Test
    void shouldKeepLinesShort() {
        assertThat(everywhere(SourceRules::longLines)).isEmpty();
    }

    @Test
    void shouldNameTypesAfterWhatTheyAre() {
        assertThat(everywhere(SourceRules::bannedNames)).isEmpty();
    }

    @Test
    void shouldLeaveNothingUnfinished() {
        assertThat(everywhere(SourceRules::unfinished)).isEmpty();
    }

    @Test
    void shouldNeitherSleepNorSkipInTests() {
        assertThat(findings(SourceFile::isTest, SourceRules::sleepsAndSkips)).isEmpty();
    }

    @Test
    void shouldUseNoFloatingPointInTheGuard() {
        assertThat(
                        findings(
                                file ->
                                        !file.isTest()
                                                && file.packageName()
                                                        .equals("org.sinho.signal.guard"),
                                SourceRules::floatingPoint))
                .isEmpty();
    }

    @Test
    void shouldNeverDecideInHashOrder() {
        assertThat(
                        findings(
                                file -> !file.isTest() && DECIDING.contains(file.packageName()),
                                SourceRules::hashOrder))
                .isEmpty();
    }

    @Test
    void shouldDescribeEveryPackage() {
        Set<String> described = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        for (SourceFile file : sources) {
            if (!file.isTest()) {
                packages.add(file.packageName());
                if (file.name().endsWith("package-info.java")) {
                    described.add(file.packageName());
                }
            }
        }
        assertThat(described).isEqualTo(packages);
    }

    @Test
    void shouldNameNoFolderOfOneMachine() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher matcher = MACHINE_PATH.matcher(text);
            if (matcher.find()) {
                found.add(HOME.relativize(file) + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void shouldNameOnlyCommandsThatExist() throws IOException {
        Set<String> commands = commands();
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(".md")) {
                Matcher matcher = COMMAND.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!commands.contains(matcher.group(1))) {
                        found.add(HOME.relativize(file) + ": " + matcher.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** What the launcher's last case knows. */
    private static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (String line : Files.readAllLines(HOME.resolve("sinho"))) {
            Matcher matcher = LAUNCHER_CASE.matcher(line);
            if (matcher.find()) {
                commands.addAll(List.of(matcher.group(1).split("\\|")));
            }
        }
        assertThat(commands).contains("demo", "test");
        return commands;
    }

    @Test
    void shouldLinkOnlyToPagesThatExist() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)|src(?:set)?=\"([^\":]+)\"");
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(".md")) {
                Matcher matcher = link.matcher(Files.readString(file));
                while (matcher.find()) {
                    String to = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                    if (!Files.exists(file.resolveSibling(to))) {
                        found.add(HOME.relativize(file) + ": " + to);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
