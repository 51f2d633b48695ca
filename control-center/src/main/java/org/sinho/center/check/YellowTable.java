package org.sinho.center.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/**
 * Both formulas of the change interval side by side for every phase, whatever the sheet's profile:
 * F1 and F2 as in the United States, F3 as in Korea. Tenths of a second.
 */
final class YellowTable {
    /** One phase; {@code krYellow} and {@code krRest} are what F3 becomes as yellow and all red. */
    record Row(
            int phase,
            String name,
            int speedKmh,
            int distanceCm,
            int usYellow,
            int usRed,
            int krChange,
            int krYellow,
            int krRest,
            int yellow,
            int red) {}

    private YellowTable() {}

    static List<Row> of(SiteSheet sheet) {
        return sheet.phases().stream().map(YellowTable::row).toList();
    }

    private static Row row(VehiclePhase phase) {
        int speed = phase.approachSpeedKmh();
        int distance = phase.clearingDistanceCm();
        int change = SafetyFormulas.krChangeDs(speed, distance);
        return new Row(
                phase.number(),
                phase.name(),
                speed,
                distance,
                Math.max(
                        CountryRules.YELLOW_FLOOR_DS,
                        SafetyFormulas.usYellowDs(speed, phase.gradePercent())),
                SafetyFormulas.usRedClearanceDs(speed, distance),
                change,
                Math.clamp(change, CountryRules.YELLOW_FLOOR_DS, CountryRules.KR_YELLOW_CEILING_DS),
                Math.max(0, change - CountryRules.KR_YELLOW_CEILING_DS),
                phase.yellowChangeDs(),
                phase.redClearanceDs());
    }

    /** {@return a heading and one line per phase} */
    static List<String> lines(SiteSheet sheet) {
        List<String> lines = new ArrayList<>();
        lines.add(
                sheet.name()
                        + ", profile "
                        + sheet.profile()
                        + "                           ITE F1+F2   Korea F3            sheet");
        lines.add(
                "phase                       km/h      m   yellow  red   change yellow red   yellow"
                        + "  red");
        for (Row row : of(sheet)) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%5d %-21s %4d %6.1f   %6.1f %4.1f   %6.1f %6.1f %3.1f   %6.1f %4.1f",
                            row.phase(),
                            row.name(),
                            row.speedKmh(),
                            row.distanceCm() / 100.0,
                            row.usYellow() / 10.0,
                            row.usRed() / 10.0,
                            row.krChange() / 10.0,
                            row.krYellow() / 10.0,
                            row.krRest() / 10.0,
                            row.yellow() / 10.0,
                            row.red() / 10.0));
        }
        return lines;
    }
}
