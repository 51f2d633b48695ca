package org.sinho.rig.sumo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What every vehicle trip of a run cost, from SUMO's trip output and the demand it was given.
 *
 * @param endSeconds when the run ended, seconds
 * @param trips every vehicle that was to leave before the end, by departure; people are not in it
 */
public record TripSummary(double endSeconds, List<Trip> trips) {

    /**
     * One vehicle's trip.
     *
     * @param id SUMO id, the same in every run of a seed
     * @param type vehicle type
     * @param departSeconds when it was to leave, seconds
     * @param entered whether it got into the net
     * @param finished whether it arrived before the end
     * @param waitingSeconds time standing, without stops at bus stops; 0 if it never entered
     * @param timeLossSeconds time lost against driving alone as it likes; 0 if it never entered
     * @param durationSeconds time in the net, up to the end if unfinished; 0 if it never entered
     * @param departDelaySeconds time it waited to enter, up to the end if it never did
     */
    public record Trip(
            String id,
            String type,
            double departSeconds,
            boolean entered,
            boolean finished,
            double waitingSeconds,
            double timeLossSeconds,
            double durationSeconds,
            double departDelaySeconds) {

        /**
         * Time lost in the net and before it.
         *
         * @return seconds, 0 or more
         */
        public double delaySeconds() {
            return timeLossSeconds + departDelaySeconds;
        }

        /**
         * Whether it was an ambulance, fire engine or police car.
         *
         * @return true for emergency trips
         */
        public boolean emergency() {
            return VehicleTypes.EMERGENCY.contains(type);
        }
    }

    /**
     * Reads a finished run.
     *
     * @param tripinfo SUMO's trip output, unfinished trips included
     * @param routes the route file of the run: it knows the vehicles that never entered
     * @param endSeconds when the run ended, seconds
     * @return the summary
     * @throws SumoException if a file cannot be read
     */
    public static TripSummary read(Path tripinfo, Path routes, double endSeconds) {
        Map<String, Trip> entered = new HashMap<>();
        forEach(
                tripinfo,
                "tripinfo",
                xml -> {
                    Trip trip = entered(xml);
                    entered.put(trip.id(), trip);
                });
        List<Trip> trips = new ArrayList<>();
        forEach(
                routes,
                "vehicle",
                xml -> {
                    double depart = SumoNet.Xml.number(xml, "depart");
                    Trip trip = entered.get(SumoNet.Xml.text(xml, "id"));
                    if (trip != null) {
                        trips.add(trip);
                    } else if (depart < endSeconds) {
                        trips.add(neverEntered(xml, depart, endSeconds));
                    }
                });
        return new TripSummary(endSeconds, List.copyOf(trips));
    }

    /**
     * Emergency trips.
     *
     * @return trips by departure
     */
    public List<Trip> emergency() {
        return trips.stream().filter(Trip::emergency).toList();
    }

    /**
     * All trips but the emergency ones.
     *
     * @return trips by departure
     */
    public List<Trip> others() {
        return trips.stream().filter(trip -> !trip.emergency()).toList();
    }

    /**
     * Mean of a figure over trips.
     *
     * @param trips trips
     * @param figure e.g. {@code Trip::delaySeconds}
     * @return the mean, or NaN without trips
     */
    public static double mean(List<Trip> trips, ToDoubleFunction<Trip> figure) {
        return trips.stream().mapToDouble(figure).average().orElse(Double.NaN);
    }

    private static Trip entered(XMLStreamReader xml) {
        double departDelay = SumoNet.Xml.number(xml, "departDelay");
        double departed = SumoNet.Xml.number(xml, "depart");
        return new Trip(
                SumoNet.Xml.text(xml, "id"),
                SumoNet.Xml.text(xml, "vType"),
                departed - departDelay,
                true,
                SumoNet.Xml.number(xml, "arrival") >= 0,
                SumoNet.Xml.number(xml, "waitingTime"),
                SumoNet.Xml.number(xml, "timeLoss"),
                SumoNet.Xml.number(xml, "duration"),
                departDelay);
    }

    private static Trip neverEntered(XMLStreamReader xml, double depart, double endSeconds) {
        return new Trip(
                SumoNet.Xml.text(xml, "id"),
                SumoNet.Xml.text(xml, "type"),
                depart,
                false,
                false,
                0.0,
                0.0,
                0.0,
                endSeconds - depart);
    }

    private static void forEach(
            Path file, String element, java.util.function.Consumer<XMLStreamReader> action) {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = SumoNet.Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(element)) {
                    action.accept(xml);
                }
            }
        } catch (IOException | XMLStreamException e) {
            throw new SumoException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
