package org.sinho.perf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.sinho.center.text.Phrases;

/** Compares the run with preemption with the same vehicles' run without it. */
final class DemoSummary {
    private static final int RESAMPLES = 2_000;

    private record Pair(double with, double without) {}

    private DemoSummary() {}

    static Map<String, Object> of(
            int seconds, int seed, DemoRun.Result with, DemoRun.Result without) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("seconds", seconds);
        summary.put("seed", seed);
        summary.put("emergency", emergency(with, without));
        summary.put("others", others(with, without));
        summary.put("buses", buses(with, without));
        JsonNode center = with.center();
        summary.put("requests", center.path("requests"));
        summary.put("priority", center.path("priority"));
        summary.put("eventsJournaled", center.path("eventsJournaled"));
        summary.put("stateHash", center.path("stateHash"));
        summary.put("monitorTripCount", sum(with, without, "monitorTripCount"));
        int violations = with.rig().path("violations").size();
        violations += without == null ? 0 : without.rig().path("violations").size();
        summary.put("violations", violations);
        summary.put("worstWaitSeconds", worstWaits(with, without));
        summary.put("guardRefusals", center.path("guardRefusals"));
        if (center.has("injected")) {
            summary.put("injected", center.path("injected"));
        }
        if (center.has("zone")) {
            summary.put("zone", center.path("zone"));
        }
        summary.put("counters", center.path("counters"));
        summary.put("incidents", null);
        summary.put("dispatches", null);
        summary.put("shuttleRides", null);
        return summary;
    }

    /** By run, junction and movement; null for a movement for which nobody came. */
    private static Map<String, Object> worstWaits(DemoRun.Result with, DemoRun.Result without) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("junctions", with.rig().path("worstWaitSeconds"));
        if (without != null) {
            fields.put("without", Map.of("junctions", without.rig().path("worstWaitSeconds")));
        }
        return fields;
    }

    private static int sum(DemoRun.Result with, DemoRun.Result without, String field) {
        return with.rig().path(field).asInt()
                + (without == null ? 0 : without.rig().path(field).asInt());
    }

    private static Map<String, Object> emergency(DemoRun.Result with, DemoRun.Result without) {
        JsonNode trips = with.rig().path("emergency");
        Map<String, Object> fields = emergencyFigures(trips);
        fields.put("tripCount", trips.size());
        if (without == null) {
            return fields;
        }
        JsonNode base = without.rig().path("emergency");
        fields.put("without", emergencyFigures(base));
        List<Pair> pairs = pairs(trips, base, trip -> trip.path("waitingSeconds").asDouble());
        fields.put("waitCutPercent", change(pairs, -1));
        return fields;
    }

    private static Map<String, Object> emergencyFigures(JsonNode trips) {
        Map<String, Object> fields = new LinkedHashMap<>();
        double[] waits = values(trips, "waitingSeconds");
        Map<String, Object> wait = new LinkedHashMap<>();
        wait.put("mean", mean(waits));
        wait.put("max", Arrays.stream(waits).boxed().max(Double::compare).orElse(null));
        fields.put("waitSeconds", wait);
        Map<String, Object> travel = new LinkedHashMap<>();
        travel.put("mean", mean(values(trips, "durationSeconds")));
        fields.put("travelSeconds", travel);
        return fields;
    }

    private static Map<String, Object> others(DemoRun.Result with, DemoRun.Result without) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("delaySeconds", mean(delays(with.rig().path("others"))));
        if (without != null) {
            JsonNode base = without.rig().path("others");
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("delaySeconds", mean(delays(base)));
            fields.put("without", figures);
            List<Pair> pairs = pairs(with.rig().path("others"), base, DemoSummary::delay);
            fields.put("changePercent", change(pairs, 1));
        }
        return fields;
    }

    /** They are among the others, too. */
    private static Map<String, Object> buses(DemoRun.Result with, DemoRun.Result without) {
        List<JsonNode> trips = busTrips(with);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tripCount", trips.size());
        fields.put("delaySeconds", mean(delays(trips)));
        if (without != null) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("delaySeconds", mean(delays(busTrips(without))));
            fields.put("without", figures);
        }
        return fields;
    }

    private static List<JsonNode> busTrips(DemoRun.Result run) {
        List<JsonNode> trips = new ArrayList<>();
        for (JsonNode trip : run.rig().path("others")) {
            if (trip.path("type").asText().equals("bus")) {
                trips.add(trip);
            }
        }
        return trips;
    }

    private static double delay(JsonNode trip) {
        return trip.path("timeLossSeconds").asDouble() + trip.path("departDelaySeconds").asDouble();
    }

    private static double[] delays(Iterable<JsonNode> trips) {
        List<Double> values = new ArrayList<>();
        trips.forEach(trip -> values.add(delay(trip)));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] values(JsonNode trips, String field) {
        List<Double> values = new ArrayList<>();
        trips.forEach(trip -> values.add(trip.path(field).asDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Double mean(double[] values) {
        return values.length == 0 ? null : round(Arrays.stream(values).average().orElseThrow());
    }

    private static List<Pair> pairs(
            JsonNode with, JsonNode without, ToDoubleFunction<JsonNode> figure) {
        Map<String, JsonNode> byId = new TreeMap<>();
        without.forEach(trip -> byId.put(trip.path("id").asText(), trip));
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode trip : with) {
            JsonNode partner = byId.get(trip.path("id").asText());
            if (partner != null) {
                pairs.add(new Pair(figure.applyAsDouble(trip), figure.applyAsDouble(partner)));
            }
        }
        return pairs;
    }

    /** Change of the sum, percent of the sum without, with a bootstrap interval over the pairs. */
    private static Map<String, Object> change(List<Pair> pairs, int sign) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Double mean = changePercent(pairs, sign);
        fields.put("mean", mean);
        if (mean == null) {
            fields.put("ci95", Arrays.asList(null, null));
            return fields;
        }
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            List<Pair> sample = new ArrayList<>(pairs.size());
            for (int k = 0; k < pairs.size(); k++) {
                sample.add(pairs.get(random.nextInt(pairs.size())));
            }
            Double resampled = changePercent(sample, sign);
            means[i] = resampled == null ? mean : resampled;
        }
        Arrays.sort(means);
        fields.put(
                "ci95",
                List.of(
                        round(means[RESAMPLES / 40]),
                        round(means[RESAMPLES - 1 - RESAMPLES / 40])));
        return fields;
    }

    private static Double changePercent(List<Pair> pairs, int sign) {
        double with = pairs.stream().mapToDouble(Pair::with).sum();
        double without = pairs.stream().mapToDouble(Pair::without).sum();
        return without == 0 ? null : round(sign * 100 * (with - without) / without);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** The summary for a person. */
    static String text(Map<String, Object> summary, Phrases phrases) {
        JsonNode tree;
        try {
            tree = Json.read(Json.line(summary));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a summary is always JSON", e);
        }
        JsonNode requests = tree.path("requests");
        return String.join(
                System.lineSeparator(),
                "",
                trips(tree.path("emergency"), phrases),
                others(tree.path("others"), phrases),
                phrases.say(
                        "summary.requests",
                        requests.path("received"),
                        requests.path("duplicates"),
                        requests.path("granted"),
                        refused(requests.path("refused"), phrases)),
                phrases.say(
                        "summary.safety", tree.path("violations"), tree.path("monitorTripCount")),
                zone(tree.path("zone"), phrases)
                        + phrases.say("summary.events", tree.path("eventsJournaled")));
    }

    /** A line of its own, or nothing in a city without a restricted zone. */
    private static String zone(JsonNode zone, Phrases phrases) {
        return zone.isMissingNode()
                ? ""
                : phrases.say(
                                "summary.zone",
                                zone.path("sightings"),
                                zone.path("allowed"),
                                zone.path("unauthorized"),
                                zone.path("left"))
                        + System.lineSeparator();
    }

    private static String trips(JsonNode emergency, Phrases phrases) {
        JsonNode without = emergency.path("without");
        return phrases.say(
                without.isMissingNode() ? "summary.trips" : "summary.trips.compared",
                emergency.path("tripCount"),
                emergency.path("waitSeconds").path("mean"),
                without.path("waitSeconds").path("mean"),
                emergency.path("waitCutPercent").path("mean"));
    }

    private static String others(JsonNode others, Phrases phrases) {
        JsonNode without = others.path("without");
        double changePercent = others.path("changePercent").path("mean").asDouble();
        return phrases.say(
                without.isMissingNode() ? "summary.others" : "summary.others.compared",
                others.path("delaySeconds"),
                without.path("delaySeconds"),
                String.format(Locale.ROOT, "%+.2f", changePercent));
    }

    private static String refused(JsonNode byCause, Phrases phrases) {
        List<String> causes = new ArrayList<>();
        byCause.properties()
                .forEach(
                        cause ->
                                causes.add(
                                        phrases.say("cause." + cause.getKey())
                                                + " "
                                                + cause.getValue()));
        return causes.isEmpty() ? phrases.say("summary.refused.none") : String.join("; ", causes);
    }
}
