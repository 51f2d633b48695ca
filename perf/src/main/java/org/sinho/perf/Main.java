package org.sinho.perf;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the demonstration and the benches; {@code ./sinho} calls it. */
@Command(
        name = "sinho",
        description = "Sinho's demonstration and benches.",
        subcommands = {DemoCommand.class})
public final class Main {
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
                    String message = failure.getMessage();
                    String text = message == null ? failure.toString() : message;
                    System.err.println("sinho: " + text);
                    if (parsed.expandedArgs().contains("--json")) {
                        System.out.println(Json.line(java.util.Map.of("error", text)));
                    }
                    return 1;
                });
        System.exit(line.execute(arguments));
    }
}
