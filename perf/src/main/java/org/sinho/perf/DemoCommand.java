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
import org.sinho.center.bench.Injection;
import org.sinho.center.text.LanguageOption;
import org.sinho.center.text.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./sinho demo}: rig and control center together, with and without preemption. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a city: SUMO traffic, virtual controllers and onboard units on one side, the",
            "control center on the other, real sockets in between. The same vehicles drive twice,",
            "with and without preemption; the summary compares them. Progress and summary go to",
            "standard error, JSON to standard output."
        },
        footer = {
            "",
            "Examples:",
            "  ./sinho demo --headless",
            "  ./sinho demo --headless --seconds 900 --seed 1 --json",
            "  ./sinho demo --headless --seconds 1800 --seed 7 --keep run7",
            "  ./sinho demo --headless --seconds 900 --inject 30 --json",
            "  ./sinho demo --headless --lang ko",
            "",
            "Exit code: 0 success, 1 failure, 2 bad usage."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int SHORTEST_S = 10;
    private static final int LONGEST_S = 86_400;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "900",
            description = "simulated seconds, 10 to 86400 (900)")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides demand and drivers, 0 and up (1)")
    private int seed;

    @Option(
            names = "--city",
            paramLabel = "DIR",
            description = "folder of the city (cities/junction)")
    private Path city;

    @Option(
            names = "--bsm-share",
            paramLabel = "PERCENT",
            defaultValue = "20",
            description = "ordinary vehicles with an onboard unit, 0 to 100 percent (20)")
    private int bsmSharePercent;

    @Option(names = "--headless", description = "without a page; the only way so far")
    private boolean headless;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "where the page will be, 1 to 65535; not used yet")
    private Integer port;

    @Option(names = "--no-preempt", description = "one run only, with preemption off")
    private boolean noPreempt;

    @Option(
            names = "--inject",
            paramLabel = "N",
            description = {
                "tries the guard: N commands, each breaking one rule of C-01 to C-10 in turn, are",
                "put before it in the run with preemption, 20 to 1000 (none)"
            })
    private Integer inject;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "leaves the run's files in this new or empty folder")
    private Path keep;

    @Option(names = "--json", description = "prints the summary as JSON as the last line")
    private boolean json;

    @Mixin private LanguageOption language;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Instant startedAt = Instant.now();
        requireUsable();
        if (!headless || port != null) {
            System.err.println("sinho: " + Phrases.current().say("demo.no.page"));
        }
        Path folder =
                keep != null ? keep.toAbsolutePath() : Files.createTempDirectory("sinho-demo");
        try {
            Map<String, Object> summary = new LinkedHashMap<>(run(folder));
            summary.putAll(
                    Provenance.of(
                            "./sinho "
                                    + String.join(
                                            " ",
                                            spec.commandLine().getParseResult().originalArgs()),
                            startedAt));
            System.err.println(DemoSummary.text(summary, Phrases.current()));
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

    private void requireUsable() throws IOException {
        requireWithin("--seconds", seconds, SHORTEST_S, LONGEST_S);
        requireWithin("--seed", seed, 0, Integer.MAX_VALUE);
        requireWithin("--bsm-share", bsmSharePercent, 0, 100);
        requireWithin(
                "--inject",
                inject == null ? Injection.LEAST : inject,
                Injection.LEAST,
                Injection.MOST);
        if (inject != null && noPreempt) {
            throw badUsage(
                    "--inject is for the run with preemption, which --no-preempt leaves out");
        }
        requireWithin("--port", port == null ? 1 : port, 1, 65_535);
        if (!Files.isRegularFile(place().resolve("city.yaml"))) {
            throw badUsage("--city is " + place() + ", allowed is a folder with a city.yaml");
        }
        if (keep == null || !Files.exists(keep)) {
            return;
        }
        if (!Files.isDirectory(keep)) {
            throw badUsage("--keep is " + keep + ", a file; allowed is a new or empty folder");
        }
        try (var entries = Files.list(keep)) {
            if (entries.findAny().isPresent()) {
                throw badUsage("--keep is " + keep + ", allowed is a new or empty folder");
            }
        }
    }

    private void requireWithin(String option, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw badUsage(option + " is " + value + ", allowed " + lowest + " to " + highest);
        }
    }

    private ParameterException badUsage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private Path place() {
        Path home = Path.of(System.getProperty("sinho.home", "."));
        Path place = city != null ? city : home.resolve("cities/junction");
        return place.toAbsolutePath().normalize();
    }

    private Map<String, Object> run(Path folder) {
        Phrases phrases = Phrases.current();
        System.err.println(
                "sinho: "
                        + phrases.say(
                                "demo.begin",
                                seconds,
                                place().getFileName(),
                                seed,
                                phrases.say(noPreempt ? "demo.single" : "demo.both")));
        DemoRun first = run(folder, !noPreempt);
        // Each run is a chain of processes that wait for each other: two runs fill two cores.
        CompletableFuture<DemoRun.Result> with = CompletableFuture.supplyAsync(first::execute);
        try {
            DemoRun.Result other = noPreempt ? null : executeBeside(first, with, folder);
            return DemoSummary.of(seconds, seed, with.join(), other);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private DemoRun run(Path folder, boolean preemption) {
        Phrases phrases = Phrases.current();
        String name = phrases.say(preemption ? "demo.with" : "demo.without");
        RunProgress progress = new RunProgress(name, phrases, System.err);
        int injected = inject != null && preemption ? inject : 0;
        BenchFiles files =
                new BenchFiles(place(), folder, seconds, seed, bsmSharePercent, preemption);
        return new DemoRun(files.withInjected(injected), progress);
    }

    /** The run without preemption; when one of the two fails, the other has no use. */
    private DemoRun.Result executeBeside(
            DemoRun first, CompletableFuture<DemoRun.Result> with, Path folder) {
        DemoRun second = run(folder.resolve("without"), false);
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
