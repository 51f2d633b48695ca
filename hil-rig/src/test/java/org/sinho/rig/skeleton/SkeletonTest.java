package org.sinho.rig.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.monitor.MonitorCard;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.GeoFrame;
import org.sinho.rig.sumo.SumoTraffic;
import picocli.CommandLine;

/** Nets of others: made by netgenerate, with what it thinks of signals, lanes and sidewalks. */
class SkeletonTest {
    private static final Path HOME = Path.of(System.getProperty("sinho.home"));

    @TempDir Path folder;

    @Test
    void shouldMakeACityThatRunsFromAGridWithoutSidewalks() throws Exception {
        runs(generated("--grid", "--grid.number", "3", "--default.lanenumber", "2"));
    }

    @Test
    void shouldMakeACityThatRunsFromAGridWithSharedLanesAndCrossings() throws Exception {
        runs(
                generated(
                        "--grid",
                        "--grid.number",
                        "2",
                        "--grid.attach-length",
                        "200",
                        "--sidewalks.guess",
                        "--crossings.guess"));
    }

    @Test
    void shouldMakeACityThatRunsFromASpiderWithFiveArms() throws Exception {
        runs(
                generated(
                        "--spider",
                        "--spider.arm-number",
                        "5",
                        "--spider.circle-number",
                        "2",
                        "--turn-lanes",
                        "1"));
    }

    @Test
    void shouldGiveSharedLanesOneDirectionAfterTheOther() throws Exception {
        Path net = generated("--grid", "--grid.number", "3", "--grid.attach-length", "200");
        List<PhasePlan> plans = plans(net);
        assertThat(plans).isNotEmpty();
        for (PhasePlan plan : plans) {
            for (PhasePlan.Phase phase : plan.phases()) {
                assertThat(phase.ring()).isEqualTo(1);
            }
        }
    }

    @Test
    void shouldGiveOwnLeftLanesTwoRings() {
        PhasePlan plan = junction();
        assertThat(plan.sequence())
                .isEqualTo(
                        List.of(
                                List.of(List.of(1, 2), List.of(3, 4)),
                                List.of(List.of(5, 6), List.of(7, 8))));
    }

    @Test
    void shouldNumberTheJunctionAsItsEngineerDid() {
        CityFolder city = CityFolder.read(HOME.resolve("cities/junction"));
        PhasePlan plan = junction();
        Map<Integer, Integer> found = new java.util.TreeMap<>();
        plan.phases()
                .forEach(
                        phase ->
                                phase.ways().forEach(way -> found.put(way.link(), phase.number())));
        found.forEach(
                (link, phase) ->
                        assertThat(city.junctions().getFirst().links().get(link).phase())
                                .as("link " + link)
                                .isEqualTo(phase));
        assertThat(plan.walks().keySet()).containsExactly(2, 4, 6, 8);
    }

    @Test
    void shouldAgreeWithTheCabinetOnEveryInterval() {
        PhasePlan plan = junction();
        SheetTiming sheet = new SheetTiming(plan, true);
        CabinetTiming cabinet = new CabinetTiming(plan, true);
        PathIntergreen paths = new PathIntergreen(plan);
        for (PhasePlan.Phase phase : plan.phases()) {
            SheetTiming.Change change = sheet.change(phase.number());
            assertThat(cabinet.yellowDs(phase)).isEqualTo(change.yellow());
            assertThat(cabinet.redClearDs(phase)).isEqualTo(change.red());
            assertThat(paths.fromEndOf("" + phase.number())).isEqualTo(change.total());
        }
        sheet.walks()
                .forEach(
                        (ped, walk) ->
                                assertThat(cabinet.pedestrianClearS(plan.phase(ped)) * 10)
                                        .isEqualTo(walk.clear()));
    }

    @Test
    void shouldKeepWhatIsThere() throws Exception {
        Path out = Files.createDirectories(folder.resolve("city"));
        Files.writeString(out.resolve("city.yaml"), "name: mine\n");
        String net = generated("--grid", "--grid.number", "2").toString();
        int code =
                new CommandLine(new SkeletonCommand())
                        .setExecutionExceptionHandler((failure, line, parsed) -> 1)
                        .execute("--net", net, "--out", out.toString());
        assertThat(code).isEqualTo(1);
        assertThat(Files.readString(out.resolve("city.yaml"))).isEqualTo("name: mine\n");
    }

    private PhasePlan junction() {
        CityFolder city = CityFolder.read(HOME.resolve("cities/junction"));
        Path net = org.sinho.rig.sumo.NetBuild.build(city.net(), folder.resolve("junction"));
        return plans(net).getFirst();
    }

    private static List<PhasePlan> plans(Path net) {
        return Intersection.of(org.sinho.rig.sumo.SumoNet.read(net)).stream()
                .map(PhasePlan::new)
                .toList();
    }

    private Path generated(String... options) throws IOException, InterruptedException {
        Path net = folder.resolve("town.net.xml");
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                "netgenerate",
                                "--xml-validation",
                                "never",
                                "--default-junction-type",
                                "traffic_light",
                                "--seed",
                                "7",
                                "--output-file",
                                net.toString()));
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("netgenerate.log").toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return net;
    }

    /** Every file that was written is read by whoever will use it, and traffic moves. */
    private void runs(Path net) throws IOException {
        Path out = folder.resolve("town");
        Files.createDirectories(out);
        Path copy = Files.copy(net, out.resolve("town.net.xml"));
        Skeleton skeleton =
                new Skeleton(copy, out, "town", new GeoFrame(36, 127), Set.of(), Set.of(), "test");
        String demand = new DemandDraft(skeleton.net()).write();
        skeleton.write(
                "  file: town.net.xml\n  additional: [town.loops.add.xml]\n", demand, "town");
        CityFolder city = CityFolder.read(out);
        assertThat(city.junctions()).hasSize(skeleton.junctionCount()).isNotEmpty();
        for (CityFolder.Junction junction : city.junctions()) {
            Path database = junction.controllers().getFirst();
            ControllerDatabase.read(database);
            MonitorCard.read(database.resolveSibling("monitor-" + junction.number() + ".yaml"));
        }
        try (var traffic = new SumoTraffic(city, 1, 120, folder.resolve("run"), true)) {
            while (traffic.timeMs() < 60_000) {
                traffic.step();
            }
            assertThat(traffic.vehicles()).isNotEmpty();
        }
    }
}
