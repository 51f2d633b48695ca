package org.sinho.rig.controller;

/**
 * What the lamps show during one step. Bit {@code n - 1} of each mask stands for phase {@code n},
 * or overlap {@code n}. A phase without a face of its own, such as a stage, has its bits all the
 * same.
 *
 * @param reds vehicle red, steady or flashing
 * @param yellows vehicle yellow
 * @param greens vehicle green
 * @param walks WALK
 * @param pedestrianClears flashing DON'T WALK
 * @param dontWalks steady DON'T WALK; dark during flash
 * @param flash vehicle faces whose lamp flashes
 * @param overlapReds overlap red, steady or flashing
 * @param overlapYellows overlap yellow
 * @param overlapGreens overlap green
 * @param overlapFlash overlaps whose lamp flashes
 */
public record LampState(
        int reds,
        int yellows,
        int greens,
        int walks,
        int pedestrianClears,
        int dontWalks,
        int flash,
        int overlapReds,
        int overlapYellows,
        int overlapGreens,
        int overlapFlash) {}
