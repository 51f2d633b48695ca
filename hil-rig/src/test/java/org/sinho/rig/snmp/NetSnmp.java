package org.sinho.rig.snmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The net-snmp command line tools: a manager that shares no code with the agent. */
final class NetSnmp {
    private static final String ASC = ".1.3.6.1.4.1.1206.4.2.1.";

    private final int port;

    NetSnmp(int port) {
        this.port = port;
    }

    static boolean installed() {
        try {
            return new ProcessBuilder("snmpget", "-V").redirectErrorStream(true).start().waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Result of one tool. */
    record Result(int exit, String output) {
        int value() {
            return Integer.parseInt(output.lines().reduce("", (a, b) -> b).trim());
        }
    }

    static String asc(String suffix) {
        return ASC + suffix;
    }

    int get(String suffix) {
        Result result = run("snmpget", "2c", "operator", asc(suffix));
        if (result.exit() != 0) {
            throw new AssertionError(result.output());
        }
        return result.value();
    }

    void set(String suffix, int value) {
        Result result = run("snmpset", "2c", "center", asc(suffix), "i", String.valueOf(value));
        if (result.exit() != 0 || result.value() != value) {
            throw new AssertionError(result.output());
        }
    }

    Result run(String tool, String version, String community, String... rest) {
        return run(tool, List.of("-v", version, "-c", community), rest);
    }

    /** Runs a tool as a user of SNMPv3. */
    Result runV3(String tool, String user, String level, String auth, String priv, String... rest) {
        List<String> security =
                new ArrayList<>(List.of("-v", "3", "-u", user, "-l", level, "-a", "SHA-256"));
        security.addAll(List.of("-A", auth, "-x", "AES", "-X", priv));
        return run(tool, security, rest);
    }

    private Result run(String tool, List<String> security, String... rest) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                tool,
                                "-m",
                                "",
                                tool.contains("walk") ? "-Onq" : "-Oqv",
                                "-r",
                                "0",
                                "-t",
                                "2"));
        command.addAll(security);
        command.add("127.0.0.1:" + port);
        command.addAll(List.of(rest));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("SNMP_PERSISTENT_DIR", System.getProperty("java.io.tmpdir"));
            Process process = builder.start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " hangs");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(command.toString(), e);
        }
    }
}
