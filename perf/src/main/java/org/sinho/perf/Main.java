package org.sinho.perf;

import org.sinho.center.Terminal;
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
        System.exit(Terminal.run(new Main(), arguments));
    }
}
