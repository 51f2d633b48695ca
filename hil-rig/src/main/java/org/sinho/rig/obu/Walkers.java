package org.sinho.rig.obu;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.TestPki;
import org.sinho.rig.sumo.PersonState;
import org.sinho.rig.sumo.SumoTraffic;

/**
 * People near the junctions: which of them carry a speaking device is drawn by their name, so that
 * a run repeats. One thread.
 */
public final class Walkers {
    /** Steps between two PSM of one person. */
    private static final int INTERVAL_STEPS = 5;

    private static final int FIRST_ID = 0x0100_0000;

    private final SumoTraffic traffic;
    private final TestPki pki;
    private final Map<Integer, List<RoadsideUnit>> unitsOfJunction;
    private final int sharePercent;
    private final LinkFaults faults;
    private final long seed;
    private final Map<String, Handset> handsets = new HashMap<>();
    private long step;
    private long sent;

    /**
     * Makes the people of a run.
     *
     * @param traffic where they walk
     * @param pki makes certificates
     * @param unitsOfJunction the roadside units that hear each junction
     * @param sharePercent share of them with a device, 0 to 100
     * @param faults how far their clocks are off
     * @param seed of the run
     */
    public Walkers(
            SumoTraffic traffic,
            TestPki pki,
            Map<Integer, List<RoadsideUnit>> unitsOfJunction,
            int sharePercent,
            LinkFaults faults,
            long seed) {
        this.traffic = traffic;
        this.pki = pki;
        this.unitsOfJunction = Map.copyOf(unitsOfJunction);
        this.sharePercent = sharePercent;
        this.faults = faults;
        this.seed = seed;
    }

    /**
     * Lets every device speak whose turn it is.
     *
     * @param utcMs the step's time
     * @throws IOException when a socket fails
     */
    public void speak(long utcMs) throws IOException {
        step++;
        if (sharePercent == 0) {
            return;
        }
        Set<String> present = new HashSet<>();
        for (PersonState person : traffic.people()) {
            if (draw(person.id(), 100) >= sharePercent || !present.add(person.id())) {
                continue; // Near two junctions, someone is listed twice.
            }
            if ((step + draw(person.id(), INTERVAL_STEPS)) % INTERVAL_STEPS == 0) {
                Handset handset = handsets.computeIfAbsent(person.id(), this::handset);
                byte[] psm = handset.psm(person, utcMs);
                for (RoadsideUnit unit :
                        unitsOfJunction.getOrDefault(person.junction(), List.of())) {
                    unit.send(psm, utcMs);
                }
                sent++;
            }
        }
        handsets.keySet().retainAll(present);
    }

    private static int draw(String person, int bound) {
        return Math.floorMod(person.hashCode() * 0x9E37_79B1 >>> 8, bound);
    }

    private Handset handset(String person) {
        return new Handset(
                FIRST_ID + person.hashCode() & 0x7FFF_FFFF,
                pki.issue(person, AppPermission.psm()).fast(),
                faults.clockOffsetMs(seed, person));
    }

    /**
     * Counts messages that devices said, however many units heard them.
     *
     * @return since the start
     */
    public long sent() {
        return sent;
    }
}
