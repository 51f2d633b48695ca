package org.sinho.perf.failure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** What the controller itself says and was told; read by the test, past the center. */
final class ControllerRecord implements AutoCloseable {
    static final int SYSTEM_STANDBY = 3;
    static final int BACKUP_MODE = 4;
    static final int PREEMPT_COUNT = 4;

    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1.";
    private static final OID CONTROL_STATUS = new OID(ASC + "3.5.0");
    private static final OID PREEMPT_STATE = new OID(ASC + "6.2.1.16");
    private static final OID PREEMPT_CONTROL = new OID(ASC + "6.3.1.2");

    /** A SET that reached the controller. */
    record Set(long utcMs, OID oid, int value) {
        boolean startsPreempt() {
            return oid.startsWith(PREEMPT_CONTROL) && value == 1;
        }

        boolean endsPreempt() {
            return oid.startsWith(PREEMPT_CONTROL) && value == 0;
        }
    }

    /** The controller's state: how it is controlled, and the highest preemptState of any. */
    record State(int controlStatus, int preemptState) {}

    private final Snmp snmp = new Snmp(new DefaultUdpTransportMapping());
    private final CommunityTarget<UdpAddress> target;
    private final List<Set> sets = new ArrayList<>();

    ControllerRecord(int port) throws IOException {
        snmp.listen();
        target =
                new CommunityTarget<>(
                        new UdpAddress("127.0.0.1/" + port), new OctetString("public"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(2_000);
        target.setRetries(2);
    }

    /** Notes a request on its way to the controller. */
    void onRequest(byte[] octets, long utcMs) {
        try {
            BERInputStream in = new BERInputStream(ByteBuffer.wrap(octets));
            BER.MutableByte type = new BER.MutableByte();
            BER.decodeHeader(in, type);
            new Integer32().decodeBER(in);
            new OctetString().decodeBER(in);
            PDU pdu = new PDU();
            pdu.decodeBER(in);
            if (pdu.getType() == PDU.SET) {
                VariableBinding binding = pdu.get(0);
                note(new Set(utcMs, binding.getOid(), binding.getVariable().toInt()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("not SNMP", e);
        }
    }

    private synchronized void note(Set set) {
        sets.add(set);
    }

    synchronized List<Set> sets() {
        return List.copyOf(sets);
    }

    /** Time of the last SET. */
    synchronized long lastSetMs() {
        return sets.isEmpty() ? 0 : sets.getLast().utcMs();
    }

    State read() throws IOException {
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        pdu.add(new VariableBinding(CONTROL_STATUS));
        for (int i = 1; i <= PREEMPT_COUNT; i++) {
            pdu.add(new VariableBinding(new OID(PREEMPT_STATE).append(i)));
        }
        ResponseEvent<UdpAddress> event = snmp.send(pdu, target);
        PDU answer = event.getResponse();
        if (answer == null || answer.getErrorStatus() != 0) {
            throw new IOException("the controller does not answer: " + event.getError());
        }
        int preempt = 0;
        for (int i = 1; i <= PREEMPT_COUNT; i++) {
            preempt = Math.max(preempt, answer.get(i).getVariable().toInt());
        }
        return new State(answer.get(0).getVariable().toInt(), preempt);
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
