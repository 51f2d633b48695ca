package org.sinho.rig.sumo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one received TraCI message in place (big-endian). Running past its end or meeting another
 * type than expected is a {@link SumoException}: the two sides no longer agree.
 */
final class TraciReader {
    private byte[] data = new byte[1 << 16];
    private int position;
    private int limit;
    private int idOffset;
    private int idLength;

    /** {@return an array of at least {@code length} octets to receive the next message into} */
    byte[] receive(int length) {
        if (data.length < length) {
            data = new byte[Math.max(length, data.length * 2)];
        }
        position = 0;
        limit = length;
        return data;
    }

    int position() {
        return position;
    }

    int u8() {
        require(1);
        return data[position++] & 0xFF;
    }

    int i32() {
        require(4);
        int value =
                (data[position] & 0xFF) << 24
                        | (data[position + 1] & 0xFF) << 16
                        | (data[position + 2] & 0xFF) << 8
                        | data[position + 3] & 0xFF;
        position += 4;
        return value;
    }

    double f64() {
        long high = i32();
        return Double.longBitsToDouble(high << 32 | i32() & 0xFFFF_FFFFL);
    }

    String string() {
        mark();
        return new String(data, idOffset, idLength, StandardCharsets.UTF_8);
    }

    void skipString() {
        mark();
    }

    /** {@return what the next string stands for in {@code table}, or null}; makes no string. */
    <T> T lookUp(IdTable<T> table) {
        mark();
        return table.get(data, idOffset, idLength);
    }

    /** Reads the header of the next variable of a subscription; its value has to be read next. */
    int variable() {
        int variable = u8();
        int status = u8();
        if (status != Traci.OK) {
            expect(Traci.T_STRING);
            throw new SumoException(
                    "SUMO: variable 0x" + Integer.toHexString(variable) + ": " + string());
        }
        return variable;
    }

    double doubleValue() {
        expect(Traci.T_DOUBLE);
        return f64();
    }

    int intValue() {
        expect(Traci.T_INTEGER);
        return i32();
    }

    String stringValue() {
        expect(Traci.T_STRING);
        return string();
    }

    <T> T lookUpValue(IdTable<T> table) {
        expect(Traci.T_STRING);
        return lookUp(table);
    }

    List<String> stringListValue() {
        expect(Traci.T_STRING_LIST);
        int count = i32();
        if (count == 0) {
            return List.of();
        }
        List<String> strings = new ArrayList<>(Math.min(count, limit - position));
        for (int i = 0; i < count; i++) {
            strings.add(string());
        }
        return strings;
    }

    void expect(int type) {
        int found = u8();
        if (found != type) {
            throw new SumoException(
                    "TraCI: value of type 0x"
                            + Integer.toHexString(found)
                            + " where 0x"
                            + Integer.toHexString(type)
                            + " belongs");
        }
    }

    /** Reads the length of a command (one octet, or 0 and four). */
    int commandLength() {
        int length = u8();
        return length == 0 ? i32() : length;
    }

    private void mark() {
        int length = i32();
        require(length);
        idOffset = position;
        idLength = length;
        position += length;
    }

    private void require(int octets) {
        if (octets < 0 || octets > limit - position) {
            throw new SumoException("TraCI: message of " + limit + " octets ends too early");
        }
    }
}
