package org.sinho.v2x.security;

import java.util.List;
import java.util.Map;

/**
 * Which roles the service specific permissions (SSP) of a certificate grant, per PSID.
 *
 * <p>The layout of an SSP is this deployment's own, and data: a version octet, then octets of bits,
 * one bit per role. Anything else (another version, another length) grants no role. Immutable.
 */
public final class RoleTable {
    /** PSID of basic safety messages. */
    public static final int PSID_BSM = 0x20;

    /** PSID of personal safety messages. */
    public static final int PSID_PSM = 0x27;

    /** PSID of signal requests (SRM). */
    public static final int PSID_SIGNAL_REQUEST = 0x204096;

    /** Role: ambulance. */
    public static final int AMBULANCE = 0x80;

    /** Role: fire engine. */
    public static final int FIRE = 0x40;

    /** Role: police. */
    public static final int POLICE = 0x20;

    /** Role: rescue. */
    public static final int RESCUE = 0x10;

    /** Role: public transport, which may ask for priority and never for preemption. */
    public static final int TRANSIT = 0x08;

    private static final RoleTable SINHO =
            new RoleTable(
                    List.of(
                            new Rule(
                                    PSID_SIGNAL_REQUEST,
                                    1,
                                    1,
                                    Map.of(
                                            0x80, AMBULANCE, 0x40, FIRE, 0x20, POLICE, 0x10, RESCUE,
                                            0x08, TRANSIT))));

    private final List<Rule> rules;

    /**
     * Makes a table.
     *
     * @param rules one rule per PSID that needs a role; other PSIDs need none and grant none
     * @throws IllegalArgumentException when a PSID has two rules
     */
    public RoleTable(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        if (this.rules.stream().map(Rule::psid).distinct().count() != this.rules.size()) {
            throw new IllegalArgumentException("role table: one rule per PSID, but got " + rules);
        }
    }

    /**
     * {@return the table of this deployment: signal requests carry version 1 and one octet of bits,
     * 0x80 ambulance, 0x40 fire, 0x20 police, 0x10 rescue, 0x08 transit}
     */
    public static RoleTable sinho() {
        return SINHO;
    }

    boolean needsRole(int psid) {
        return rule(psid) != null;
    }

    /** Roles that an SSP grants, 0 for none. */
    int roles(int psid, byte[] ssp) {
        Rule rule = rule(psid);
        return rule == null ? 0 : rule.roles(ssp);
    }

    private Rule rule(int psid) {
        for (int i = 0; i < rules.size(); i++) { // No iterator: this runs for every message.
            if (rules.get(i).psid() == psid) {
                return rules.get(i);
            }
        }
        return null;
    }

    /**
     * How the SSP of one PSID is read.
     *
     * @param psid the PSID, 0 to 2^31 - 1
     * @param version value of the first octet, 0 to 255
     * @param bitOctets octets of bits after it, 1 to 3
     * @param roleOfBit role mask, by bit; bits count from the lowest of the last octet
     */
    public record Rule(int psid, int version, int bitOctets, Map<Integer, Integer> roleOfBit) {
        /**
         * Checks the rule.
         *
         * @throws IllegalArgumentException when a value is out of its range
         */
        public Rule {
            roleOfBit = Map.copyOf(roleOfBit);
            if (psid < 0 || version < 0 || version > 255 || bitOctets < 1 || bitOctets > 3) {
                throw new IllegalArgumentException(
                        "role rule: PSID 0.., version 0..255, octets 1..3 are allowed, not "
                                + psid
                                + ", "
                                + version
                                + ", "
                                + bitOctets);
            }
        }

        int roles(byte[] ssp) {
            if (ssp.length != 1 + bitOctets || (ssp[0] & 0xFF) != version) {
                return 0;
            }
            int bits = 0;
            for (int i = 1; i < ssp.length; i++) {
                bits = bits << 8 | ssp[i] & 0xFF;
            }
            int roles = 0;
            for (Map.Entry<Integer, Integer> entry : roleOfBit.entrySet()) {
                roles |= (bits & entry.getKey()) != 0 ? entry.getValue() : 0;
            }
            return roles;
        }
    }
}
