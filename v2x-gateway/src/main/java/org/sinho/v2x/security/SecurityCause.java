package org.sinho.v2x.security;

/**
 * Why a datagram was or was not accepted as signed by someone entitled to say it.
 *
 * <p>One counter per cause; only {@link #OK} grants anything.
 */
public enum SecurityCause {
    /** Signed by a known, valid and entitled signer. */
    OK,
    /** The datagram ends before the structure does. */
    TRUNCATED,
    /** The datagram is longer than {@link SignedMessage#MAXIMUM_OCTETS}. */
    OVERSIZED,
    /** Not canonical OER of a known structure: bad tag, length, preamble or trailing octets. */
    MALFORMED,
    /** Well-formed unsecured or encrypted content: there is no signature to check. */
    NOT_SIGNED,
    /** Signed, but in a way this deployment does not take: algorithm, self-signed, implicit. */
    UNSUPPORTED,
    /** The header carries no generation time, so no freshness rule could ever be applied. */
    NO_GENERATION_TIME,
    /** The header's expiry time has passed. */
    MESSAGE_EXPIRED,
    /** Signed by digest of a certificate that is neither configured nor learned. */
    UNKNOWN_SIGNER,
    /** The attached certificate names an issuer that is neither root nor authority here. */
    UNKNOWN_ISSUER,
    /** The attached certificate is not rightly signed by its issuer, or exceeds its permissions. */
    CHAIN_INVALID,
    /** The certificate, or one above it, had ended at generation time or has ended by now. */
    CERTIFICATE_EXPIRED,
    /** The certificate, or one above it, had not begun at generation time or has not by now. */
    CERTIFICATE_NOT_YET_VALID,
    /** The certificate, or one above it, is on the revocation list. */
    CERTIFICATE_REVOKED,
    /** The certificate does not allow the message's PSID. */
    PSID_NOT_GRANTED,
    /** The certificate allows the PSID but not the role that it needs or that was claimed. */
    ROLE_NOT_GRANTED,
    /** Sent from outside the certificate's region, or from a place that cannot be told. */
    REGION,
    /** The signature does not match the signed octets and the signer's key. */
    BAD_SIGNATURE,
    /** The same octets were heard a moment ago, for example through a second roadside unit. */
    DUPLICATE
}
