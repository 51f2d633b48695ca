/**
 * The last look before a command leaves: {@link org.sinho.signal.guard.SafetyGuard} compares each
 * command with what the junction was last seen to show, what its sheet allows and who asked for it,
 * and passes it or refuses it whole.
 *
 * <p>A pure function of its configuration, its state, the command and the time: no clock, no lock,
 * no allocation after construction. Knows the shared language of {@code traffic-core} and nothing
 * of planning or preemption: it must not share code, or errors, with what it checks. Terms: NTCIP
 * 1202, NEMA TS 2.
 */
package org.sinho.signal.guard;
