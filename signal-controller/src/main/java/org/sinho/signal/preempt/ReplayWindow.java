package org.sinho.signal.preempt;

import java.util.Arrays;
import org.sinho.core.event.SignalRequest;
import org.sinho.core.picture.StateCursor;

/**
 * Remembers every request heard lately, so that none counts twice (E-03).
 *
 * <p>Part of the core's state: journal replay and snapshot rebuild it before the first accept. A
 * table of 128-bit fingerprints; an entry may be overwritten only when it has left the window, and
 * a request that finds no room is refused: forgetting would let a replay in. Each signer has a
 * block of the table that follows from its digest, so that nobody can fill it for everyone else.
 */
public final class ReplayWindow {
    /** What the window says of a request. */
    enum Verdict {
        /** Not heard before; remembered from now on. */
        NEW,
        /** Heard before. */
        DUPLICATE,
        /** Not known to be new, for there is no room to remember it. */
        NO_ROOM
    }

    private static final int BLOCK_BITS = 6;

    /** A vehicle that asks three junctions ten times a second fills 150 places. */
    private static final int BLOCK_SIZE = 256;

    private static final int SIZE = (1 << BLOCK_BITS) * BLOCK_SIZE;

    private final long[] upper = new long[SIZE];
    private final long[] lower = new long[SIZE];
    private final long[] heardMs = new long[SIZE];
    private final int windowMs;

    /**
     * Creates an empty window.
     *
     * @param freshMs greatest age of a request; the window is two and a half times as long
     */
    public ReplayWindow(int freshMs) {
        windowMs = freshMs * 5 / 2;
        Arrays.fill(heardMs, Long.MIN_VALUE / 2);
    }

    /**
     * Notes a request.
     *
     * @param request as authenticated by the gateway
     * @param nowMs control time, milliseconds
     * @return whether it is new
     */
    Verdict admit(SignalRequest request, long nowMs) {
        long a = mix(request.signer() ^ mix(request.payloadHash(0)), request.generationUtcMs());
        long b = mix(request.payloadHash(1) + a, identity(request));
        int block = (int) (mix(request.signer()) >>> (Long.SIZE - BLOCK_BITS));
        int free = -1;
        for (int slot = block * BLOCK_SIZE; slot < (block + 1) * BLOCK_SIZE; slot++) {
            boolean inWindow = nowMs - heardMs[slot] <= windowMs;
            if (inWindow && upper[slot] == a && lower[slot] == b) {
                return Verdict.DUPLICATE;
            }
            if (!inWindow && free < 0) {
                free = slot;
            }
        }
        if (free < 0) {
            return Verdict.NO_ROOM;
        }
        upper[free] = a;
        lower[free] = b;
        heardMs[free] = nowMs;
        return Verdict.NEW;
    }

    /** One SRM may carry requests for several junctions: they differ only here. */
    private static long identity(SignalRequest request) {
        return (long) request.siteId() << 32
                | (long) request.requestId() << 16
                | request.sequenceNumber();
    }

    private static long mix(long value, long more) {
        return mix(value * 31 + more);
    }

    private static long mix(long value) {
        long z = value + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Saves or restores the window.
     *
     * @param cursor over the state
     */
    public void visit(StateCursor cursor) {
        cursor.visit(upper);
        cursor.visit(lower);
        cursor.visit(heardMs);
    }
}
