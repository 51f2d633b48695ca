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

/** One run of a city: two processes, center and rig, joined by real sockets. */
final class DemoRun {
    private static final int MINUTES_LIMIT = 60;

    /** What both processes said at their end. */
    record Result(JsonNode rig, JsonNode center) {}

    private final Path folder;
    private final boolean preemption;
    private final BenchFiles files;

    DemoRun(
            Path city,
            Path folder,
            int seconds,
            int seed,
            int bsmSharePercent,
            boolean preemption) {
        this.folder = folder;
        this.preemption = preemption;
        files = new BenchFiles(city, folder, seconds, seed, bsmSharePercent, preemption);
    }

    Result execute() {
        try {
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
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".json").toFile())
                .redirectError(Redirect.appendTo(folder.resolve(name + ".log").toFile()))
                .start();
    }

    private Result await(Process center, Process rig) throws IOException, InterruptedException {
        try {
            while (rig.isAlive() && center.isAlive()) {
                rig.waitFor(200, TimeUnit.MILLISECONDS);
            }
            rig.waitFor(preemption && !center.isAlive() ? 5 : MINUTES_LIMIT * 60, TimeUnit.SECONDS);
            center.waitFor(30, TimeUnit.SECONDS);
            if (rig.isAlive()
                    || center.isAlive()
                    || rig.exitValue() != 0
                    || center.exitValue() != 0) {
                throw new IllegalStateException(
                        "the run failed: " + lastLine("rig") + " / " + lastLine("center"));
            }
            return new Result(output("rig"), output("center"));
        } finally {
            rig.destroyForcibly();
            center.destroyForcibly();
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
