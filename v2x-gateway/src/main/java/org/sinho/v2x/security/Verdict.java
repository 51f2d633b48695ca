package org.sinho.v2x.security;

/**
 * What a verification found. Reusable; holds nothing that was granted unless {@link #ok()}.
 *
 * <p>Not thread-safe: one per worker.
 */
public final class Verdict {
    private SecurityCause cause = SecurityCause.TRUNCATED;
    private long signerDigest;
    private int roles;
    private int psid;

    /** Makes a verdict that grants nothing. */
    public Verdict() {}

    /** {@return OK or why nothing is granted; never null} */
    public SecurityCause cause() {
        return cause;
    }

    /** {@return whether the signer is known, valid and entitled to the PSID} */
    public boolean ok() {
        return cause == SecurityCause.OK;
    }

    /** {@return HashedId8 of the verified signer, big-endian; 0 unless {@link #ok()}} */
    public long signerDigest() {
        return signerDigest;
    }

    /** {@return roles granted under the PSID, a mask as in {@link RoleTable}; 0 unless ok} */
    public int roles() {
        return roles;
    }

    /** {@return the PSID that was granted; 0 unless {@link #ok()}} */
    public int psid() {
        return psid;
    }

    /**
     * Holds the role that the payload claims against the granted ones. On refusal the whole verdict
     * becomes {@link SecurityCause#ROLE_NOT_GRANTED}, so that it cannot be overlooked.
     *
     * @param role one role of {@link RoleTable}
     * @return whether the verdict is, and stays, OK
     */
    public boolean requireRole(int role) {
        if (ok() && (Integer.bitCount(role) != 1 || (roles & role) == 0)) {
            refuse(SecurityCause.ROLE_NOT_GRANTED);
        }
        return ok();
    }

    SecurityCause refuse(SecurityCause why) {
        assert why != SecurityCause.OK : "a refusal needs a cause";
        cause = why;
        signerDigest = 0;
        roles = 0;
        psid = 0;
        return why;
    }

    SecurityCause grant(long signer, int grantedRoles, int grantedPsid) {
        cause = SecurityCause.OK;
        signerDigest = signer;
        roles = grantedRoles;
        psid = grantedPsid;
        return cause;
    }
}
