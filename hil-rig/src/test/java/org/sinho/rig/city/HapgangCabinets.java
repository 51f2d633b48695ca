package org.sinho.rig.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.monitor.ConflictMonitor;
import org.sinho.rig.monitor.MonitorCard;

/** The cabinets of Hapgang: controller and monitor of each junction, as the demo has them. */
public final class HapgangCabinets {
    /** Monday 2 March 2026, 16:00 in Korea: when the demo starts. */
    public static final long DEMO_START_MS = 1_772_434_800_000L;

    private static final Path FOLDER =
            Path.of(System.getProperty("sinho.home"), "cities/hapgang/controllers");

    private HapgangCabinets() {}

    /** One cabinet. */
    public record Cabinet(
            int number,
            ControllerDatabase database,
            VirtualController controller,
            ConflictMonitor monitor) {
        /** Shows the monitor what the controller shows. */
        public void watch(long timeMs) {
            LampState lamps = controller.lamps();
            monitor.sample(
                    timeMs,
                    lamps.reds(),
                    lamps.yellows(),
                    lamps.greens(),
                    lamps.walks(),
                    lamps.pedestrianClears(),
                    lamps.dontWalks(),
                    lamps.flash(),
                    lamps.overlapReds(),
                    lamps.overlapYellows(),
                    lamps.overlapGreens(),
                    lamps.overlapFlash());
        }

        @Override
        public String toString() {
            return "controller " + number;
        }
    }

    /** All cabinets of the city, by number. */
    public static List<Cabinet> all() throws IOException {
        List<Cabinet> cabinets = new ArrayList<>();
        for (int number : numbers()) {
            cabinets.add(cabinet(number));
        }
        return cabinets;
    }

    /** Numbers of the junctions that have a database. */
    public static List<Integer> numbers() {
        return IntStream.range(1, 100)
                .filter(n -> Files.exists(FOLDER.resolve("controller-" + n + ".yaml")))
                .boxed()
                .toList();
    }

    /** A fresh cabinet. */
    public static Cabinet cabinet(int number) throws IOException {
        ControllerDatabase database =
                ControllerDatabase.read(FOLDER.resolve("controller-" + number + ".yaml"));
        MonitorCard card = MonitorCard.read(FOLDER.resolve("monitor-" + number + ".yaml"));
        return new Cabinet(
                number, database, new VirtualController(database), new ConflictMonitor(card, 0));
    }
}
