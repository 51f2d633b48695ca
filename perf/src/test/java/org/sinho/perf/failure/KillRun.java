package org.sinho.perf.failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * One rig, and a center that is killed again and again while a preempt is served. After each kill
 * the requests of the moments before are said again to the center that came after it.
 */
final class KillRun implements Callable<KillRun.Result> {
    private static final int ENTRY = 4;
    private static final int DWELL = 6;
    private static final int EXIT = 8;
    private static final int[] MOMENTS = {ENTRY, DWELL, EXIT};
    private static final int LATEST_STEP = 40;

    /** An exit is short: the controller is at once among its own phases again. */
    private static final int LATEST_EXIT_STEP = 4;

    private static final int LONGEST_WAIT_STEPS = 900;
    private static final long LATEST_IN_STEP_NS = 4_000_000;
    private static final int PATIENCE_STEPS = 600;
    private static final int REPLAY_STEPS = 25;
    private static final int TIMEOUT_MS = 2_000;
    private static final long REPLAYED_MS = 15_000;

    /** One kill, in simulated time. */
    record Kill(
            int preemptState,
            long killedMs,
            long lastSetMs,
            long backupMs,
            long backMs,
            int replayed,
            int preemptsByReplay,
            int answersToReplay) {}

    /** What a run showed. */
    record Result(
            Path folder,
            List<Kill> kills,
            List<ControllerRecord.Set> sets,
            List<RadioRecord.Answer> answers,
            JsonNode rig,
            JsonNode center) {}

    private final Path city;
    private final Path folder;
    private final int seconds;
    private final int seed;
    private final int kills;
    private final boolean atOnce;
    private final Random random;
    private final RadioRecord radio = new RadioRecord();
    private Bench bench;

    /**
     * Prepares a run.
     *
     * @param atOnce whether the next center starts a moment after the kill, while the requests of
     *     before are still fresh, instead of after the controller has fallen back
     */
    KillRun(Path city, Path folder, int seconds, int seed, int kills, boolean atOnce) {
        this.city = city;
        this.folder = folder;
        this.seconds = seconds;
        this.seed = seed;
        this.kills = kills;
        this.atOnce = atOnce;
        random = new Random(seed);
    }

    @Override
    public Result call() throws IOException, InterruptedException {
        List<Kill> done = new ArrayList<>();
        try (Bench opened = new Bench(city, folder, seconds, seed, TIMEOUT_MS, radio)) {
            bench = opened;
            bench.edit("control: {", "control: {snapshotIntervalMs: 30000, ");
            bench.start();
            while (done.size() < kills && kill(done)) {
                // The list says it.
            }
            while (bench.step()) {
                // To the end of the run, so that the monitor sees all of it.
            }
            ObjectMapper json = new ObjectMapper();
            return new Result(
                    folder,
                    done,
                    bench.controller.sets(),
                    radio.answers(),
                    json.readTree(bench.ending("rig")),
                    json.readTree(bench.ending("center")));
        }
    }

    private boolean kill(List<Kill> done) throws IOException, InterruptedException {
        int state = awaitMoment(MOMENTS[done.size() % MOMENTS.length]);
        if (state == 0 || !bench.stepAndKill(random.nextLong(LATEST_IN_STEP_NS))) {
            return false;
        }
        long killedMs = bench.utcMs();
        bench.up.passOnly(octets -> !RadioRecord.isRequest(octets));
        long lastSetMs = bench.controller.lastSetMs();
        long backupMs = 0;
        if (!atOnce) {
            bench.up.mend();
            backupMs = awaitControl(ControllerRecord.BACKUP_MODE);
            for (int i = random.nextInt(30); i > 0; i--) {
                bench.step();
            }
            bench.up.passOnly(octets -> !RadioRecord.isRequest(octets));
            bench.step();
        }
        List<byte[]> heard = radio.requestsSince(killedMs - (atOnce ? 1_000 : REPLAYED_MS));
        int sets = bench.controller.sets().size();
        int answers = radio.answers().size();
        bench.startCenter();
        long backMs = 0;
        if (atOnce) {
            bench.step();
        } else {
            backMs = awaitControl(ControllerRecord.SYSTEM_STANDBY);
        }
        replay(heard);
        List<ControllerRecord.Set> after = bench.controller.sets();
        int preempts =
                (int)
                        after.subList(sets, after.size()).stream()
                                .filter(ControllerRecord.Set::startsPreempt)
                                .count();
        done.add(
                new Kill(
                        state,
                        killedMs,
                        lastSetMs,
                        backupMs,
                        backMs,
                        heard.size(),
                        preempts,
                        radio.answers().size() - answers));
        bench.up.mend();
        return true;
    }

    /** Says old requests again, at the pace at which units speak, twice each. */
    private void replay(List<byte[]> heard) throws IOException {
        int next = 0;
        for (int step = 1; step <= REPLAY_STEPS; step++) {
            for (; next < heard.size() * step / REPLAY_STEPS; next++) {
                bench.up.inject(heard.get(next));
                bench.up.inject(heard.get(next));
            }
            bench.step();
        }
    }

    /**
     * Steps until a preempt has been in this state for a random while, or has kept another for too
     * long; returns its state then. When the state ends before that, the next preempt is killed as
     * soon as it comes there.
     */
    private int awaitMoment(int wanted) throws IOException {
        int left = 1 + random.nextInt(wanted == EXIT ? LATEST_EXIT_STEP : LATEST_STEP);
        int active = 0;
        boolean reached = false;
        while (bench.step()) {
            int state = bench.controller.read().preemptState();
            active = state < ENTRY || state > EXIT ? 0 : active + 1;
            if (state == wanted) {
                reached = true;
                left--;
            } else if (reached) {
                left = 1;
            }
            if (left == 0 || active == LONGEST_WAIT_STEPS) {
                return state;
            }
        }
        return 0;
    }

    /** Steps until the controller says that it is controlled so; returns when. */
    private long awaitControl(int status) throws IOException {
        for (int i = 0; i < PATIENCE_STEPS; i++) {
            if (!bench.step()) {
                throw new IOException("the run is over, unitControlStatus never became " + status);
            }
            if (bench.controller.read().controlStatus() == status) {
                return bench.utcMs();
            }
        }
        throw new IOException("unitControlStatus did not become " + status + ":\n" + bench.log());
    }
}
