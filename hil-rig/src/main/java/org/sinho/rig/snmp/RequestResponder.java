package org.sinho.rig.snmp;

import java.util.ArrayList;
import java.util.List;
import org.sinho.rig.controller.VirtualController;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.ScopedPDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** Answers one request PDU: GET, GETNEXT, GETBULK and SET, SNMPv1 and v2c. */
final class RequestResponder {
    /** Room for message header, community and request fields around the variable bindings. */
    private static final int OVERHEAD_OCTETS = 200;

    private final Mib mib;
    private final VirtualController controller;
    private final boolean commissioning;
    private SetObserver observer = (timeMs, oid, value, accepted) -> {};

    RequestResponder(Mib mib, VirtualController controller, boolean commissioning) {
        this.mib = mib;
        this.controller = controller;
        this.commissioning = commissioning;
    }

    void observer(SetObserver to) {
        observer = to;
    }

    /** Returns the answer, or null for what is not a request. */
    PDU answer(PDU request, boolean version1, boolean mayWrite, int maximumOctets) {
        PDU response = response(request, version1);
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        synchronized (controller) {
            switch (request.getType()) {
                case PDU.GET -> get(request, response, version1);
                case PDU.GETNEXT -> getNext(request, response, version1);
                case PDU.GETBULK -> getBulk(request, response, maximumOctets - OVERHEAD_OCTETS);
                case PDU.SET -> set(request, response, version1, mayWrite);
                default -> {
                    return null;
                }
            }
        }
        if (response.getBERLength() > maximumOctets) {
            response.clear();
            fail(request, response, PDU.tooBig, 0);
        }
        return response;
    }

    private static PDU response(PDU request, boolean version1) {
        if (request instanceof ScopedPDU scoped) {
            ScopedPDU response = new ScopedPDU();
            response.setContextEngineID(scoped.getContextEngineID());
            response.setContextName(scoped.getContextName());
            return response;
        }
        return version1 ? new PDUv1() : new PDU();
    }

    private void get(PDU request, PDU response, boolean version1) {
        for (int i = 0; i < request.size(); i++) {
            OID oid = request.get(i).getOid();
            MibObject object = mib.get(oid);
            if (object != null) {
                response.add(new VariableBinding(oid, object.reader().get()));
            } else if (version1) {
                fail(request, response, PDU.noSuchName, i + 1);
                return;
            } else {
                boolean column = oid.size() > 1 && mib.hasColumn(oid);
                response.add(
                        new VariableBinding(oid, column ? Null.noSuchInstance : Null.noSuchObject));
            }
        }
    }

    private void getNext(PDU request, PDU response, boolean version1) {
        for (int i = 0; i < request.size(); i++) {
            OID oid = request.get(i).getOid();
            if (version1 && mib.after(oid) == null) {
                fail(request, response, PDU.noSuchName, i + 1);
                return;
            }
            response.add(next(oid));
        }
    }

    private VariableBinding next(OID oid) {
        MibObject object = mib.after(oid);
        return object == null
                ? new VariableBinding(oid, Null.endOfMibView)
                : new VariableBinding(object.oid(), object.reader().get());
    }

    private void getBulk(PDU request, PDU response, int roomOctets) {
        int single = Math.min(Math.max(0, request.getNonRepeaters()), request.size());
        List<OID> repeaters = new ArrayList<>();
        for (int i = 0; i < request.size(); i++) {
            if (i < single) {
                response.add(next(request.get(i).getOid()));
            } else {
                repeaters.add(request.get(i).getOid());
            }
        }
        boolean more = !repeaters.isEmpty();
        for (int turn = 0; more && turn < request.getMaxRepetitions(); turn++) {
            more = false;
            for (int i = 0; i < repeaters.size(); i++) {
                VariableBinding binding = next(repeaters.get(i));
                if (response.getBERLength() + binding.getBERLength() > roomOctets) {
                    return; // A shorter answer is a right answer to GETBULK.
                }
                response.add(binding);
                repeaters.set(i, binding.getOid());
                more |= !binding.isException();
            }
        }
    }

    private void set(PDU request, PDU response, boolean version1, boolean mayWrite) {
        int status = PDU.noError;
        int place = 0;
        for (int i = 0; status == PDU.noError && i < request.size(); i++) {
            place = i + 1;
            status = check(request.get(i), mayWrite);
        }
        for (int i = 0; i < request.size(); i++) {
            VariableBinding binding = request.get(i);
            if (status == PDU.noError) {
                mib.get(binding.getOid()).write(binding.getVariable());
            }
            observer.onSet(
                    controller.timeMs(),
                    binding.getOid().toDottedString(),
                    binding.getVariable().toString(),
                    status == PDU.noError);
        }
        if (status == PDU.noError) {
            response.addAll(request.toArray());
        } else {
            fail(request, response, version1 ? version1(status) : status, place);
        }
    }

    private int check(VariableBinding binding, boolean mayWrite) {
        MibObject object = mib.get(binding.getOid());
        if (!mayWrite) {
            return PDU.noAccess;
        }
        return object == null ? PDU.noCreation : object.check(binding.getVariable(), commissioning);
    }

    /** SNMPv1 knows fewer errors. */
    private static int version1(int status) {
        return switch (status) {
            case PDU.wrongType, PDU.wrongValue -> PDU.badValue;
            case PDU.notWritable -> PDU.readOnly;
            default -> PDU.noSuchName;
        };
    }

    private static void fail(PDU request, PDU response, int status, int place) {
        response.clear();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        response.addAll(request.toArray());
        response.setErrorStatus(status);
        response.setErrorIndex(place);
    }
}
