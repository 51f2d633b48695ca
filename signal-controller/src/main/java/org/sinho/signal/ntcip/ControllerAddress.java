package org.sinho.signal.ntcip;

import java.net.InetSocketAddress;

/**
 * Where a field controller is and how to speak to it.
 *
 * @param siteId J2735 intersection id
 * @param snmp its SNMP address
 * @param readCommunity community for GET
 * @param writeCommunity community for SET
 * @param timeoutMs how long to wait for an answer, milliseconds
 * @param preempts numbers of the preempts whose state is read with the poll
 * @param detectorGroups groups of eight vehicle detectors whose status is read, 0 to 8
 * @param counted numbers of the detectors whose volumes are read, 1 to 64; empty = none are
 */
public record ControllerAddress(
        int siteId,
        InetSocketAddress snmp,
        String readCommunity,
        String writeCommunity,
        int timeoutMs,
        int[] preempts,
        int detectorGroups,
        int[] counted) {
    /**
     * A controller whose detectors nobody wants to count.
     *
     * @param siteId see above
     * @param snmp see above
     * @param readCommunity see above
     * @param writeCommunity see above
     * @param timeoutMs see above
     * @param preempts see above
     * @param detectorGroups see above
     */
    public ControllerAddress(
            int siteId,
            InetSocketAddress snmp,
            String readCommunity,
            String writeCommunity,
            int timeoutMs,
            int[] preempts,
            int detectorGroups) {
        this(
                siteId,
                snmp,
                readCommunity,
                writeCommunity,
                timeoutMs,
                preempts,
                detectorGroups,
                new int[0]);
    }
}
