package org.sinho.rig.controller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything a {@link VirtualController} is programmed with.
 *
 * @param unit unit parameters
 * @param phases enabled phases, ascending by number, 1 to 16 of them
 * @param sequence ring sequence: {@code sequence.get(ring - 1).get(group)} lists the phases of one
 *     ring between two barriers in order of service; every ring has the same number of groups
 * @param vehicleDetectors vehicle detectors, ascending by number
 * @param pedestrianDetectors push buttons, ascending by number
 * @param preempts preempts, ascending by number
 * @param overlaps overlaps, ascending by number; the signal groups of a stage-based controller
 * @param coordination patterns and day plan
 */
public record ControllerDatabase(
        UnitTiming unit,
        List<PhaseTiming> phases,
        List<List<List<Integer>>> sequence,
        List<VehicleDetectorTiming> vehicleDetectors,
        List<PedestrianDetectorTiming> pedestrianDetectors,
        List<PreemptTiming> preempts,
        List<OverlapTiming> overlaps,
        CoordinationTiming coordination) {
    /** Refuses a database whose parts contradict each other. */
    public ControllerDatabase {
        phases = List.copyOf(phases);
        sequence = sequence.stream().map(r -> r.stream().map(List::copyOf).toList()).toList();
        vehicleDetectors = List.copyOf(vehicleDetectors);
        pedestrianDetectors = List.copyOf(pedestrianDetectors);
        preempts = List.copyOf(preempts);
        overlaps = List.copyOf(overlaps);
        DatabaseRules.check(
                unit, phases, sequence, vehicleDetectors, pedestrianDetectors, preempts);
        SignalRules.check(phases, sequence, overlaps, coordination);
    }

    /**
     * Reads and checks a database file.
     *
     * @param file YAML, UTF-8
     * @return the database
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is wrong: file, what, where, value, allowed
     */
    public static ControllerDatabase read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /**
     * Parses and checks a database.
     *
     * @param name put in front of error messages, usually the file name
     * @param yaml the text
     * @return the database
     * @throws IllegalArgumentException if it is wrong: name, what, where, value, allowed
     */
    public static ControllerDatabase parse(String name, String yaml) {
        return DatabaseReader.read(name, yaml);
    }

    /**
     * Finds a phase.
     *
     * @param number phaseNumber
     * @return the phase, or null if it is not enabled
     */
    public PhaseTiming phase(int number) {
        for (PhaseTiming phase : phases) {
            if (phase.number() == number) {
                return phase;
            }
        }
        return null;
    }

    /**
     * Replaces one phase, checking the whole again.
     *
     * @param changed phase with the number of an enabled one
     * @return the new database
     */
    public ControllerDatabase with(PhaseTiming changed) {
        List<PhaseTiming> all = new ArrayList<>(phases);
        all.replaceAll(old -> old.number() == changed.number() ? changed : old);
        return new ControllerDatabase(
                unit,
                all,
                sequence,
                vehicleDetectors,
                pedestrianDetectors,
                preempts,
                overlaps,
                coordination);
    }

    /**
     * Replaces the unit parameters, checking the whole again.
     *
     * @param changed unit parameters
     * @return the new database
     */
    public ControllerDatabase with(UnitTiming changed) {
        return new ControllerDatabase(
                changed,
                phases,
                sequence,
                vehicleDetectors,
                pedestrianDetectors,
                preempts,
                overlaps,
                coordination);
    }

    /**
     * Replaces one preempt, checking the whole again.
     *
     * @param changed preempt with the number of an existing one
     * @return the new database
     */
    public ControllerDatabase with(PreemptTiming changed) {
        List<PreemptTiming> all = new ArrayList<>(preempts);
        all.replaceAll(old -> old.number() == changed.number() ? changed : old);
        return new ControllerDatabase(
                unit,
                phases,
                sequence,
                vehicleDetectors,
                pedestrianDetectors,
                all,
                overlaps,
                coordination);
    }

    /**
     * Replaces coordination, checking the whole again.
     *
     * @param changed patterns and day plan
     * @return the new database
     */
    public ControllerDatabase with(CoordinationTiming changed) {
        return new ControllerDatabase(
                unit,
                phases,
                sequence,
                vehicleDetectors,
                pedestrianDetectors,
                preempts,
                overlaps,
                changed);
    }
}
