package org.sinho.rig.sumo;

import java.util.Arrays;
import java.util.List;

/** Turns lamps by phase into SUMO's state of one signal, one character a link. */
final class SignalHeads {
    private final List<CityFolder.Link> links;
    private final byte[] state;
    private boolean changed = true;

    SignalHeads(List<CityFolder.Link> links) {
        this.links = links;
        this.state = new byte[links.size()];
        Arrays.fill(state, (byte) 'r');
    }

    /** Sets the lamps; {@link #takeChange} tells whether SUMO has to hear of it. */
    void show(LampBits lamps) {
        for (int i = 0; i < state.length; i++) {
            CityFolder.Link link = links.get(i);
            char letter = link.ped() != 0 ? pedLetter(link, lamps) : vehicleLetter(link, lamps);
            changed |= state[i] != letter;
            state[i] = (byte) letter;
        }
    }

    /** {@return whether the state changed since the last call} */
    boolean takeChange() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** {@return the state, the same array each time} */
    byte[] state() {
        return state;
    }

    private static char vehicleLetter(CityFolder.Link link, LampBits lamps) {
        boolean overlap = link.overlap() != 0;
        int bit = 1 << (overlap ? link.overlap() : link.phase()) - 1;
        boolean yellow = ((overlap ? lamps.overlapYellows() : lamps.yellows()) & bit) != 0;
        if (lamps.flashing()) {
            // Flashing yellow: go with care, give way. Flashing red: stop first, then give way.
            return yellow ? 'o' : 's';
        }
        if (((overlap ? lamps.overlapGreens() : lamps.greens()) & bit) != 0) {
            return link.yields() ? 'g' : 'G';
        }
        return yellow ? 'y' : 'r';
    }

    private static char pedLetter(CityFolder.Link link, LampBits lamps) {
        if (lamps.flashing()) {
            return 'o'; // Dark heads: people cross when there is a gap.
        }
        int bit = 1 << (link.ped() - 1);
        if (link.wheels() && (lamps.pedClears() & bit) != 0) {
            return 'y'; // Whoever cannot stop any more rides on.
        }
        // While the head flashes "don't walk" nobody steps off; SUMO lets those on it finish.
        return (lamps.walks() & bit) != 0 ? 'G' : 'r';
    }
}
