package org.sinho.rig.skeleton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.GeoFrame;
import org.sinho.rig.sumo.NetBuild;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sinho skeleton}: the first draft of a city folder from any SUMO net. */
@Command(
        name = "skeleton",
        mixinStandardHelpOptions = true,
        description = {
            "Makes city.yaml, site sheets, controller databases, monitor cards and loops from a"
                    + " net,",
            "once: the engineer owns the files from then on. Existing files are kept unless"
                    + " --force."
        },
        footer = {
            "",
            "Examples:",
            "  ./sinho skeleton --net town.net.xml --out cities/town",
            "  ./sinho skeleton --plain cities/hapgang/hapgang --out cities/hapgang --force"
        })
public final class SkeletonCommand implements Callable<Integer> {
    @ArgGroup(exclusive = true, multiplicity = "1")
    private Source source;

    @Option(names = "--out", required = true, description = "folder of the city")
    private Path out;

    @Option(names = "--name", description = "name of the city (the folder's)")
    private String name;

    @Option(
            names = "--origin",
            split = ",",
            defaultValue = "36.4925,127.3120",
            description = "LAT,LON of x = 0, y = 0 when the net does not say (36.4925,127.3120)")
    private double[] origin;

    @Option(
            names = "--zone",
            description = "signal whose crossings lie in a protection zone; may be repeated")
    private Set<String> zones = new TreeSet<>();

    @Option(
            names = "--stages",
            description = "signal that is to be one ring of stages; may be repeated")
    private Set<String> stages = new TreeSet<>();

    @Option(
            names = "--demand",
            description = "file with the sections of city.yaml from \"demand:\" on")
    private Path demand;

    @Option(
            names = "--signed-by",
            defaultValue = "nobody yet",
            description = "who signs for pairs that yield")
    private String signedBy;

    @Option(names = "--force", description = "writes over files that are there")
    private boolean force;

    /** What the net is made from. */
    private static final class Source {
        @Option(names = "--net", description = "a built net; the city keeps a copy")
        private Path net;

        @Option(
                names = "--plain",
                description = "stem of netconvert's plain XML in the city's folder")
        private Path plain;
    }

    /** Made by picocli. */
    public SkeletonCommand() {}

    /**
     * Runs and exits: 0 success, 1 failure, 2 bad usage.
     *
     * @param arguments options
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new SkeletonCommand());
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    String message = failure.getMessage();
                    System.err.println("sinho: " + (message == null ? failure : message));
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (origin.length != 2) {
            throw new IllegalArgumentException(
                    "--origin has " + origin.length + " numbers, allowed latitude,longitude");
        }
        if (!force && Files.exists(out.resolve("city.yaml"))) {
            throw new IllegalArgumentException(
                    "--out is " + out + ", which has a city.yaml; allowed with --force");
        }
        Files.createDirectories(out);
        Path work = Files.createTempDirectory("sinho-skeleton");
        try {
            int count = source.net != null ? fromNet() : fromPlain(work);
            System.out.println(count + " junctions written to " + out);
        } finally {
            delete(work);
        }
        return 0;
    }

    private int fromNet() throws IOException {
        Path kept = out.resolve(source.net.getFileName());
        if (!Files.exists(kept)) {
            Files.copy(source.net, kept);
        }
        Skeleton skeleton = skeleton(kept);
        String stem = kept.getFileName().toString().replaceAll("\\.net\\.xml$|\\.xml$", "");
        String net =
                "  file: \""
                        + kept.getFileName()
                        + "\"\n  additional: ["
                        + stem
                        + ".loops.add.xml]\n";
        skeleton.write(net, demand(skeleton), stem);
        return skeleton.junctionCount();
    }

    private int fromPlain(Path work) throws IOException {
        String stem = source.plain.getFileName().toString();
        List<String> options = new ArrayList<>();
        StringBuilder net = new StringBuilder();
        for (String[] kind :
                new String[][] {
                    {"nodes", "nod"}, {"edges", "edg"}, {"connections", "con"}, {"types", "typ"}
                }) {
            Path file = source.plain.resolveSibling(stem + "." + kind[1] + ".xml");
            if (Files.exists(file)) {
                String option = kind[0].substring(0, kind[0].length() - 1);
                options.addAll(List.of("--" + option + "-files", file.toString()));
                net.append("  ").append(kind[0]).append(": ").append(file.getFileName());
                net.append('\n');
            }
        }
        Path built = NetBuild.build(new CityFolder.NetSource(options, null), work);
        Skeleton skeleton = skeleton(built);
        skeleton.writePrograms(stem);
        net.append("  signals: ").append(stem).append(".tll.xml\n  additional: [");
        net.append(stem).append(".loops.add.xml");
        if (Files.exists(out.resolve(stem + ".add.xml"))) {
            net.append(", ").append(stem).append(".add.xml");
        }
        skeleton.write(net.append("]\n").toString(), demand(skeleton), stem);
        return skeleton.junctionCount();
    }

    private Skeleton skeleton(Path net) {
        String city =
                name != null ? name : out.toAbsolutePath().normalize().getFileName().toString();
        return new Skeleton(
                net, out, city, new GeoFrame(origin[0], origin[1]), zones, stages, signedBy);
    }

    private String demand(Skeleton skeleton) throws IOException {
        return demand != null ? Files.readString(demand) : new DemandDraft(skeleton.net()).write();
    }

    private static void delete(Path folder) throws IOException {
        try (var entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
