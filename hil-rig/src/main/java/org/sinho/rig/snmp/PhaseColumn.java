package org.sinho.rig.snmp;

import org.sinho.rig.controller.PhaseTiming;

/** Numeric columns 2 to 10 of the phase table. */
final class PhaseColumn {
    private PhaseColumn() {}

    static int get(PhaseTiming phase, int column) {
        return switch (column) {
            case 2 -> phase.walkS();
            case 3 -> phase.pedestrianClearS();
            case 4 -> phase.minimumGreenS();
            case 5 -> phase.passageDs();
            case 6 -> phase.maximum1S();
            case 7 -> phase.maximum2S();
            case 8 -> phase.yellowChangeDs();
            case 9 -> phase.redClearDs();
            case 10 -> phase.redRevertDs();
            default -> throw new IllegalArgumentException("column " + column);
        };
    }

    static PhaseTiming with(PhaseTiming phase, int column, int value) {
        int[] v = new int[11];
        for (int i = 2; i <= 10; i++) {
            v[i] = i == column ? value : get(phase, i);
        }
        return new PhaseTiming(
                phase.number(),
                phase.ring(),
                v[2],
                v[3],
                phase.pedestrianBufferDs(),
                v[4],
                v[5],
                v[6],
                v[7],
                v[8],
                v[9],
                v[10],
                phase.recall(),
                phase.pedestrianRecall(),
                phase.lockDetectors(),
                phase.dualEntry(),
                phase.concurrency());
    }
}
