package org.sinho.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;

/** One run of a city: two processes, center and rig, joined by real sockets. */
final class DemoRun {
    /** A rig reads SUMO's trips after its last step; a center closes its journal. */
    private static final int END_LIMIT_S = 120;

    private static final Pattern REPORT = Pattern.compile("rig: (\\d+) of (\\d+) s.*");

    /** What both processes said at their end. */
    record Result(JsonNode rig, JsonNode center) {}

    private final Path folder;
    private final BenchFiles files;
    private final RunProgress progress;
    private final ChildProcesses children = new ChildProcesses();

    DemoRun(
            Path city,
            Path folder,
            int seconds,
            int seed,
            int bsmSharePercent,
            boolean preemption,
            RunProgress progress) {
        this(new BenchFiles(city, folder, seconds, seed, bsmSharePercent, preemption), progress);
    }

    DemoRun(BenchFiles files, RunProgress progress) {
        this.progress = progress;
        this.files = files;
        folder = files.folder();
    }

    Result execute() {
        try (children) {
            progress.starting();
            files.write();
            Process center =
                    start(
                            "center",
                            "org.sinho.center.Main",
                            "center",
                            "--config",
                            folder.resolve("center.yaml").toString(),
                            "--commands",
                            folder.resolve("commands.csv").toString(),
                            "--lang",
                            Language.current().name(),
                            "--json");
            Process rig =
                    start(
                            "rig",
                            "org.sinho.rig.Main",
                            "--config",
                            folder.resolve("rig.yaml").toString(),
                            "--json");
            return await(center, rig);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Process start(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-Xmx") && !flag.startsWith("-agentlib")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(arguments));
        return children.start(
                new ProcessBuilder(command)
                        .redirectOutput(folder.resolve(name + ".json").toFile())
                        .redirectError(Redirect.appendTo(folder.resolve(name + ".log").toFile())));
    }

    private Result await(Process center, Process rig) throws IOException, InterruptedException {
        while (rig.isAlive() && center.isAlive()) {
            rig.waitFor(200, TimeUnit.MILLISECONDS);
            report();
        }
        // In order the rig ends the run and the center follows. Without its center a rig goes on
        // alone, in real time: that is for benches.
        require("rig", !failed(rig));
        require("center", !failed(center));
        require("rig", rig.waitFor(END_LIMIT_S, TimeUnit.SECONDS) && !failed(rig));
        require("center", center.waitFor(END_LIMIT_S, TimeUnit.SECONDS) && !failed(center));
        return new Result(output("rig"), output("center"));
    }

    private void require(String name, boolean inOrder) throws IOException {
        if (!inOrder) {
            throw new IllegalStateException(
                    Phrases.current()
                            .say("demo.failed", progress.name(), name + ": " + lastLine(name)));
        }
    }

    /** Ends the run from another thread; {@link #execute} then fails. */
    void end() {
        children.end();
    }

    private static boolean failed(Process process) {
        return !process.isAlive() && process.exitValue() != 0;
    }

    private void report() throws IOException {
        Matcher last = REPORT.matcher(lastLine("rig"));
        if (last.matches()) {
            int doneS = Integer.parseInt(last.group(1));
            progress.at(doneS, Integer.parseInt(last.group(2)), System.nanoTime());
        }
    }

    private String lastLine(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".log"));
        return lines.isEmpty() ? name + " said nothing" : lines.getLast();
    }

    private JsonNode output(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".json"));
        return Json.read(lines.getLast());
    }
}
