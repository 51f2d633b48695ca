package org.sinho.rig.controller;

import java.util.List;

/**
 * Unit parameters of a controller.
 *
 * @param backupTimeS seconds without a SET of a system control object until backup mode, 5 to 60
 * @param redRevertDs shortest red before the same phase is green again, tenths, 20 to 255
 * @param startUpFlashS all-red flash after power-up, seconds, 0 to 255
 * @param startUpAllRedDs steady all red before the first green, tenths, 30 to 255
 * @param minimumFlashS shortest automatic or monitor flash, seconds, 1 to 255
 * @param volumeOccupancyPeriodS detector report period, seconds, 1 to 255
 * @param startUpPhases phases served first after all red, in different rings of one barrier group
 */
public record UnitTiming(
        int backupTimeS,
        int redRevertDs,
        int startUpFlashS,
        int startUpAllRedDs,
        int minimumFlashS,
        int volumeOccupancyPeriodS,
        List<Integer> startUpPhases) {
    /** Refuses values outside the ranges above. */
    public UnitTiming {
        Check.range("backupTimeS", backupTimeS, 5, 60, " of unit");
        Check.range("redRevertDs", redRevertDs, 20, 255, " of unit");
        Check.range("startUpFlashS", startUpFlashS, 0, 255, " of unit");
        Check.range("startUpAllRedDs", startUpAllRedDs, 30, 255, " of unit");
        Check.range("minimumFlashS", minimumFlashS, 1, 255, " of unit");
        Check.range("volumeOccupancyPeriodS", volumeOccupancyPeriodS, 1, 255, " of unit");
        startUpPhases = List.copyOf(startUpPhases);
    }
}
