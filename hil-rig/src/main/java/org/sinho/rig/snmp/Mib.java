package org.sinho.rig.snmp;

import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

/** All object instances of one controller, in lexicographic order. */
final class Mib {
    /** NTCIP 1202 {@code asc}. */
    private static final OID ASC = new OID("1.3.6.1.4.1.1206.4.2.1");

    private final TreeMap<OID, MibObject> objects = new TreeMap<>();

    MibObject get(OID oid) {
        return objects.get(oid);
    }

    /** {@return the first object after {@code oid}, or null at the end} */
    MibObject after(OID oid) {
        var entry = objects.higherEntry(oid);
        return entry == null ? null : entry.getValue();
    }

    /** Whether an object (column) of that name exists, be it without this instance. */
    boolean hasColumn(OID oid) {
        OID column = new OID(oid.getValue(), 0, oid.size() - 1);
        OID found = objects.ceilingKey(column);
        return found != null && found.startsWith(column);
    }

    static OID asc(int... suffix) {
        return new OID(ASC.getValue(), suffix);
    }

    void status(OID oid, IntSupplier value) {
        put(oid, MibObject.Kind.STATUS, () -> new Integer32(value.getAsInt()), v -> false, v -> {});
    }

    void octets(OID oid, Supplier<byte[]> value) {
        put(oid, MibObject.Kind.STATUS, () -> new OctetString(value.get()), v -> false, v -> {});
    }

    /** Programming that this agent can show but never change, even while commissioning. */
    void fixed(OID oid, IntSupplier value) {
        put(
                oid,
                MibObject.Kind.PROGRAMMING,
                () -> new Integer32(value.getAsInt()),
                v -> false,
                v -> {});
    }

    void programming(OID oid, IntSupplier value, IntPredicate allowed, IntConsumer writer) {
        put(
                oid,
                MibObject.Kind.PROGRAMMING,
                () -> new Integer32(value.getAsInt()),
                allowed,
                writer);
    }

    void control(OID oid, IntSupplier value, IntPredicate allowed, IntConsumer writer) {
        put(oid, MibObject.Kind.CONTROL, () -> new Integer32(value.getAsInt()), allowed, writer);
    }

    private void put(
            OID oid,
            MibObject.Kind kind,
            Supplier<Variable> reader,
            IntPredicate allowed,
            IntConsumer writer) {
        MibObject object = new MibObject(oid, kind, reader, allowed, writer);
        if (objects.put(oid, object) != null) {
            throw new IllegalStateException("object " + oid + " is defined twice");
        }
    }
}
