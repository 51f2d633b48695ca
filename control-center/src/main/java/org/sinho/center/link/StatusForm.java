package org.sinho.center.link;

import org.agrona.DirectBuffer;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.site.SiteSheet;
import org.sinho.signal.ntcip.Tscbm;

/** The form in which a controller pushes its status. One object per controller and thread. */
public interface StatusForm {
    /**
     * Reads a push.
     *
     * @param push holds the datagram
     * @param offset its first octet
     * @param length its octets
     * @param status over a record being written
     * @return whether the datagram is a well-formed push; if not, the record is void
     */
    boolean read(DirectBuffer push, int offset, int length, ControllerStatus status);

    /**
     * The form of field controllers in service: 245 octets.
     *
     * @param siteId the junction
     * @return a reader
     */
    static StatusForm tscbm(int siteId) {
        return (push, offset, length, status) -> Tscbm.read(push, offset, length, siteId, status);
    }

    /**
     * J2735 SPaT, bare or as immediate-forward text.
     *
     * @param sheet the junction, for the phases that every message must mention
     * @return a reader
     */
    static StatusForm spat(SiteSheet sheet) {
        return new SpatReader(sheet);
    }
}
