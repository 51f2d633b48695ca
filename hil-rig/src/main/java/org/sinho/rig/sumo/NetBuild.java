package org.sinho.rig.sumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings a city's net into a run's work folder. */
public final class NetBuild {
    static final String NET = "city.net.xml";

    private static final int BUILD_SECONDS = 60;

    private NetBuild() {}

    /**
     * Runs netconvert on plain XML, or copies a net that is already built.
     *
     * @param source what the net is made from
     * @param workFolder where it goes; created when missing
     * @return the net's file
     * @throws SumoException when it cannot be built: with netconvert's last words
     */
    public static Path build(CityFolder.NetSource source, Path workFolder) {
        Path net = workFolder.resolve(NET);
        Path log = workFolder.resolve("netconvert.log");
        try {
            Files.createDirectories(workFolder);
            if (source.built() != null) {
                return Files.copy(source.built(), net, StandardCopyOption.REPLACE_EXISTING);
            }
            Process netconvert = SumoProcess.start(command(source, net), log);
            if (!netconvert.waitFor(BUILD_SECONDS, TimeUnit.SECONDS)) {
                netconvert.destroyForcibly();
                throw new SumoException("netconvert: not ready after " + BUILD_SECONDS + " s");
            }
            if (netconvert.exitValue() != 0) {
                throw new SumoException(
                        "netconvert: exit code "
                                + netconvert.exitValue()
                                + ": "
                                + SumoProcess.tail(log));
            }
            return net;
        } catch (IOException e) {
            throw SumoProcess.notStarted("netconvert", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SumoException("netconvert: interrupted", e);
        }
    }

    private static List<String> command(CityFolder.NetSource source, Path net) {
        List<String> command = new ArrayList<>(List.of("netconvert", "--xml-validation", "never"));
        command.addAll(source.plain());
        command.addAll(
                List.of(
                        "--offset.disable-normalization",
                        "true",
                        "--no-turnarounds",
                        "true",
                        "--walkingareas",
                        "true",
                        "--output-file",
                        net.toString()));
        return command;
    }
}
