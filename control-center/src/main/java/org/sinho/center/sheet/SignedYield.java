package org.sinho.center.sheet;

/**
 * A yield pair that somebody answers for.
 *
 * @param first matrix index of one phase, as in {@code SiteSheet}
 * @param second matrix index of the other
 * @param signedOffBy who signed it
 * @param reason why giving way is safe enough here
 */
public record SignedYield(int first, int second, String signedOffBy, String reason) {}
