package org.sinho.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial's commands do what it says, in its order. */
class TutorialTest {
    private static final Path HOME = Path.of(System.getProperty("sinho.home")).normalize();
    private static final Path PAGE = HOME.resolve("docs/tutorial/first-preemption.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final int LIMIT_MINUTES = 20;

    @TempDir private static Path folder;

    private static List<String> commands;

    @BeforeAll
    static void prepare() throws IOException {
        Files.createSymbolicLink(folder.resolve("cities"), HOME.resolve("cities"));
        Path launcher = folder.resolve("sinho");
        Files.writeString(launcher, launcher());
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        commands = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            block.group(1).lines().forEach(commands::add);
        }
    }

    /** The launcher without its build: the classes under test are those of this test's own JVM. */
    private static String launcher() {
        StringBuilder java = new StringBuilder();
        quote(java, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-Xmx") && !flag.startsWith("-agentlib")) {
                quote(java, flag);
            }
        }
        quote(java, "-cp");
        quote(java, System.getProperty("java.class.path"));
        return """
        #!/bin/sh
        case "$1" in
          demo) main=org.sinho.perf.Main ;;
          *) main=org.sinho.center.Main ;;
        esac
        exec %s "$main" "$@"
        """
                .formatted(java);
    }

    private static void quote(StringBuilder line, String word) {
        line.append(" '").append(word.replace("'", "'\\''")).append("'");
    }

    private static String run(String command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process =
                new ProcessBuilder("bash", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as(command).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(command + System.lineSeparator() + text).isZero();
        return text;
    }

    @Test
    void shouldRunEveryCommandOfTheTutorial() throws IOException, InterruptedException {
        assertThat(commands).hasSizeGreaterThanOrEqualTo(8);
        List<String> outputs = new ArrayList<>();
        for (String command : commands) {
            outputs.add(run(command));
        }
        // The tutorial ends its fourth step with the frame that it began with.
        String decoded = commands.get(commands.size() - 3);
        assertThat(decoded).contains(outputs.get(commands.size() - 2).strip());
        assertThat(outputs.getLast()).contains("no findings");
    }
}
