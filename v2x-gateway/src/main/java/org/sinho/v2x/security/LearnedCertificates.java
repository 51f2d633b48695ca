package org.sinho.v2x.security;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Certificates heard on the air and verified, by digest; of a fixed size, oldest out first.
 *
 * <p>Eight places for each digest: reading is lock-free and allocates nothing, and the bound holds
 * whatever is sent. Thread-safe.
 */
final class LearnedCertificates {
    private static final int WAYS = 8;

    private final AtomicReferenceArray<KnownCertificate> places;
    private final byte[] oldest;
    private final int setMask;

    /** Room for at least {@code capacity} certificates, rounded up to a power of two. */
    LearnedCertificates(int capacity) {
        int sets = Integer.highestOneBit(Math.max(1, (capacity - 1) / WAYS)) << 1;
        places = new AtomicReferenceArray<>(sets * WAYS);
        oldest = new byte[sets];
        setMask = sets - 1;
    }

    KnownCertificate find(long digest) {
        int first = set(digest) * WAYS;
        for (int way = 0; way < WAYS; way++) {
            KnownCertificate each = places.getAcquire(first + way);
            if (each != null && each.digest() == digest) {
                return each;
            }
        }
        return null;
    }

    /** Keeps a certificate in place of one with the same digest, or else of its set's oldest. */
    synchronized void add(KnownCertificate certificate) {
        int set = set(certificate.digest());
        for (int place = set * WAYS; place < (set + 1) * WAYS; place++) {
            KnownCertificate each = places.getPlain(place);
            if (each != null && each.digest() == certificate.digest()) {
                places.setRelease(place, certificate);
                return;
            }
        }
        places.setRelease(set * WAYS + oldest[set], certificate);
        oldest[set] = (byte) ((oldest[set] + 1) % WAYS);
    }

    private int set(long digest) {
        return (int) (digest ^ digest >>> 32) & setMask;
    }
}
