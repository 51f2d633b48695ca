package org.sinho.rig.link;

import java.util.SplittableRandom;

/**
 * What is wrong with every link of a bench.
 *
 * @param loss share of datagrams that are lost, 0 to 1
 * @param delayMs longest delay, milliseconds; each datagram draws its own from 0 to it
 * @param duplicate share of datagrams that arrive twice, 0 to 1
 * @param reorder share of datagrams that are held back behind their successors, 0 to 1
 * @param clockOffsetMs how far a sender's clock may be off, either way, milliseconds
 */
public record LinkFaults(
        double loss, int delayMs, double duplicate, double reorder, int clockOffsetMs) {
    /** A link without any fault. */
    public static final LinkFaults NONE = new LinkFaults(0, 0, 0, 0, 0);

    /** Refuses values outside their range. */
    public LinkFaults {
        share("loss", loss);
        share("duplicate", duplicate);
        share("reorder", reorder);
        if (delayMs < 0 || delayMs > 10_000 || clockOffsetMs < 0 || clockOffsetMs > 60_000) {
            throw new IllegalArgumentException(
                    "links: delayMs is "
                            + delayMs
                            + ", allowed 0 to 10000; clockOffsetMs is "
                            + clockOffsetMs
                            + ", allowed 0 to 60000");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "links." + name + " is " + value + ", allowed 0 to 1");
        }
    }

    /**
     * Returns whether datagrams pass as they are.
     *
     * @return whether a link with these faults carries everything at once and once
     */
    public boolean passesAll() {
        return loss == 0 && delayMs == 0 && duplicate == 0 && reorder == 0;
    }

    /**
     * Returns how far a sender's clock is off; the same for a seed and a name in every run.
     *
     * @param seed of the run
     * @param sender its name
     * @return milliseconds, minus {@link #clockOffsetMs} to plus it
     */
    public int clockOffsetMs(long seed, String sender) {
        return clockOffsetMs == 0
                ? 0
                : random(seed, sender).nextInt(-clockOffsetMs, clockOffsetMs + 1);
    }

    static SplittableRandom random(long seed, String name) {
        return new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + name.hashCode());
    }
}
