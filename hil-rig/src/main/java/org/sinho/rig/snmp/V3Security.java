package org.sinho.rig.snmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.snmp4j.event.CounterEvent;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** SNMPv3 of one agent: its engine, its user, and what it has refused. */
final class V3Security {
    private static final int PASSPHRASE_EXPANSION_OCTETS = 1 << 20;
    private static final int PRIVACY_KEY_OCTETS = 16;

    /** Enterprise number of the standard's objects (1206), with the bit for this form of id. */
    private static final int ENGINE_ENTERPRISE = 0x80000000 | 1206;

    private static final byte ENGINE_ID_OCTETS = 5;

    /**
     * 2023-11-14; seconds since then count restarts: later is higher, which is all that matters.
     */
    private static final long BOOTS_EPOCH_S = 1_700_000_000L;

    /** Expanded passphrases: a megabyte to hash for each, and hundreds of agents share one. */
    private static final Map<String, byte[]> EXPANDED = new ConcurrentHashMap<>();

    private final Map<OID, AtomicLong> counters = new ConcurrentHashMap<>();
    private final MPv3 model;

    V3Security(V3User user, int port) {
        byte[] engineId =
                ByteBuffer.allocate(9)
                        .putInt(ENGINE_ENTERPRISE)
                        .put(ENGINE_ID_OCTETS)
                        .putInt(port)
                        .array();
        SecurityProtocols protocols =
                new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.defaultSecurity);
        protocols.removeAll();
        protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
        protocols.addPrivacyProtocol(new PrivAES128());
        CounterSupport counting = new CounterSupport();
        counting.addCounterListener(this::count);
        int boots = (int) (System.currentTimeMillis() / 1000 - BOOTS_EPOCH_S);
        USM usm = new USM(protocols, new OctetString(engineId), boots, counting);
        usm.addLocalizedUser(
                engineId,
                new OctetString(user.name()),
                AuthHMAC192SHA256.ID,
                localized(user.authPassphrase(), engineId),
                PrivAES128.ID,
                Arrays.copyOf(localized(user.privPassphrase(), engineId), PRIVACY_KEY_OCTETS));
        SecurityModels models = SecurityModels.getCollection(new SecurityModel[] {usm});
        model = new MPv3(engineId, null, protocols, models, counting);
    }

    MPv3 model() {
        return model;
    }

    /** Counts one incident, of this model or of the dispatcher. */
    void count(CounterEvent event) {
        AtomicLong counter = counters.computeIfAbsent(event.getOid(), oid -> new AtomicLong());
        event.setCurrentValue(new Counter32(counter.incrementAndGet()));
    }

    /**
     * {@return requests refused so far for their user, key, level or garbled content; not those
     * outside the time window, with which every manager begins to learn the time}
     */
    long refusedCount() {
        long sum = 0;
        for (OID oid :
                new OID[] {
                    SnmpConstants.usmStatsUnknownUserNames,
                    SnmpConstants.usmStatsWrongDigests,
                    SnmpConstants.usmStatsUnsupportedSecLevels,
                    SnmpConstants.usmStatsDecryptionErrors,
                    SnmpConstants.snmpInASNParseErrs // What a wrong privacy key makes of a request.
                }) {
            AtomicLong counter = counters.get(oid);
            sum += counter == null ? 0 : counter.get();
        }
        return sum;
    }

    /** Key of a passphrase at one engine, RFC 3414 A.2 with SHA-256. */
    private static byte[] localized(String passphrase, byte[] engineId) {
        byte[] key = EXPANDED.computeIfAbsent(passphrase, V3Security::expanded);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(key);
        octets.writeBytes(engineId);
        octets.writeBytes(key);
        return sha256().digest(octets.toByteArray());
    }

    private static byte[] expanded(String passphrase) {
        byte[] octets = passphrase.getBytes(StandardCharsets.UTF_8);
        byte[] million = new byte[PASSPHRASE_EXPANSION_OCTETS];
        for (int i = 0; i < million.length; i++) {
            million[i] = octets[i % octets.length];
        }
        return sha256().digest(million);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
