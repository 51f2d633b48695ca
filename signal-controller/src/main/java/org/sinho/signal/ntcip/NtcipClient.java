package org.sinho.signal.ntcip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * SNMP conversation with one field controller. One thread at a time; blocks for the answer, which
 * is why it lives on the sender's thread and never on the control thread.
 */
public final class NtcipClient {
    /** Answer of {@link #set} and {@link #get} when the controller was silent. */
    public static final int SILENT = -1;

    private static final int[] ASC = {1, 3, 6, 1, 4, 1, 1206, 4, 2, 1};

    private final Snmp snmp;
    private final CommunityTarget<UdpAddress> reading;
    private final CommunityTarget<UdpAddress> writing;
    private boolean answered;

    /**
     * Creates a client.
     *
     * @param snmp a listening session, shared by all clients
     * @param address the controller
     */
    public NtcipClient(Snmp snmp, ControllerAddress address) {
        this.snmp = snmp;
        reading = target(address, address.readCommunity());
        writing = target(address, address.writeCommunity());
    }

    private static CommunityTarget<UdpAddress> target(ControllerAddress address, String community) {
        UdpAddress udp = new UdpAddress(address.snmp().getAddress(), address.snmp().getPort());
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(udp, new OctetString(community));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(address.timeoutMs());
        target.setRetries(0); // Retrying is decided above, where the age of the command is known.
        return target;
    }

    /**
     * Turns a packed object into its full name.
     *
     * @param object arcs below the controller subtree, one octet each
     * @param index row, or 0 for a scalar
     * @return the object identifier
     */
    public static OID oid(int object, int index) {
        OID oid = new OID(ASC);
        for (int shift = 24; shift >= 0; shift -= 8) {
            int arc = object >>> shift & 0xFF;
            if (arc != 0 || oid.size() > ASC.length) {
                oid.append(arc);
            }
        }
        return oid.append(index);
    }

    /**
     * Sets one object.
     *
     * @param object arcs below the controller subtree, one octet each
     * @param index row, or 0 for a scalar
     * @param value the value
     * @return SNMP error status, 0 no error; {@link #SILENT} without an answer
     */
    public int set(int object, int index, int value) {
        PDU pdu = new PDU();
        pdu.setType(PDU.SET);
        pdu.add(new VariableBinding(oid(object, index), new Integer32(value)));
        PDU answer = send(pdu, writing);
        return answer == null ? SILENT : answer.getErrorStatus();
    }

    /**
     * Reads one integer object.
     *
     * @param object arcs below the controller subtree, one octet each
     * @param index row, or 0 for a scalar
     * @return its value; {@link #SILENT} without an answer or such an object
     */
    public int get(int object, int index) {
        int[] values = get(List.of(oid(object, index)));
        return values.length == 0 ? SILENT : values[0];
    }

    /**
     * Reads several integer objects in one request.
     *
     * @param oids the objects
     * @return their values in order, {@link #SILENT} for one that does not exist; empty without an
     *     answer
     */
    public int[] get(List<OID> oids) {
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        oids.forEach(oid -> pdu.add(new VariableBinding(oid)));
        PDU answer = send(pdu, reading);
        if (answer == null || answer.getErrorStatus() != 0 || answer.size() != oids.size()) {
            return new int[0];
        }
        int[] values = new int[oids.size()];
        for (int i = 0; i < values.length; i++) {
            Variable variable = answer.get(i).getVariable();
            values[i] = variable instanceof Integer32 integer ? integer.getValue() : SILENT;
        }
        return values;
    }

    /**
     * Reads one octet string.
     *
     * @param oid the object
     * @return its octets; empty without an answer or such an object
     */
    public byte[] octets(OID oid) {
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        pdu.add(new VariableBinding(oid));
        PDU answer = send(pdu, reading);
        return answer != null
                        && answer.size() == 1
                        && answer.get(0).getVariable() instanceof OctetString octets
                ? octets.getValue()
                : new byte[0];
    }

    /**
     * Tells a silent controller from one that does not have the object asked for.
     *
     * @return whether the last request was answered at all
     */
    public boolean answered() {
        return answered;
    }

    private PDU send(PDU pdu, CommunityTarget<UdpAddress> target) {
        PDU answer = null;
        try {
            // The session matches request ids; an answer to another request is never returned.
            ResponseEvent<UdpAddress> event = snmp.send(pdu, target);
            answer = event == null ? null : event.getResponse();
        } catch (IOException e) {
            // An unreachable network is a silent controller.
        }
        answered = answer != null;
        return answer;
    }

    static List<OID> oids(int[][] objects) {
        List<OID> oids = new ArrayList<>();
        for (int[] object : objects) {
            oids.add(oid(object[0], object[1]));
        }
        return oids;
    }
}
