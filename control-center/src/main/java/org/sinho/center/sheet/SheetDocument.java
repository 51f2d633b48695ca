package org.sinho.center.sheet;

import java.util.List;
import java.util.Map;
import org.sinho.core.site.SiteSheet;

/**
 * A site sheet with all that its file says beyond what the control core needs.
 *
 * @param file file it was read from, as the user named it
 * @param sheet the site; matrix pairs written {@code ?} (not decided) are null
 * @param yields yield pairs and who signed them
 * @param crossedLanes lane numbers that each crossing runs across, by pedestrian phase number
 * @param patterns the patterns in full, in order of number
 * @param localPattern pattern that the controller runs when the center is silent
 * @param flashYellowPhases phases that flash yellow when the junction flashes; all others flash red
 * @param marks where each entry was written
 */
public record SheetDocument(
        String file,
        SiteSheet sheet,
        List<SignedYield> yields,
        Map<Integer, List<Integer>> crossedLanes,
        List<CoordinationPattern> patterns,
        int localPattern,
        List<Integer> flashYellowPhases,
        SheetMarks marks) {
    /** Copies the lists. */
    public SheetDocument {
        yields = List.copyOf(yields);
        crossedLanes = Map.copyOf(crossedLanes);
        patterns = List.copyOf(patterns);
        flashYellowPhases = List.copyOf(flashYellowPhases);
    }
}
