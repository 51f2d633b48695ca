package org.sinho.rig.obu;

/**
 * A vehicle's way through one junction, as its own unit knows it.
 *
 * @param junction J2735 intersection id
 * @param lane ingress lane number of the MAP
 * @param requestId J2735 request id
 */
record Passage(int junction, int lane, int requestId) {}
