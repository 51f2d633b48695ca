package org.sinho.v2x.j2735;

/** Nodes of all lanes of one MAP in three arrays: form, and offsets or longitude and latitude. */
final class NodeStore {
    static final int LATITUDE_LONGITUDE = 6;
    static final int REGIONAL = 7;

    private static final int[] XY_BITS = {10, 11, 12, 13, 14, 16};

    private final byte[] forms;
    private final int[] xs;
    private final int[] ys;
    private int used;

    NodeStore(int size) {
        forms = new byte[size];
        xs = new int[size];
        ys = new int[size];
    }

    void clear() {
        used = 0;
    }

    int used() {
        return used;
    }

    int form(int index) {
        return forms[index];
    }

    int x(int index) {
        return xs[index];
    }

    int y(int index) {
        return ys[index];
    }

    /** Adds a node; {@return whether there was room} */
    boolean add(int form, int x, int y) {
        if (used == forms.length) {
            return false;
        }
        forms[used] = (byte) form;
        xs[used] = x;
        ys[used] = y;
        used++;
        return true;
    }

    /** {@return the shortest form for an offset, -1 if none is long enough} */
    static int shortestForm(int x, int y) {
        for (int form = 0; form < XY_BITS.length; form++) {
            int half = 1 << XY_BITS[form] - 1;
            if (x >= -half && x < half && y >= -half && y < half) {
                return form;
            }
        }
        return -1;
    }

    void read(UperReader in) {
        int preamble = in.intBits(2); // Extension, attributes.
        int form = in.intBits(3);
        int x = 0;
        int y = 0;
        if (form < XY_BITS.length) {
            int size = XY_BITS[form];
            x = in.intBits(size) - (1 << size - 1);
            y = in.intBits(size) - (1 << size - 1);
        } else if (form == LATITUDE_LONGITUDE) {
            x = in.constrained(-1_799_999_999, BasicSafetyMessage.LONGITUDE_UNAVAILABLE);
            y = in.constrained(-900_000_000, BasicSafetyMessage.LATITUDE_UNAVAILABLE);
        } else {
            in.skip(Byte.SIZE);
            in.skipOpenType();
        }
        if (!add(form, x, y)) {
            in.fail(DecodeCause.CAPACITY);
        }
        if ((preamble & 1) != 0) {
            LaneTypes.NODE_ATTRIBUTE_SET_XY.skip(in);
        }
        if ((preamble & 2) != 0) {
            in.skipAdditions();
        }
    }

    void write(int index, UperWriter out) {
        int form = forms[index];
        out.bits(0, 2);
        out.bits(form, 3);
        if (form < XY_BITS.length) {
            int half = 1 << XY_BITS[form] - 1;
            out.constrained(xs[index], -half, half - 1);
            out.constrained(ys[index], -half, half - 1);
        } else if (form == LATITUDE_LONGITUDE) {
            out.constrained(xs[index], -1_799_999_999, BasicSafetyMessage.LONGITUDE_UNAVAILABLE);
            out.constrained(ys[index], -900_000_000, BasicSafetyMessage.LATITUDE_UNAVAILABLE);
        } else {
            out.fail(DecodeCause.RANGE); // A regional form was stepped over: nothing to write.
        }
    }
}
