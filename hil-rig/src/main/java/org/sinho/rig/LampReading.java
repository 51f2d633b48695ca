package org.sinho.rig;

import java.util.Optional;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * One reading of a controller's lamps over SNMP, as it came: contradictions and all. A controller
 * without overlaps shows none.
 *
 * @param reds vehicle red
 * @param yellows vehicle yellow
 * @param greens vehicle green
 * @param dontWalks steady DON'T WALK
 * @param pedClears flashing DON'T WALK
 * @param walks WALK
 * @param overlapReds overlap red
 * @param overlapYellows overlap yellow
 * @param overlapGreens overlap green
 * @param flashStatus {@code unitFlashStatus}
 */
record LampReading(
        int reds,
        int yellows,
        int greens,
        int dontWalks,
        int pedClears,
        int walks,
        int overlapReds,
        int overlapYellows,
        int overlapGreens,
        int flashStatus) {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";
    private static final String STATUS_GROUP = ASC + ".1.4.1.";
    private static final int FIRST_COLUMN = 2;
    private static final int LAST_COLUMN = 7;
    private static final int COLUMNS = LAST_COLUMN - FIRST_COLUMN + 1;
    private static final String OVERLAP_STATUS_GROUP = ASC + ".9.4.1.";
    private static final int LAST_OVERLAP_COLUMN = 4;
    private static final int OVERLAP_COLUMNS = LAST_OVERLAP_COLUMN - FIRST_COLUMN + 1;
    private static final String FLASH_STATUS = ASC + ".3.6.0";
    private static final int NOT_FLASH = 2;
    private static final int GROUPS = 2;

    /** All objects in one request, so that a controller may answer from one moment. */
    static PDU request() {
        PDU get = new PDU();
        get.setType(PDU.GET);
        ask(get, STATUS_GROUP, LAST_COLUMN);
        ask(get, OVERLAP_STATUS_GROUP, LAST_OVERLAP_COLUMN);
        get.add(new VariableBinding(new OID(FLASH_STATUS)));
        return get;
    }

    private static void ask(PDU get, String table, int lastColumn) {
        for (int column = FIRST_COLUMN; column <= lastColumn; column++) {
            for (int group = 1; group <= GROUPS; group++) {
                get.add(new VariableBinding(new OID(table + column + "." + group)));
            }
        }
    }

    /** Takes an answer apart; empty when it does not tell the lamps. */
    static Optional<LampReading> of(PDU answer) {
        int[] masks = new int[COLUMNS + OVERLAP_COLUMNS];
        for (int i = 0; i < masks.length; i++) {
            if (i < COLUMNS && value(answer, i * GROUPS) < 0) {
                return Optional.empty(); // Not even the first eight phases.
            }
            for (int group = 0; group < GROUPS; group++) {
                masks[i] |= Math.max(0, value(answer, i * GROUPS + group)) << 8 * group;
            }
        }
        int flash = value(answer, masks.length * GROUPS);
        boolean flashing = flash >= 0 && flash != NOT_FLASH;
        if (flashing) {
            // A flashing lamp is off half of the time; that half is no dark face.
            masks[0] |= ~(masks[1] | masks[2]) & 0xFFFF;
            masks[COLUMNS] |= ~(masks[COLUMNS + 1] | masks[COLUMNS + 2]) & 0xFFFF;
        }
        return Optional.of(
                new LampReading(
                        masks[0],
                        masks[1],
                        masks[2],
                        masks[3],
                        masks[4],
                        masks[5],
                        masks[COLUMNS],
                        masks[COLUMNS + 1],
                        masks[COLUMNS + 2],
                        flash));
    }

    /** Value of an object, or -1 when the controller does not have it. */
    private static int value(PDU answer, int index) {
        return index < answer.size() && answer.get(index).getVariable() instanceof Integer32 value
                ? value.getValue()
                : -1;
    }

    boolean flashing() {
        return flashStatus >= 0 && flashStatus != NOT_FLASH;
    }

    /**
     * Whether a face shows no lamp or two, or a crossing does: by bits of the phases and overlaps
     * asked for.
     */
    boolean contradicts(int phases, int overlaps, int pedestrians) {
        int faces = phases & ~one(reds, yellows, greens);
        int overlapFaces = overlaps & ~one(overlapReds, overlapYellows, overlapGreens);
        int crossings = flashing() ? 0 : pedestrians & ~one(dontWalks, pedClears, walks);
        return (faces | overlapFaces | crossings) != 0;
    }

    /** Bits that are set in exactly one of three masks. */
    private static int one(int a, int b, int c) {
        return (a ^ b ^ c) & ~(a & b & c);
    }

    /** Faces whose lamp flashes. */
    int flash() {
        return flashing() ? 0xFFFF : 0;
    }
}
