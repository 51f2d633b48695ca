package org.sinho.rig.snmp;

import java.util.List;

/** Phase numbers as NTCIP octet strings carry them: one octet each. */
final class NumberList {
    private NumberList() {}

    static byte[] octets(List<Integer> numbers) {
        byte[] octets = new byte[numbers.size()];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = numbers.get(i).byteValue();
        }
        return octets;
    }
}
