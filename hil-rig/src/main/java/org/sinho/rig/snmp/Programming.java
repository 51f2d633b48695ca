package org.sinho.rig.snmp;

import java.util.function.Supplier;

/** Tries a change of the database: the records check themselves. */
final class Programming {
    private Programming() {}

    static boolean accepts(Supplier<?> change) {
        try {
            change.get();
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }
}
