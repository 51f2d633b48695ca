package org.sinho.center.bench;

/**
 * How a bench tries the guard.
 *
 * @param count commands in all; each rule in turn
 * @param seed decides rules' moments and sites
 * @param seconds length of the run over which they are spread
 */
public record Injection(int count, int seed, int seconds) {
    /** Fewest commands with which each rule comes twice. */
    public static final int LEAST = 2 * BrokenRule.values().length;

    /** Most commands. */
    public static final int MOST = 1_000;

    /** Refuses values outside their range. */
    public Injection {
        requireRange("inject.count", count, LEAST, MOST);
        requireRange("inject.seed", seed, 0, Integer.MAX_VALUE);
        requireRange("inject.seconds", seconds, 1, 86_400);
    }

    private static void requireRange(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", allowed " + lowest + " to " + highest);
        }
    }
}
