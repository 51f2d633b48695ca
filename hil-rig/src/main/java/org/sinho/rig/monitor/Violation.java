package org.sinho.rig.monitor;

/**
 * One breach of a rule, at its beginning.
 *
 * @param rule which rule
 * @param timeMs time of the sample that showed it, milliseconds since the Unix epoch
 * @param what movements and numbers, for people
 */
public record Violation(Rule rule, long timeMs, String what) {}
