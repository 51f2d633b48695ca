package org.sinho.center;

import org.sinho.center.check.CheckCommand;
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
    Main() {}

    /**
     * Runs a sub-command and exits: 0 success, 1 failure, 2 bad usage.
     *
     * @param arguments sub-command and its options
     */
    public static void main(String[] arguments) {
        System.exit(Terminal.run(new Main(), arguments));
    }
}
