package org.sinho.perf.failure;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes of ours with the flags and class path of this one. */
final class Jvm {
    private Jvm() {}

    /** Standard output goes to {@code NAME.json} in the folder, standard error to its log. */
    static Process launch(Path folder, String name, List<String> flags, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!flag.startsWith("-Xmx") && !flag.startsWith("-agentlib")) {
                command.add(flag);
            }
        }
        // These processes live for seconds: the second compiler would cost more than it gives.
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve(name + ".json").toFile())
                .redirectError(Redirect.appendTo(folder.resolve(name + ".log").toFile()))
                .start();
    }

    /** Sends a signal, for example {@code TERM}. */
    static void signal(Process process, String name) throws IOException {
        try {
            int exit =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new IOException("kill -" + name + " failed");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
