package org.sinho.rig.snmp;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * One instance of one object.
 *
 * @param oid with instance
 * @param kind who may set it
 * @param reader yields the present value
 * @param allowed which values a SET may carry; never asked for read-only objects
 * @param writer carries a SET out that {@code allowed} has accepted
 */
record MibObject(
        OID oid, Kind kind, Supplier<Variable> reader, IntPredicate allowed, IntConsumer writer) {
    /** Who may set an object. */
    enum Kind {
        /** Nobody. */
        STATUS,
        /** The control center, at run time. */
        CONTROL,
        /** Only while commissioning. */
        PROGRAMMING
    }

    /** Returns the SNMPv2 error status that a SET would earn, {@link PDU#noError} if none. */
    int check(Variable value, boolean commissioning) {
        if (kind == Kind.STATUS) {
            return PDU.notWritable;
        }
        if (kind == Kind.PROGRAMMING && !commissioning) {
            return PDU.noAccess;
        }
        if (!(value instanceof Integer32 number)) {
            return PDU.wrongType;
        }
        return allowed.test(number.toInt()) ? PDU.noError : PDU.wrongValue;
    }

    void write(Variable value) {
        writer.accept(value.toInt());
    }
}
