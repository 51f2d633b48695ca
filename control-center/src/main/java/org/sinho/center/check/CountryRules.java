package org.sinho.center.check;

import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.Profile;
import org.sinho.core.site.VehiclePhase;

/** What each country's profile demands; tenths of a second. A sheet may only be stricter. */
final class CountryRules {
    /** Shortest yellow anywhere, 3 ds above the trip of the conflict monitor. */
    static final int YELLOW_FLOOR_DS = 30;

    /** Shortest buffer between a walk and a conflicting green, in every profile. */
    static final int BUFFER_FLOOR_DS = 30;

    /** Longest yellow in Korea; the rest of its formula is all red. */
    static final int KR_YELLOW_CEILING_DS = 50;

    private static final int KR_RED_CEILING_DS = 20;
    private static final int KR_ENTRY_DS = 70;
    private static final int US_YELLOW_CEILING_DS = 60;
    private static final int US_RED_CEILING_DS = 60;

    private final Profile profile;

    CountryRules(Profile profile) {
        this.profile = profile;
    }

    /** {@return the shortest yellow by formula, never above the ceiling} */
    int yellowFloorDs(VehiclePhase phase) {
        int formula =
                switch (profile) {
                    case KR -> krChangeDs(phase);
                    case US ->
                            SafetyFormulas.usYellowDs(
                                    phase.approachSpeedKmh(), phase.gradePercent());
                    case DE -> deYellowDs(phase.approachSpeedKmh());
                    case BENCH -> YELLOW_FLOOR_DS;
                };
        return Math.clamp(formula, YELLOW_FLOOR_DS, yellowCeilingDs());
    }

    /** 3 s up to 50 km/h, 4 s up to 60, 5 s above. */
    private static int deYellowDs(int speedKmh) {
        return speedKmh <= 50 ? 30 : speedKmh <= 60 ? 40 : 50;
    }

    int yellowCeilingDs() {
        return switch (profile) {
            case KR, DE -> KR_YELLOW_CEILING_DS;
            case US, BENCH -> US_YELLOW_CEILING_DS;
        };
    }

    /** {@return the shortest red clearance by formula; in DE the intergreens alone decide} */
    int redFloorDs(VehiclePhase phase) {
        return switch (profile) {
            case KR -> Math.max(0, krChangeDs(phase) - KR_YELLOW_CEILING_DS);
            case US ->
                    SafetyFormulas.usRedClearanceDs(
                            phase.approachSpeedKmh(), phase.clearingDistanceCm());
            case DE, BENCH -> 0;
        };
    }

    /** {@return the longest red clearance; a wide junction in KR may need its whole formula} */
    int redCeilingDs(VehiclePhase phase) {
        return switch (profile) {
            case KR -> Math.max(KR_RED_CEILING_DS, redFloorDs(phase));
            case US, BENCH -> Math.max(US_RED_CEILING_DS, redFloorDs(phase));
            case DE -> 255;
        };
    }

    private static int krChangeDs(VehiclePhase phase) {
        return SafetyFormulas.krChangeDs(phase.approachSpeedKmh(), phase.clearingDistanceCm());
    }

    /** {@return time to cross at the design speed, F5} */
    int crossingDs(PedestrianPhase walk) {
        return switch (profile) {
            case KR, BENCH ->
                    SafetyFormulas.krCrossingDs(walk.crossingLengthCm(), walk.protectionZone());
            case US -> SafetyFormulas.usCrossingDs(walk.crossingLengthCm());
            case DE -> SafetyFormulas.deCrossingDs(walk.crossingLengthCm());
        };
    }

    /** {@return the shortest WALK; in DE half of the crossing is walked in green} */
    int walkFloorDs(PedestrianPhase walk) {
        return switch (profile) {
            case KR, BENCH -> 40;
            case US -> 70;
            case DE -> Math.max(40, Math.ceilDiv(crossingDs(walk), 2));
        };
    }

    /** {@return the shortest WALK and clearance together, 0 where the profile has no such rule} */
    int walkAndClearanceFloorDs(PedestrianPhase walk) {
        return profile == Profile.KR ? KR_ENTRY_DS + crossingDs(walk) : 0;
    }

    /** {@return the shortest WALK, clearance and buffer together, 0 where there is no such rule} */
    int totalFloorDs(PedestrianPhase walk) {
        return profile == Profile.US ? SafetyFormulas.usSlowWalkerDs(walk.crossingLengthCm()) : 0;
    }
}
