package org.sinho.center.sheet;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sinho.core.site.SiteSheet;

/** Names of rows and columns in the matrices: {@code 4} is a vehicle phase, {@code P4} walks. */
public final class PhaseNames {
    private static final Pattern NAME = Pattern.compile("(P?)(1[0-6]|[1-9])");

    private PhaseNames() {}

    /**
     * Names a matrix index.
     *
     * @param index 0 to 31, as in {@link SiteSheet}
     * @return {@code 1} to {@code 16} or {@code P1} to {@code P16}
     */
    public static String nameOf(int index) {
        return index < SiteSheet.PEDESTRIAN_INDEX
                ? Integer.toString(index + 1)
                : "P" + (index - SiteSheet.PEDESTRIAN_INDEX + 1);
    }

    /** {@return the matrix index of a name, or empty when it is not one} */
    static OptionalInt indexOf(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        int first = matcher.group(1).isEmpty() ? 0 : SiteSheet.PEDESTRIAN_INDEX;
        return OptionalInt.of(first + Integer.parseInt(matcher.group(2)) - 1);
    }
}
