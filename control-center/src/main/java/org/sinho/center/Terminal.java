package org.sinho.center;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.TreeSet;
import org.sinho.center.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How every command meets its user: language, bad usage, failure. */
public final class Terminal {
    private Terminal() {}

    /**
     * Runs a command in the environment's language.
     *
     * @param command annotated for picocli; says what is bad usage by {@link ParameterException}
     * @param arguments sub-command and its options
     * @return exit code: 0 success, 1 failure, 2 bad usage
     */
    public static int run(Object command, String... arguments) {
        Language.of(System.getenv()).use();
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(
                (bad, given) -> {
                    String name = bad.getCommandLine().getCommandName();
                    complain(bad, "; see ./sinho " + name + " --help", given);
                    return CommandLine.ExitCode.USAGE;
                });
        line.setExecutionExceptionHandler(
                (failure, failed, parsed) -> {
                    complain(failure, "", arguments);
                    return CommandLine.ExitCode.SOFTWARE;
                });
        return line.execute(arguments);
    }

    /** One line for a person and, where JSON was asked for, one object for a program. */
    private static void complain(Exception failure, String advice, String[] arguments) {
        String message =
                failure instanceof UnmatchedArgumentException unknown
                        ? unknown(unknown)
                        : message(failure);
        System.err.println("sinho: " + message.lines().findFirst().orElse("") + advice);
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                System.out.println(error(message));
            }
        }
    }

    /** The last line of standard output when a command that was asked for JSON fails. */
    static String error(String message) {
        return JsonNodeFactory.instance.objectNode().put("error", message).toString();
    }

    private static String unknown(UnmatchedArgumentException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        Set<String> allowed = new TreeSet<>(command.optionsMap().keySet());
        allowed.addAll(command.subcommands().keySet());
        return "argument is "
                + failure.getUnmatched().getFirst()
                + ", allowed "
                + String.join(", ", allowed);
    }

    private static String message(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is no file, allowed is one that exists";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
