/**
 * Who gets a preempt, when it is asked of the controller and when it ends; which buses ask for
 * priority.
 *
 * <p>Requests come authenticated from the gateway; here they are judged (fresh, new, plausible, on
 * a mission), ordered, and turned into the wish for one preempt at a time. Knows the road and the
 * shadow of the controller; never a socket or a clock. Rules: E-01 to E-11 of the safety
 * invariants.
 */
package org.sinho.signal.preempt;
