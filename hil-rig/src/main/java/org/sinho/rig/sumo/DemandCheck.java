package org.sinho.rig.sumo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Compares a city's demand with its net: SUMO drops an unknown bus stop and drives on. */
final class DemandCheck {
    private DemandCheck() {}

    static void require(CityFolder city, SumoNet net) {
        Set<String> edges =
                net.lanes().values().stream()
                        .map(SumoNet.Lane::edge)
                        .filter(edge -> !edge.startsWith(":"))
                        .collect(Collectors.toCollection(TreeSet::new));
        CityDemand demand = city.demand();
        for (CityDemand.Route route : demand.routes()) {
            requireAll("route " + route.id(), "edge", route.edges(), edges);
        }
        for (CityDemand.Flow flow : demand.flows()) {
            requireAll("flow " + flow.id(), "edge", Set.of(flow.from()), edges);
            requireAll("flow " + flow.id(), "edge", Set.of(flow.to()), edges);
            flow.via().forEach(via -> requireAll("flow " + flow.id(), "edge", Set.of(via), edges));
        }
        for (CityDemand.Base base : demand.emergency().bases()) {
            requireAll("base of " + base.type(), "edge", Set.of(base.edge()), edges);
        }
        for (String hospital : demand.emergency().hospitals()) {
            requireAll("hospitals", "edge", Set.of(hospital), edges);
        }
        for (CityFolder.Place place : city.places()) {
            requireAll("place " + place.id(), "edge", place.edges(), edges);
        }
        for (CityDemand.Walk walk : demand.walks()) {
            requireAll("pedestrians", "edge", Set.of(walk.from()), edges);
            requireAll("pedestrians", "edge", Set.of(walk.to()), edges);
        }
        Set<String> stops = new TreeSet<>();
        city.additional().forEach(file -> addStops(file, stops));
        for (CityDemand.BusLine line : demand.buses()) {
            requireAll("bus line " + line.route().id(), "edge", line.route().edges(), edges);
            requireAll("bus line " + line.route().id(), "stop", line.stops(), stops);
        }
    }

    private static void requireAll(
            String who, String what, Collection<String> named, Set<String> known) {
        if (named.isEmpty()) {
            throw new SumoException(who + " has no " + what + "; allowed: some of " + known);
        }
        for (String name : named) {
            if (!known.contains(name)) {
                throw new SumoException(
                        who + " names " + what + " " + name + "; allowed: " + known);
            }
        }
    }

    private static void addStops(Path file, Set<String> stops) {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = SumoNet.Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("busStop")) {
                    stops.add(SumoNet.Xml.text(xml, "id"));
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new SumoException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
