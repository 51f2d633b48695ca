package org.sinho.rig.controller;

/** Reads off the intervals what the lamps have to show. */
final class Lamps {
    private Lamps() {}

    static LampState of(RingEngine engine, ControllerDatabase db, boolean flashing) {
        int reds = 0;
        int yellows = 0;
        int greens = 0;
        int walks = 0;
        int clears = 0;
        int dontWalks = 0;
        for (PhaseTiming timing : db.phases()) {
            int bit = timing.bit();
            switch (engine.phase(timing.number()).interval()) {
                case RED, RED_CLEARANCE -> reds |= bit;
                case YELLOW_CHANGE -> yellows |= bit;
                case MINIMUM_GREEN, EXTENSION_GREEN -> greens |= bit;
            }
            if (timing.hasPedestrians()) {
                switch (engine.pedestrian(timing.number()).interval()) {
                    case DONT_WALK, BUFFER -> dontWalks |= bit;
                    case WALK -> walks |= bit;
                    case PEDESTRIAN_CLEARANCE -> clears |= bit;
                }
            }
        }
        int overlapReds = 0;
        int overlapYellows = 0;
        int overlapGreens = 0;
        for (int i = 0; i < engine.overlaps().count(); i++) {
            Overlap overlap = engine.overlaps().at(i);
            int bit = overlap.timing().bit();
            switch (overlap.interval()) {
                case RED, RED_CLEARANCE -> overlapReds |= bit;
                case YELLOW -> overlapYellows |= bit;
                case GREEN -> overlapGreens |= bit;
            }
        }
        return new LampState(
                reds,
                yellows,
                greens,
                walks,
                clears,
                flashing ? 0 : dontWalks,
                flashing ? reds : 0,
                overlapReds,
                overlapYellows,
                overlapGreens,
                flashing ? overlapReds : 0);
    }
}
