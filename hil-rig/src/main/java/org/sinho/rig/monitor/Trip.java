package org.sinho.rig.monitor;

/**
 * A latched hardware fault.
 *
 * @param cause why
 * @param timeMs when, milliseconds since the Unix epoch
 * @param what the movements concerned
 */
public record Trip(TripCause cause, long timeMs, String what) {}
