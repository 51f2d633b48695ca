package org.sinho.perf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sinho demo}: rig and control center together, with and without preemption. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a city: SUMO traffic, virtual controllers and onboard units on one side, the",
            "control center on the other, real sockets in between. The same vehicles drive twice,",
            "with and without preemption; the summary compares them."
        },
        footer = {
            "",
            "Examples:",
            "  ./sinho demo --headless",
            "  ./sinho demo --headless --seconds 900 --seed 1 --json",
            "  ./sinho demo --headless --seconds 1800 --seed 7 --keep run7"
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--seconds", defaultValue = "900", description = "simulated seconds (900)")
    private int seconds;

    @Option(names = "--seed", defaultValue = "1", description = "demand and drivers (1)")
    private int seed;

    @Option(names = "--city", description = "folder of the city (cities/junction)")
    private Path city;

    @Option(
            names = "--bsm-share",
            defaultValue = "20",
            description = "ordinary vehicles with an onboard unit, percent (20)")
    private int bsmSharePercent;

    @Option(names = "--headless", description = "without a page; the only way so far")
    private boolean headless;

    @Option(names = "--no-preempt", description = "one run only, with preemption off")
    private boolean noPreempt;

    @Option(names = "--keep", description = "leaves the run's files in this folder")
    private Path keep;

    @Option(names = "--json", description = "prints the summary as JSON as the last line")
    private boolean json;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Instant startedAt = Instant.now();
        if (seconds < 10 || seconds > 86_400) {
            throw new IllegalArgumentException("--seconds is " + seconds + ", allowed 10 to 86400");
        }
        Path folder =
                keep != null ? keep.toAbsolutePath() : Files.createTempDirectory("sinho-demo");
        requireEmpty(folder);
        try {
            Map<String, Object> summary = new LinkedHashMap<>(run(folder));
            summary.putAll(
                    Provenance.of(
                            "demo "
                                    + String.join(
                                            " ",
                                            spec.commandLine().getParseResult().originalArgs()),
                            startedAt));
            System.err.println(DemoSummary.text(summary));
            if (json) {
                System.out.println(Json.line(summary));
            }
            return 0;
        } finally {
            if (keep == null) {
                delete(folder);
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "--keep is " + folder + ", allowed is a new or empty folder");
            }
        }
    }

    private Map<String, Object> run(Path folder) {
        Path home = Path.of(System.getProperty("sinho.home", "."));
        Path place = city != null ? city.toAbsolutePath() : home.resolve("cities/junction");
        DemoRun first = new DemoRun(place, folder, seconds, seed, bsmSharePercent, !noPreempt);
        System.err.println(
                "sinho: "
                        + seconds
                        + " s of "
                        + place.getFileName()
                        + ", seed "
                        + seed
                        + (noPreempt ? ", without preemption" : ", with and without preemption"));
        // Each run is a chain of processes that wait for each other: two runs fill two cores.
        CompletableFuture<DemoRun.Result> with = CompletableFuture.supplyAsync(first::execute);
        try {
            DemoRun.Result other = noPreempt ? null : executeBeside(first, with, place, folder);
            return DemoSummary.of(seconds, seed, with.join(), other);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The run without preemption; when one of the two fails, the other has no use. */
    private DemoRun.Result executeBeside(
            DemoRun first, CompletableFuture<DemoRun.Result> with, Path place, Path folder) {
        DemoRun second =
                new DemoRun(
                        place, folder.resolve("without"), seconds, seed, bsmSharePercent, false);
        with.exceptionally(
                failure -> {
                    second.end();
                    return null;
                });
        try {
            return second.execute();
        } catch (RuntimeException e) {
            if (with.isCompletedExceptionally()) {
                with.join(); // Throws: it is why the second was ended.
            }
            first.end();
            with.exceptionally(failure -> null).join();
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            List<Path> all = entries.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : all) {
                Files.delete(entry);
            }
        }
    }
}
