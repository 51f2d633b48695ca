package org.sinho.v2x.security;

import java.security.PublicKey;
import java.util.List;
import org.agrona.collections.LongHashSet;

/**
 * A certificate whose chain has been verified, ready for use. Immutable.
 *
 * @param digest HashedId8, big-endian
 * @param hash SHA-256 of the canonical encoding, 32 octets, never modified
 * @param issuer the certificate above, null for a root
 * @param startUtcMs first millisecond of validity
 * @param endUtcMs first millisecond after it
 * @param region where it may be used
 * @param grants what it may be used to say
 * @param issueGrants what it may issue, empty for an end entity
 * @param key its verification key
 */
record KnownCertificate(
        long digest,
        byte[] hash,
        KnownCertificate issuer,
        long startUtcMs,
        long endUtcMs,
        Region region,
        List<AppGrant> grants,
        List<IssueGrant> issueGrants,
        PublicKey key) {

    /** One PSID with its SSP, of no octets when absent, and the roles that it means here. */
    record AppGrant(int psid, byte[] ssp, int roles) {}

    KnownCertificate {
        grants = List.copyOf(grants);
        issueGrants = List.copyOf(issueGrants);
    }

    /** The grant for a PSID, or null. */
    AppGrant grant(int psid) {
        for (int i = 0; i < grants.size(); i++) { // No iterator: this runs for every message.
            if (grants.get(i).psid() == psid) {
                return grants.get(i);
            }
        }
        return null;
    }

    /** OK, or how this certificate or one above it does not cover a moment. */
    SecurityCause validAt(long utcMs) {
        for (KnownCertificate each = this; each != null; each = each.issuer) {
            if (utcMs < each.startUtcMs) {
                return SecurityCause.CERTIFICATE_NOT_YET_VALID;
            }
            if (utcMs >= each.endUtcMs) {
                return SecurityCause.CERTIFICATE_EXPIRED;
            }
        }
        return SecurityCause.OK;
    }

    boolean revokedBy(LongHashSet revoked) {
        for (KnownCertificate each = this; each != null; each = each.issuer) {
            if (revoked.contains(each.digest)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this and every certificate above names no region. */
    boolean validAnywhere() {
        for (KnownCertificate each = this; each != null; each = each.issuer) {
            if (each.region != Region.ANYWHERE) {
                return false;
            }
        }
        return true;
    }

    boolean validPlace(int latitude, int longitude) {
        for (KnownCertificate each = this; each != null; each = each.issuer) {
            if (!each.region.contains(latitude, longitude)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every certificate above was allowed to grant what this one says. */
    boolean withinChain() {
        for (AppGrant grant : grants) {
            int chainLength = 1;
            for (KnownCertificate each = issuer; each != null; each = each.issuer) {
                if (!each.mayIssue(chainLength, grant)) {
                    return false;
                }
                chainLength++;
            }
        }
        return issuer == null || !issuer.issueGrants.isEmpty();
    }

    private boolean mayIssue(int chainLength, AppGrant grant) {
        return issueGrants.stream()
                .anyMatch(each -> each.covers(chainLength, grant.psid(), grant.ssp()));
    }
}
