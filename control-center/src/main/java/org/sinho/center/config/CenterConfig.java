package org.sinho.center.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sinho.center.bench.Injection;
import org.sinho.center.journal.SyncPolicy;
import org.sinho.signal.ControlSettings;
import org.sinho.signal.ntcip.ControllerAddress;
import org.sinho.signal.zone.ZoneRules;
import org.sinho.v2x.GatewayConfig;

/**
 * Everything that a center is told when it starts.
 *
 * @param file the settings file; paths in it are relative to its folder
 * @param journal folder of the journal
 * @param sync when the journal is forced to the disk
 * @param lowWaterMib free space below which commanding stops, mebibytes
 * @param sites the junctions and their controllers
 * @param gateway roadside units
 * @param trust folder of certificates
 * @param clock who answers for the machine's clock; a bench's step brings its own time
 * @param dispatch where dispatch connects
 * @param step where a bench's rig connects; empty in production
 * @param injection commands by which a bench tries the guard; empty in production
 * @param control limits and switches of the core
 * @param zone the zone that owned cars only pass by; empty where there is none
 * @param ringSlots length of the ring, a power of two
 */
public record CenterConfig(
        Path file,
        Path journal,
        SyncPolicy sync,
        int lowWaterMib,
        List<Site> sites,
        GatewayConfig gateway,
        Path trust,
        Clock clock,
        InetSocketAddress dispatch,
        Optional<InetSocketAddress> step,
        Optional<Injection> injection,
        ControlSettings control,
        Optional<Zone> zone,
        int ringSlots) {
    /** Copies the list. */
    public CenterConfig {
        sites = List.copyOf(sites);
    }

    /**
     * One junction.
     *
     * @param sheet its sheet
     * @param controller how to reach its controller; the site id comes from the sheet
     * @param statusListen where its status push arrives
     * @param unit roadside unit that broadcasts for it; one unit may serve several sites
     * @param status form of its status push
     */
    public record Site(
            Path sheet,
            ControllerAddress controller,
            InetSocketAddress statusListen,
            int unit,
            Status status) {}

    /**
     * The restricted zone.
     *
     * @param listen where its readers speak to
     * @param readers one per entry
     * @param rules who may enter
     */
    public record Zone(InetSocketAddress listen, List<Reader> readers, ZoneRules rules) {
        /** Copies the list. */
        public Zone {
            readers = List.copyOf(readers);
        }
    }

    /**
     * A reader at an entry.
     *
     * @param entry its number
     * @param address where it speaks from
     * @param keyFile the secret that it shares with the center; a file, because the settings' text
     *     goes into every journal
     */
    public record Reader(int entry, InetAddress address, Path keyFile) {}

    /**
     * Returns who may enter the zone.
     *
     * @return {@link ZoneRules#NONE} where there is none
     */
    public ZoneRules zoneRules() {
        return zone.map(Zone::rules).orElse(ZoneRules.NONE);
    }

    /** Who answers for the machine's clock. */
    public enum Clock {
        /** The kernel is asked. */
        KERNEL,
        /** Nobody is asked. */
        UNCHECKED
    }

    /** Form in which a controller pushes its status. */
    public enum Status {
        /** 245 octets of field controllers in service. */
        TSCBM,
        /** J2735 SPaT, bare or as immediate-forward text. */
        SPAT
    }
}
