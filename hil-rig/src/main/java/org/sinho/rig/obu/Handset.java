package org.sinho.rig.obu;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.rig.pki.AppPermission;
import org.sinho.rig.pki.SigningIdentity;
import org.sinho.rig.sumo.PersonState;
import org.sinho.v2x.j2735.PersonalSafetyMessage;

/** The device that someone on foot carries: makes their PSM. One thread. */
final class Handset {
    private static final int COUNTER_LIMIT = 128;
    private static final int CERTIFICATE_INTERVAL = 5;
    private static final int MS_PER_MINUTE = 60_000;
    private static final int ROOM = 256;

    private final int temporaryId;
    private final SigningIdentity identity;
    private final int clockOffsetMs;
    private final PersonalSafetyMessage psm = new PersonalSafetyMessage();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[ROOM]);
    private int count;

    Handset(int temporaryId, SigningIdentity identity, int clockOffsetMs) {
        this.temporaryId = temporaryId;
        this.identity = identity;
        this.clockOffsetMs = clockOffsetMs;
    }

    byte[] psm(PersonState person, long utcMs) {
        long clockMs = utcMs + clockOffsetMs;
        psm.clear();
        psm.header(
                PersonalSafetyMessage.PEDESTRIAN,
                count % COUNTER_LIMIT,
                temporaryId,
                (int) Math.floorMod(clockMs, (long) MS_PER_MINUTE));
        psm.position(
                (int) Math.round(person.latDeg() * 1e7),
                (int) Math.round(person.lonDeg() * 1e7),
                PersonalSafetyMessage.ELEVATION_UNKNOWN);
        psm.motion(
                (int) Math.round(person.speedMps() / 0.02),
                Math.floorMod((int) Math.round(person.headingDeg() / 0.0125), 28_800));
        psm.crossing(
                person.waits() ? 1 : 0,
                person.crosses() ? 1 : 0,
                PersonalSafetyMessage.ABSENT,
                PersonalSafetyMessage.ABSENT);
        int length = psm.encode(buffer, 0);
        if (length <= 0) {
            throw new IllegalStateException("handset " + temporaryId + " cannot encode");
        }
        byte[] octets = new byte[length];
        buffer.getBytes(0, octets);
        boolean certificate = count++ % CERTIFICATE_INTERVAL == 0;
        return identity.sign(AppPermission.PSID_PSM, octets, clockMs, certificate);
    }
}
