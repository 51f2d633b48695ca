package org.sinho.rig;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sinho.rig.controller.ControllerDatabase;
import org.sinho.rig.controller.LampState;
import org.sinho.rig.controller.VirtualController;
import org.sinho.rig.monitor.ConflictMonitor;
import org.sinho.rig.monitor.MonitorCard;
import org.sinho.rig.monitor.StarvationWatch;
import org.sinho.rig.snmp.AgentConfig;
import org.sinho.rig.snmp.AgentNetwork;
import org.sinho.rig.snmp.ControllerAgent;
import org.sinho.rig.snmp.PushPlan;
import org.sinho.rig.sumo.CityFolder;
import org.sinho.rig.sumo.LampBits;
import org.sinho.rig.sumo.StopLines;
import org.sinho.rig.sumo.SumoTraffic;

/** A virtual controller behind its agent, watched by its conflict monitor. */
final class VirtualSite implements FieldSite {
    private final CityFolder.Junction junction;
    private final VirtualController controller;
    private final ControllerAgent agent;
    private final ConflictMonitor monitor;
    private final StarvationWatch waits;
    private final StopLines stopLines;
    private LampBits lamps = LampBits.ALL_RED;

    VirtualSite(
            CityFolder.Junction junction,
            RigConfig.Controller config,
            StopLines stopLines,
            PushPlan push,
            AgentNetwork network,
            PrintWriter lampRows,
            PrintWriter eventRows)
            throws IOException {
        this.junction = junction;
        this.stopLines = stopLines;
        Path database = junction.controllers().getFirst();
        controller = new VirtualController(ControllerDatabase.read(database));
        int number = junction.number();
        controller.eventListener(
                (timeMs, code, parameter) ->
                        eventRows.println(timeMs + "," + number + "," + code + "," + parameter));
        agent =
                new ControllerAgent(
                        controller,
                        new AgentConfig(
                                config.listen().orElseThrow(),
                                config.readCommunity(),
                                config.writeCommunity(),
                                config.statusTo(),
                                true,
                                false,
                                push,
                                config.v3().orElse(null)),
                        network);
        MonitorCard card = MonitorCard.read(SiteMonitors.card(junction));
        monitor = new ConflictMonitor(card, 0);
        monitor.lampListener(SiteMonitors.lampRows(number, lampRows));
        waits = new StarvationWatch(card);
    }

    @Override
    public int junction() {
        return junction.number();
    }

    @Override
    public void advance(SumoTraffic traffic, long utcMs) throws IOException {
        for (CityFolder.Detector detector : junction.detectors()) {
            controller.vehicleDetector(
                    detector.number(), traffic.occupied(junction.number(), detector.number()));
        }
        for (CityFolder.Button button : junction.buttons()) {
            controller.pedestrianButton(
                    button.number(), traffic.buttonPressed(junction.number(), button.number()));
        }
        agent.advance(utcMs);
        LampState shown = controller.lamps();
        monitor.sample(
                utcMs,
                shown.reds(),
                shown.yellows(),
                shown.greens(),
                shown.walks(),
                shown.pedestrianClears(),
                shown.dontWalks(),
                shown.flash(),
                shown.overlapReds(),
                shown.overlapYellows(),
                shown.overlapGreens(),
                shown.overlapFlash());
        waits.sample(
                utcMs,
                stopLines.present(traffic, junction),
                stopLines.pressed(traffic, junction),
                StarvationWatch.movements(shown.greens(), shown.overlapGreens()),
                shown.walks(),
                (shown.flash() | shown.overlapFlash()) == 0,
                controller.preempted());
        if (monitor.flashCommanded()) {
            controller.monitorFlash();
        }
        lamps =
                new LampBits(
                        shown.greens(),
                        shown.yellows(),
                        shown.walks(),
                        shown.pedestrianClears(),
                        (shown.flash() | shown.overlapFlash()) != 0,
                        shown.overlapGreens(),
                        shown.overlapYellows());
    }

    @Override
    public LampBits lamps() {
        return lamps;
    }

    @Override
    public long pushCount() {
        return agent.pushCount();
    }

    @Override
    public List<String> violations() {
        return Stream.concat(monitor.violations().stream(), waits.violations().stream())
                .map(Object::toString)
                .toList();
    }

    @Override
    public int tripCount() {
        return monitor.trips().size();
    }

    @Override
    public boolean measured() {
        return true;
    }

    @Override
    public List<String> faults() {
        return List.of();
    }

    @Override
    public boolean silent() {
        return false;
    }

    @Override
    public Map<String, Double> worstWaitSeconds() {
        return waits.worstWaitSeconds();
    }

    @Override
    public void close() throws IOException {
        agent.close();
    }
}
