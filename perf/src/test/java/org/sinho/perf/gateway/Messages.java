package org.sinho.perf.gateway;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.v2x.j2735.BasicSafetyMessage;
import org.sinho.v2x.j2735.BasicVehicleRole;
import org.sinho.v2x.j2735.IntersectionAccessPoint;
import org.sinho.v2x.j2735.J2735Message;
import org.sinho.v2x.j2735.PriorityRequestType;
import org.sinho.v2x.j2735.RequestorType;
import org.sinho.v2x.j2735.SignalRequestMessage;
import org.sinho.v2x.j2735.SignalRequestPackage;

/** Payloads that a vehicle near the junction would send. */
final class Messages {
    static final int LATITUDE_E7 = 364_800_000;
    static final int LONGITUDE_E7 = 1_272_600_000;
    static final int AMBULANCE_ID = 0x601;
    static final int JUNCTION = 1;

    private Messages() {}

    static byte[] bsm(int count, int temporaryId) {
        return bsm(count, temporaryId, LATITUDE_E7, LONGITUDE_E7);
    }

    static byte[] bsm(int count, int temporaryId, int latitudeE7, int longitudeE7) {
        BasicSafetyMessage bsm = new BasicSafetyMessage();
        bsm.header(Math.floorMod(count, 128), temporaryId, Math.floorMod(count, 600) * 100);
        bsm.position(latitudeE7, longitudeE7, 450);
        bsm.motion(BasicSafetyMessage.TRANSMISSION_UNAVAILABLE, 695, 7_200, 127);
        bsm.size(180, 480);
        return octets(bsm);
    }

    static byte[] srm(int count) {
        return srm(count, BasicVehicleRole.AMBULANCE, true);
    }

    static byte[] srm(int count, int role, boolean positioned) {
        SignalRequestMessage srm = new SignalRequestMessage();
        srm.header(468_000, 12_300, Math.floorMod(count, 128));
        SignalRequestPackage request = srm.addRequest();
        request.intersection().set(0, JUNCTION);
        request.request(Math.floorMod(count, 256), PriorityRequestType.PRIORITY_REQUEST);
        request.inbound().set(IntersectionAccessPoint.LANE, 3);
        srm.requestor().id().entityId(AMBULANCE_ID);
        int absent = RequestorType.ABSENT;
        srm.requestor().type().set(role, absent, absent, absent, absent);
        if (positioned) {
            srm.requestor().position(LATITUDE_E7, LONGITUDE_E7, 450);
            srm.requestor().motion(7_200, BasicSafetyMessage.TRANSMISSION_UNAVAILABLE, 695);
        }
        return octets(srm);
    }

    private static byte[] octets(J2735Message message) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[2_048]);
        byte[] octets = new byte[message.encode(buffer, 0)];
        buffer.getBytes(0, octets);
        return octets;
    }
}
