package org.sinho.rig.sumo;

import java.util.ArrayList;
import java.util.List;

/** Reads the section {@code demand} of a city. */
final class DemandSection {
    private DemandSection() {}

    static CityDemand read(YamlNode node, List<CityFolder.Place> places) {
        List<CityDemand.Flow> flows =
                node.items("flows").stream().map(DemandSection::flow).toList();
        return new CityDemand(
                profile(node.at("profile")),
                node.items("routes").stream().map(item -> route(item, false)).toList(),
                flows,
                node.items("buses").stream().map(DemandSection::bus).toList(),
                node.items("pedestrians").stream().map(DemandSection::walk).toList(),
                emergency(node.at("emergency")),
                zone(node, flows, places));
    }

    private static CityDemand.Profile profile(YamlNode node) {
        List<Double> peaks = new ArrayList<>();
        node.items("peaks").forEach(share -> peaks.add(share.number(0, 1)));
        if (peaks.isEmpty()) {
            peaks.add(0.5);
        }
        return new CityDemand.Profile(
                node.number("edge", 0, 10),
                node.number("peak", 0, 10),
                List.copyOf(peaks),
                node.has("width") ? node.number("width", 0.01, 1) : 0.5);
    }

    private static CityDemand.Route route(YamlNode item, boolean steady) {
        return new CityDemand.Route(
                item.text("id"),
                item.texts("edges"),
                item.number("vehiclesPerHour", 0, 10_000),
                type(item),
                steady || item.flag("steady"));
    }

    private static CityDemand.Flow flow(YamlNode item) {
        return new CityDemand.Flow(
                item.text("id"),
                item.text("from"),
                item.texts("via"),
                item.text("to"),
                item.number("vehiclesPerHour", 0, 10_000),
                type(item));
    }

    private static String type(YamlNode item) {
        if (!item.has("type")) {
            return "";
        }
        String type = item.text("type");
        if (!VehicleTypes.ORDINARY.contains(type)) {
            throw item.at("type").wrong("one of " + VehicleTypes.ORDINARY);
        }
        return type;
    }

    private static CityDemand.BusLine bus(YamlNode item) {
        return new CityDemand.BusLine(
                route(item, true),
                item.has("stops") ? item.texts("stops") : List.of(item.text("stop")),
                item.number("dwellSeconds", 0, 600));
    }

    private static CityDemand.Walk walk(YamlNode item) {
        return new CityDemand.Walk(
                item.text("from"),
                item.number("fromPosM", 0, 10_000),
                item.text("to"),
                item.number("toPosM", 0, 10_000),
                item.number("personsPerHour", 0, 10_000));
    }

    private static CityDemand.EmergencyTrips emergency(YamlNode node) {
        List<String> types = node.texts("types");
        if (types.isEmpty() || !VehicleTypes.EMERGENCY.containsAll(types)) {
            throw node.at("types").wrong("some of " + VehicleTypes.EMERGENCY);
        }
        List<CityDemand.Base> bases = new ArrayList<>();
        for (YamlNode item : node.items("bases")) {
            if (!types.contains(item.text("type"))) {
                throw item.at("type").wrong("one of " + types);
            }
            bases.add(new CityDemand.Base(item.text("type"), item.text("edge")));
        }
        for (String type : bases.isEmpty() ? List.<String>of() : types) {
            if (bases.stream().noneMatch(base -> base.type().equals(type))) {
                throw node.at("bases").wrong("a base of type " + type);
            }
        }
        boolean drivesOn = !bases.isEmpty() && types.contains("ambulance");
        return new CityDemand.EmergencyTrips(
                node.number("intervalSeconds", 1, 86_400),
                node.number("firstSeconds", 0, 86_400),
                node.number("tailSeconds", 0, 86_400),
                types,
                List.copyOf(bases),
                drivesOn ? node.texts("hospitals") : List.of(),
                drivesOn ? node.number("onSceneSeconds", 0, 3_600) : 0.0);
    }

    private static CityDemand.Zone zone(
            YamlNode node, List<CityDemand.Flow> flows, List<CityFolder.Place> places) {
        List<String> gates =
                places.stream()
                        .filter(place -> place.kind().equals("gate"))
                        .flatMap(place -> place.edges().stream())
                        .toList();
        if (!node.has("zone")) {
            return new CityDemand.Zone(0.0, gates, List.of());
        }
        YamlNode zone = node.at("zone");
        if (gates.isEmpty()) {
            throw zone.wrong("no such key without a place of kind gate");
        }
        List<CityDemand.Tag> tags = new ArrayList<>();
        for (YamlNode item : zone.items("tags")) {
            String type =
                    flows.stream()
                            .filter(flow -> flow.id().equals(item.text("flow")))
                            .map(CityDemand.Flow::type)
                            .filter(known -> !known.isEmpty())
                            .findFirst()
                            .orElseThrow(() -> item.at("flow").wrong("id of a flow with a type"));
            int number = item.integer("number", 1, Integer.MAX_VALUE);
            tags.add(new CityDemand.Tag(item.text("flow"), number, type));
        }
        double violators =
                zone.has("violatorsPerHour") ? zone.number("violatorsPerHour", 0, 3_600) : 0.0;
        return new CityDemand.Zone(violators, gates, List.copyOf(tags));
    }
}
