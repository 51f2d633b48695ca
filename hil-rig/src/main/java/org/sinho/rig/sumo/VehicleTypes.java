package org.sinho.rig.sumo;

import java.util.List;
import java.util.Map;

/** The vehicle types that a demand is made of, and the classes by which roads admit them. */
final class VehicleTypes {
    static final List<String> EMERGENCY = List.of("ambulance", "fire", "police");

    /**
     * {@code delivery} is a service vehicle with a tag that lets it through the bollards, {@code
     * shuttle} a self-driving one, {@code bicycle} and {@code moped} personal mobility on the slow
     * and on the fast lane.
     */
    static final List<String> ORDINARY =
            List.of("car", "truck", "bus", "delivery", "shuttle", "bicycle", "moped");

    private static final Map<String, String> CLASSES =
            Map.of(
                    "car", "passenger",
                    "truck", "truck",
                    "bus", "bus",
                    "delivery", "delivery",
                    "shuttle", "custom1",
                    "bicycle", "bicycle",
                    "moped", "moped");

    static final String XML =
            """
                <vType id="car" vClass="passenger" length="4.7" minGap="2.5" sigma="0.5"/>
                <vType id="truck" vClass="truck" length="8.0" minGap="2.5" sigma="0.5" accel="1.5"/>
                <vType id="bus" vClass="bus" length="11.0" minGap="2.5" sigma="0.5"/>
                <vType id="delivery" vClass="delivery" length="5.9" minGap="2.5" sigma="0.5"/>
                <vType id="violator" vClass="delivery" guiShape="passenger" length="4.7"
                    minGap="2.5" sigma="0.5"/>
                <vType id="shuttle" vClass="custom1" guiShape="bus/flexible" length="5.0"
                    minGap="2.5" sigma="0" maxSpeed="11.11"/>
                <vType id="bicycle" vClass="bicycle" sigma="0.5" maxSpeed="5.56"/>
                <vType id="moped" vClass="moped" sigma="0.5" maxSpeed="11.11"/>
                <vType id="ambulance" vClass="emergency" guiShape="emergency" length="6.0"
                    color="255,0,0"/>
                <vType id="fire" vClass="emergency" guiShape="firebrigade" length="8.5"
                    accel="1.8" color="255,80,0"/>
                <vType id="police" vClass="emergency" guiShape="police" length="4.7"
                    color="0,80,255"/>
                <vType id="pedestrian" vClass="pedestrian"/>
            """;

    private VehicleTypes() {}

    /** {@return SUMO's class of a type; that of cars for the mix of cars and trucks} */
    static String classOf(String type) {
        return EMERGENCY.contains(type) ? "emergency" : CLASSES.getOrDefault(type, "passenger");
    }
}
