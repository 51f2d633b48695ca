package org.sinho.signal.preempt;

import org.sinho.core.event.SignalRequest;

/** What one kind of request needs besides being fresh, new and plausible. Control thread only. */
interface RequestTerms {
    /** J2735: the speed is not known. */
    int SPEED_UNAVAILABLE = 65_535;

    /** E-01: whether the certificate grants the role that the request claims. */
    RequestCause authority(SignalRequest request);

    /** What else stands against a plausible request; the lane map holds its place. */
    RequestCause refusal(SignalRequest request, int approach, long nowMs);

    /** Notes what the vehicle needs and when it arrives; approach and distance are noted. */
    void place(RequestEntry entry, SignalRequest request, long nowMs);
}
