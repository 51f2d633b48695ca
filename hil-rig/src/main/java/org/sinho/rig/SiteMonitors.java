package org.sinho.rig;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sinho.rig.monitor.ConflictMonitor;
import org.sinho.rig.monitor.LampListener;
import org.sinho.rig.monitor.MonitorCard;
import org.sinho.rig.monitor.StarvationWatch;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LampBits;

/** The monitors of a controller on the bench, whose lamps are read from afar. */
final class SiteMonitors {
    private final ConflictMonitor conflicts;
    private final StarvationWatch waits;
    private final long latchMs;
    private long trippedMs;
    private boolean tripped;

    private SiteMonitors(MonitorCard card, int skewMs, LampListener listener) {
        conflicts = new ConflictMonitor(card, skewMs);
        conflicts.lampListener(listener);
        waits = new StarvationWatch(card);
        latchMs = card.minimumFlashDs() * 100L;
    }

    /** Reads the card that lies beside the junction's controller file; empty without one. */
    static Optional<SiteMonitors> of(
            CityFolder.Junction junction, int skewMs, PrintWriter lampRows, LampListener also)
            throws IOException {
        if (junction.controllers().isEmpty()) {
            return Optional.empty();
        }
        Path file = card(junction);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        LampListener rows = lampRows(junction.number(), lampRows);
        Map<String, String> shown = new HashMap<>();
        return Optional.of(
                new SiteMonitors(
                        MonitorCard.read(file),
                        skewMs,
                        (timeMs, kind, number, state) -> {
                            // A monitor that joins anew tells again what has been told.
                            if (!state.equals(shown.put(kind + number, state))) {
                                rows.onLamp(timeMs, kind, number, state);
                                also.onLamp(timeMs, kind, number, state);
                            }
                        }));
    }

    static Path card(CityFolder.Junction junction) {
        Path database = junction.controllers().getFirst();
        return database.resolveSibling(
                database.getFileName().toString().replace("controller-", "monitor-"));
    }

    static LampListener lampRows(int junction, PrintWriter rows) {
        return (timeMs, kind, number, state) ->
                rows.println(timeMs + "," + junction + "," + kind + "," + number + "," + state);
    }

    /** See {@link ConflictMonitor#join}. */
    void join() {
        conflicts.join();
    }

    /** See {@link ConflictMonitor#lose}. */
    void lose(long utcMs) {
        conflicts.lose(utcMs);
    }

    void watchLamps(long utcMs, LampReading now) {
        // The rig cannot put a foreign cabinet to flash: after the shortest flash it judges again.
        if (tripped && utcMs - trippedMs >= latchMs) {
            tripped = false;
            conflicts.reset();
        }
        conflicts.sample(
                utcMs,
                now.reds(),
                now.yellows(),
                now.greens(),
                now.walks(),
                now.pedClears(),
                now.dontWalks(),
                now.flash(),
                now.overlapReds(),
                now.overlapYellows(),
                now.overlapGreens(),
                now.flash());
        if (conflicts.flashCommanded() && !tripped) {
            tripped = true;
            trippedMs = utcMs;
        }
    }

    void watchWaits(long utcMs, long present, int pressed, LampBits lamps, boolean seen) {
        waits.sample(
                utcMs,
                present,
                pressed,
                StarvationWatch.movements(lamps.greens(), lamps.overlapGreens()),
                lamps.walks(),
                seen && !lamps.flashing(),
                false); // From outside nobody sees a preempt: all of the time counts.
    }

    List<String> violations() {
        return Stream.concat(conflicts.violations().stream(), waits.violations().stream())
                .map(Object::toString)
                .toList();
    }

    int tripCount() {
        return conflicts.trips().size();
    }

    Map<String, Double> worstWaitSeconds() {
        return waits.worstWaitSeconds();
    }
}
