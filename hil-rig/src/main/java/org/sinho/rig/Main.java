package org.sinho.rig;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sinho rig}: the rig alone, as on a bench. */
@Command(
        name = "rig",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the hardware-in-the-loop rig against a control center:",
            "SUMO traffic, virtual (or real) controllers, roadside and onboard units."
        },
        footer = {
            "",
            "Examples:",
            "  ./sinho rig --config bench/rig.yaml",
            "  ./sinho rig --config bench/rig.yaml --json",
            "  ./sinho rig --config bench/rig.yaml --write-trust",
            "",
            "./sinho demo --keep DIR writes a complete rig.yaml to begin with; in it lengths are",
            "seconds (seconds, startUtcS) and shares percent (bsmSharePercent).",
            "Exit code: 0 success, 1 failure, 2 bad usage."
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "settings file (YAML)")
    private Path config;

    @Option(
            names = "--write-trust",
            description = "only writes the bench's test certificates into its trust folder")
    private boolean writeTrust;

    @Option(names = "--json", description = "prints a summary as the last line")
    private boolean json;

    private Main() {}

    /**
     * Runs the rig and exits: 0 success, 1 failure, 2 bad usage.
     *
     * @param arguments options
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setParameterExceptionHandler(
                (bad, given) -> {
                    complain(bad, "; see ./sinho rig --help", given);
                    return CommandLine.ExitCode.USAGE;
                });
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    complain(failure, "", arguments);
                    return CommandLine.ExitCode.SOFTWARE;
                });
        System.exit(line.execute(arguments));
    }

    /** One line for a person and, where JSON was asked for, one object for a program. */
    private static void complain(Exception failure, String advice, String[] arguments) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        System.err.println("sinho: " + message.lines().findFirst().orElse("") + advice);
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                System.out.println(JsonNodeFactory.instance.objectNode().put("error", message));
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        RigConfig settings = RigConfigReader.read(config);
        if (writeTrust) { // A center reads them when it starts, which is before its rig does.
            Rig.pki(settings).write(settings.trust());
            return 0;
        }
        Rig rig = new Rig(settings);
        try (rig) {
            rig.run();
        }
        Map<String, Object> summary = rig.summary();
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(summary));
        }
        return summary.containsKey("error") ? 1 : 0; // It has been said when it happened.
    }
}
