package org.sinho.rig;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sinho.rig.link.LinkFaults;
import org.sinho.rig.obu.RoadsideUnit;
import org.sinho.rig.snmp.PushPlan;
import org.sinho.rig.snmp.V3User;

/**
 * Everything that a rig is told when it starts.
 *
 * @param city folder of the city
 * @param work folder for the run's files
 * @param seconds simulated length of the run
 * @param seed decides demand, drivers and certificates
 * @param startUtcMs simulated UTC at the start of the run, milliseconds; ignored in real time
 * @param realTime whether the run follows the machine's clock instead of the center's steps
 * @param bsmSharePercent ordinary vehicles with an onboard unit, percent
 * @param psmSharePercent people on foot with a speaking device, percent
 * @param transitSharePercent buses that ask for priority, percent
 * @param links what is wrong with the links
 * @param controllers one per junction
 * @param units roadside units
 * @param dispatch where the center listens for dispatch
 * @param step where the center listens for steps; empty in real time
 * @param patienceS how long a center that is starting, or busy with a step, is waited for, seconds
 * @param zone readers at the entries of the restricted zone; empty where there is none
 * @param trust folder into which the test certificates of roots and authorities are written
 */
public record RigConfig(
        Path city,
        Path work,
        int seconds,
        long seed,
        long startUtcMs,
        boolean realTime,
        int bsmSharePercent,
        int psmSharePercent,
        int transitSharePercent,
        LinkFaults links,
        List<Controller> controllers,
        List<Unit> units,
        InetSocketAddress dispatch,
        Optional<InetSocketAddress> step,
        int patienceS,
        Optional<Zone> zone,
        Path trust) {
    /** Copies the lists. */
    public RigConfig {
        controllers = List.copyOf(controllers);
        units = List.copyOf(units);
    }

    /**
     * Reads settings.
     *
     * @param file YAML; paths in it are relative to its folder
     * @return the settings
     */
    public static RigConfig read(Path file) {
        return RigConfigReader.read(file);
    }

    /**
     * One field controller.
     *
     * @param junction J2735 intersection id
     * @param listen where the virtual controller's agent listens; empty for an external one
     * @param external a real controller on the bench instead of a virtual one
     * @param readCommunity community for GET
     * @param writeCommunity community for SET
     * @param statusTo where the status push goes
     * @param push form of a virtual controller's status push
     * @param v3 user of SNMPv3 beside the communities
     */
    public record Controller(
            int junction,
            Optional<InetSocketAddress> listen,
            Optional<InetSocketAddress> external,
            String readCommunity,
            String writeCommunity,
            InetSocketAddress statusTo,
            PushPlan.Form push,
            Optional<V3User> v3) {
        /**
         * A controller with the push of those in service and without SNMPv3.
         *
         * @param junction see above
         * @param listen see above
         * @param external see above
         * @param readCommunity see above
         * @param writeCommunity see above
         * @param statusTo see above
         */
        public Controller(
                int junction,
                Optional<InetSocketAddress> listen,
                Optional<InetSocketAddress> external,
                String readCommunity,
                String writeCommunity,
                InetSocketAddress statusTo) {
            this(
                    junction,
                    listen,
                    external,
                    readCommunity,
                    writeCommunity,
                    statusTo,
                    PushPlan.Form.TSCBM,
                    Optional.empty());
        }
    }

    /**
     * One roadside unit.
     *
     * @param number unit number at the center
     * @param junctions those that it hears; one that several units hear is heard several times
     * @param listen where the center sends to
     * @param center where the center listens for it
     * @param form how the center sends messages down
     */
    public record Unit(
            int number,
            List<Integer> junctions,
            InetSocketAddress listen,
            InetSocketAddress center,
            RoadsideUnit.Form form) {
        /** Copies the list. */
        public Unit {
            junctions = List.copyOf(junctions);
        }
    }

    /**
     * The restricted zone.
     *
     * @param center where the center listens for readers
     * @param readers one per entry
     */
    public record Zone(InetSocketAddress center, List<Reader> readers) {
        /** Copies the list. */
        public Zone {
            readers = List.copyOf(readers);
        }
    }

    /**
     * A reader at an entry.
     *
     * @param entry its number at the center
     * @param edge SUMO edge onto which vehicles come through the entry
     * @param keyFile the secret that it shares with the center
     */
    public record Reader(int entry, String edge, Path keyFile) {}
}
