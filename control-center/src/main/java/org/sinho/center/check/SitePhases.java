package org.sinho.center.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sinho.center.sheet.PhaseNames;
import org.sinho.core.site.Conflict;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** Questions about a sheet that more than one rule asks. Always answers on the safe side. */
final class SitePhases {
    private final SiteSheet sheet;

    SitePhases(SiteSheet sheet) {
        this.sheet = sheet;
    }

    static int indexOf(VehiclePhase phase) {
        return phase.number() - 1;
    }

    static int indexOf(PedestrianPhase walk) {
        return SiteSheet.PEDESTRIAN_INDEX + walk.number() - 1;
    }

    /** {@return matrix indices of all phases, in order} */
    List<Integer> indices() {
        List<Integer> indices = new ArrayList<>();
        sheet.phases().forEach(phase -> indices.add(indexOf(phase)));
        sheet.pedestrians().forEach(walk -> indices.add(indexOf(walk)));
        return indices;
    }

    /** {@return whether either half of the matrix forbids the pair} */
    boolean isForbidden(int first, int second) {
        if (first == second) {
            return false;
        }
        return sheet.conflicts()[first][second] == Conflict.FORBIDDEN
                || sheet.conflicts()[second][first] == Conflict.FORBIDDEN;
    }

    /** {@return whether rings and barriers let two vehicle phases run together} */
    boolean mayRunTogether(int firstNumber, int secondNumber) {
        List<Integer> pair = List.of(firstNumber, secondNumber);
        return !inOneRing(firstNumber, secondNumber)
                && pair.stream().allMatch(this::isInRing)
                && sheet.barrierGroups().stream().anyMatch(group -> group.containsAll(pair));
    }

    boolean inOneRing(int firstNumber, int secondNumber) {
        List<Integer> pair = List.of(firstNumber, secondNumber);
        return sheet.rings().stream().anyMatch(ring -> ring.containsAll(pair));
    }

    private boolean isInRing(int number) {
        return sheet.rings().stream().anyMatch(ring -> ring.contains(number));
    }

    /** {@return the longest intergreen to any forbidden phase, 0 when there is none} */
    int longestIntergreenDs(int index) {
        return indices().stream()
                .filter(other -> isForbidden(index, other))
                .mapToInt(other -> sheet.intergreenDs()[index][other])
                .max()
                .orElse(0);
    }

    /** {@return yellow and red clearance together} */
    static int changeDs(VehiclePhase phase) {
        return phase.yellowChangeDs() + phase.redClearanceDs();
    }

    /** {@return WALK, clearance and buffer together} */
    static int totalDs(PedestrianPhase walk) {
        return walk.walkDs() + walk.clearanceDs() + walk.bufferDs();
    }

    /** {@return the shortest time that a phase takes when its walk is served, with its change} */
    int shortestServiceDs(VehiclePhase phase) {
        int walkDs =
                sheet.pedestrians().stream()
                        .filter(walk -> walk.parallelPhase() == phase.number())
                        .mapToInt(SitePhases::totalDs)
                        .max()
                        .orElse(0);
        return Math.max(phase.minimumGreenDs(), walkDs) + changeDs(phase);
    }

    /** {@return the phases of a bit set, ascending; bit {@code n - 1} is phase {@code n}} */
    static List<Integer> numbersOf(int bits) {
        return IntStream.rangeClosed(1, SiteSheet.PEDESTRIAN_INDEX)
                .filter(number -> (bits & 1 << (number - 1)) != 0)
                .boxed()
                .toList();
    }

    static String pair(int first, int second) {
        return PhaseNames.nameOf(first) + " and " + PhaseNames.nameOf(second);
    }
}
