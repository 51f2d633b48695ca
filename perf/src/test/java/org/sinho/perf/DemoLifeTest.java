package org.sinho.perf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A demo as the process that a person starts, and what becomes of its children. */
class DemoLifeTest {
    private static final long LIMIT_NS = TimeUnit.MINUTES.toNanos(5);
    private static final String LONG_RUN_S = "86400";

    @TempDir Path folder;

    private Process demo;
    private final List<ProcessHandle> family = new ArrayList<>();

    private void start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-javaagent") && !flag.startsWith("-agentlib")) {
                command.add(flag);
            }
        }
        command.add("-Dsinho.home=" + System.getProperty("sinho.home"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.sinho.perf.Main", "demo", "--headless"));
        command.addAll(
                List.of("--seconds", LONG_RUN_S, "--keep", folder.resolve("run").toString()));
        command.addAll(List.of(options));
        demo =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("demo.log").toFile())
                        .start();
    }

    @AfterEach
    void end() {
        family.forEach(ProcessHandle::destroyForcibly);
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("demo.log"));
    }

    /** Waits until center, rig and SUMO of every run are there, and remembers them. */
    private void awaitFamily(int runs) throws IOException {
        // Children only: while a rig starts its SUMO, there is a second java below it for a moment.
        await(() -> count(demo.children(), "java") == 2 * runs && sumoCount() == runs);
        family.addAll(demo.descendants().toList());
    }

    private long sumoCount() {
        return count(demo.descendants(), "sumo");
    }

    private static long count(Stream<ProcessHandle> processes, String program) {
        return processes
                .filter(child -> child.info().command().orElse("").endsWith("/" + program))
                .count();
    }

    /** Both are called java, and their arguments are too long to be told: a rig has a SUMO. */
    private ProcessHandle child(boolean rig) {
        return demo.children()
                .filter(child -> child.children().findAny().isPresent() == rig)
                .findFirst()
                .orElseThrow();
    }

    private void await(BooleanSupplier condition) throws IOException {
        long deadlineNs = System.nanoTime() + LIMIT_NS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(log()).isLessThan(deadlineNs);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void requireNobodyLeft() throws IOException {
        await(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void shouldEndEveryChildWhenTheDemoIsTerminated() throws IOException {
        start();
        awaitFamily(2);
        demo.destroy();
        await(() -> !demo.isAlive());
        requireNobodyLeft();
    }

    @Test
    void shouldFailWithTheCentersLastLineWhenItDiesWithoutPreemption() throws IOException {
        start("--no-preempt");
        awaitFamily(1);
        child(false).destroyForcibly();
        await(() -> !demo.isAlive());
        assertThat(demo.exitValue()).as(log()).isEqualTo(1);
        assertThat(log()).containsPattern("the run .* failed: center: ");
        requireNobodyLeft();
    }

    @Test
    void shouldEndBothRunsWhenOneRigDies() throws IOException {
        start();
        awaitFamily(2);
        child(true).destroyForcibly();
        await(() -> !demo.isAlive());
        assertThat(demo.exitValue()).as(log()).isEqualTo(1);
        assertThat(log()).containsPattern("the run .* failed: rig: ");
        requireNobodyLeft();
    }
}
