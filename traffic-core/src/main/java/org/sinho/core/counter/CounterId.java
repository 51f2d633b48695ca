package org.sinho.core.counter;

/** Everything that is counted. The name is also the name on the metrics page. */
public enum CounterId {
    /** Datagrams heard from roadside units. */
    V2X_DATAGRAMS,
    /** Datagrams too short to be a message. */
    V2X_TRUNCATED,
    /** Datagrams longer than any message. */
    V2X_OVERSIZED,
    /** Exact repetitions of a datagram heard a moment ago. */
    V2X_DUPLICATE,
    /** Datagrams without a signature. */
    V2X_NOT_SIGNED,
    /** Security envelopes of a form that is not supported. */
    V2X_UNSUPPORTED,
    /** Signers whose certificate is not known. */
    V2X_UNKNOWN_SIGNER,
    /** Signatures that are wrong. */
    V2X_BAD_SIGNATURE,
    /** Certificates that have expired. */
    V2X_CERTIFICATE_EXPIRED,
    /** Certificates that are not valid yet. */
    V2X_CERTIFICATE_NOT_YET_VALID,
    /** Certificates on the revocation list. */
    V2X_CERTIFICATE_REVOKED,
    /** Certificates without a chain to a configured root. */
    V2X_CHAIN_INVALID,
    /** Messages of a kind that the certificate does not permit. */
    V2X_PSID_NOT_GRANTED,
    /** Requests whose certificate grants no role. */
    V2X_ROLE_NOT_GRANTED,
    /** Messages from outside the certificate's region. */
    V2X_REGION,
    /** Messages past the expiry that they carry themselves. */
    V2X_MESSAGE_EXPIRED,
    /** Messages without the generation time that their kind needs. */
    V2X_NO_GENERATION_TIME,
    /** Payloads of a message type that is not listened to. */
    V2X_UNKNOWN_MESSAGE,
    /** Payloads that do not decode. */
    V2X_MALFORMED,
    /** Datagrams whose signed and inner message types differ. */
    V2X_WRONG_TYPE,
    /** BSM taken in. */
    V2X_BSM,
    /** SRM taken in. */
    V2X_SRM,
    /** PSM taken in. */
    V2X_PSM,
    /** Messages dropped because the verification queue was full. */
    V2X_VERIFY_QUEUE_FULL,
    /** Signatures checked. */
    V2X_VERIFIED,
    /** Messages down to a roadside unit that the network refused. */
    V2X_DOWNLINK_FAILED,
    /** Status pushes taken in. */
    STATUS_PUSHES,
    /** Status pushes that were malformed or from an unexpected address. */
    STATUS_REFUSED,
    /** Events dropped because the ring was full. */
    RING_DROPPED,
    /** Events dropped because a lock-step's buffer was full. */
    STEP_DROPPED,
    /** Lock-steps that went on although not all announced datagrams had come. */
    STEP_INCOMPLETE,
    /** Commands sent. */
    COMMANDS_SENT,
    /** Commands discarded as too old or of a past epoch. */
    COMMANDS_DISCARDED,
    /** Commands that failed. */
    COMMANDS_FAILED,
    /** Polls answered. */
    POLLS_ANSWERED,
    /** Polls not answered. */
    POLLS_SILENT,
    /** Signal status messages sent. */
    SSM_SENT,
    /** SPaT messages sent. */
    SPAT_SENT,
    /** MAP messages sent. */
    MAP_SENT,
    /** Lines from dispatch that could not be read. */
    DISPATCH_MALFORMED,
    /** Sightings at entries of the restricted zone taken in. */
    ZONE_SIGHTINGS,
    /** Datagrams of zone readers whose length is not that of a sighting. */
    ZONE_LENGTH,
    /** Datagrams of zone readers of another form or version. */
    ZONE_VERSION,
    /** Sightings of a reader that is not configured, or from another address than its own. */
    ZONE_UNKNOWN_READER,
    /** Sightings whose seal is wrong. */
    ZONE_BAD_SEAL,
    /** Sightings heard before, or behind one heard already. */
    ZONE_OLD_SEQUENCE,
    /** Sealed sightings with a value that no reader may send. */
    ZONE_BAD_VALUE
}
