package org.sinho.rig;

import com.fasterxml.jackson.databind.ObjectMapper;
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
            "  ./sinho rig --config bench/rig.yaml --json"
        })
public final class Main implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "settings file (YAML)")
    private Path config;

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
        Rig rig = new Rig(RigConfigReader.read(config));
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
