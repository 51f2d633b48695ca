package org.sinho.v2x.security;

import java.util.Arrays;
import java.util.List;

/**
 * One group of what an authority may issue: which PSIDs with which SSPs, and how far down.
 *
 * @param shortestChain fewest certificates from the one issued to the end entity, inclusive
 * @param longestChain most of them
 * @param ranges what may be issued
 */
record IssueGrant(int shortestChain, int longestChain, List<Range> ranges) {
    IssueGrant {
        ranges = List.copyOf(ranges);
    }

    boolean covers(int chainLength, int psid, byte[] ssp) {
        return chainLength >= shortestChain
                && chainLength <= longestChain
                && ranges.stream().anyMatch(range -> range.covers(psid, ssp));
    }

    /** SSPs that may be issued; an absent SSP counts as one of no octets. */
    sealed interface Range {
        boolean covers(int psid, byte[] ssp);
    }

    /** Every PSID with every SSP. */
    record Everything() implements Range {
        @Override
        public boolean covers(int psid, byte[] ssp) {
            return true;
        }
    }

    /** One PSID with every SSP. */
    record AnySsp(int ofPsid) implements Range {
        @Override
        public boolean covers(int psid, byte[] ssp) {
            return psid == ofPsid;
        }
    }

    /** One PSID with one of some SSPs. */
    record OneOf(int ofPsid, List<byte[]> ssps) implements Range {
        @Override
        public boolean covers(int psid, byte[] ssp) {
            return psid == ofPsid && ssps.stream().anyMatch(one -> Arrays.equals(one, ssp));
        }
    }

    /** One PSID with SSPs whose bits under the mask are those of the value. */
    record Bitmap(int ofPsid, byte[] value, byte[] mask) implements Range {
        @Override
        public boolean covers(int psid, byte[] ssp) {
            if (psid != ofPsid || ssp.length != value.length || ssp.length != mask.length) {
                return false;
            }
            for (int i = 0; i < ssp.length; i++) {
                if (((ssp[i] ^ value[i]) & mask[i]) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
