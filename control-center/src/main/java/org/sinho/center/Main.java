package org.sinho.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.sinho.center.check.CheckCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the center's sub-commands; {@code ./sinho} calls it. */
@Command(
        name = "sinho",
        description = "Sinho's control center and its tools.",
        subcommands = {
            CenterCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            DecodeCommand.class,
            EncodeCommand.class
        })
public final class Main {
    /** Exit code of bad usage. */
    static final int USAGE = 2;

    private Main() {}

    /**
     * Runs a sub-command and exits: 0 success, 1 failure, 2 bad usage.
     *
     * @param arguments sub-command and its options
     */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    System.err.println("sinho: " + message(failure));
                    if (command.getParseResult().hasMatchedOption("--json")) {
                        System.out.println(
                                new ObjectMapper()
                                        .writeValueAsString(Map.of("error", message(failure))));
                    }
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
