package org.sinho.v2x;

import org.sinho.core.counter.CounterId;
import org.sinho.v2x.security.SecurityCause;

/** Which counter counts which cause of refusal. */
final class SecurityCounters {
    private SecurityCounters() {}

    static CounterId of(SecurityCause cause) {
        return switch (cause) {
            case OK -> CounterId.V2X_VERIFIED;
            case MALFORMED -> CounterId.V2X_MALFORMED;
            case MESSAGE_EXPIRED -> CounterId.V2X_MESSAGE_EXPIRED;
            case NO_GENERATION_TIME -> CounterId.V2X_NO_GENERATION_TIME;
            case UNSUPPORTED -> CounterId.V2X_UNSUPPORTED;
            case TRUNCATED -> CounterId.V2X_TRUNCATED;
            case OVERSIZED -> CounterId.V2X_OVERSIZED;
            case NOT_SIGNED -> CounterId.V2X_NOT_SIGNED;
            case UNKNOWN_SIGNER -> CounterId.V2X_UNKNOWN_SIGNER;
            case CERTIFICATE_EXPIRED -> CounterId.V2X_CERTIFICATE_EXPIRED;
            case CERTIFICATE_NOT_YET_VALID -> CounterId.V2X_CERTIFICATE_NOT_YET_VALID;
            case CERTIFICATE_REVOKED -> CounterId.V2X_CERTIFICATE_REVOKED;
            case CHAIN_INVALID, UNKNOWN_ISSUER -> CounterId.V2X_CHAIN_INVALID;
            case PSID_NOT_GRANTED -> CounterId.V2X_PSID_NOT_GRANTED;
            case ROLE_NOT_GRANTED -> CounterId.V2X_ROLE_NOT_GRANTED;
            case REGION -> CounterId.V2X_REGION;
            case BAD_SIGNATURE -> CounterId.V2X_BAD_SIGNATURE;
            case DUPLICATE -> CounterId.V2X_DUPLICATE;
        };
    }
}
