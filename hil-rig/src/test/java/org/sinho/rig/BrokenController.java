package org.sinho.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** An agent whose lamps are wired wrongly and stay so: what no controller of ours would show. */
final class BrokenController implements AutoCloseable {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";
    private static final int CROSSINGS = 0xAA;

    private final Map<OID, Integer> objects = new TreeMap<>();
    private final Snmp snmp;
    private final int port;

    BrokenController(int reds, int yellows, int greens) throws IOException {
        int[] columns = {reds, yellows, greens, CROSSINGS, 0, 0};
        for (int i = 0; i < columns.length; i++) {
            objects.put(new OID(ASC + ".1.4.1." + (i + 2) + ".1"), columns[i]);
        }
        objects.put(new OID(ASC + ".3.6.0"), 2);
        DefaultUdpTransportMapping transport =
                new DefaultUdpTransportMapping(new UdpAddress(InetAddress.getLoopbackAddress(), 0));
        snmp = new Snmp(transport);
        snmp.addCommandResponder(
                new CommandResponder() {
                    @Override
                    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
                        answer(event);
                    }
                });
        snmp.listen();
        port = transport.getListenAddress().getPort();
    }

    int port() {
        return port;
    }

    private <A extends Address> void answer(CommandResponderEvent<A> event) {
        PDU answer = (PDU) event.getPDU().clone();
        answer.setType(PDU.RESPONSE);
        if (event.getPDU().getType() == PDU.GET) {
            for (VariableBinding binding : answer.getVariableBindings()) {
                Integer value = objects.get(binding.getOid());
                binding.setVariable(value == null ? Null.noSuchInstance : new Integer32(value));
            }
        }
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
