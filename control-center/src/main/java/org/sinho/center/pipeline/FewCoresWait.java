package org.sinho.center.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.locks.LockSupport;

/**
 * How consumers wait where there are fewer cores than threads: asleep, both for the next event and
 * for the consumer before them.
 *
 * <p>The Disruptor's blocking strategy sleeps only for the next event. Waiting for the consumer
 * before, it spins, and on two cores it spins on the one which that consumer needs.
 */
final class FewCoresWait implements WaitStrategy {
    private static final int SPINS = 100;

    /** About an append to the journal, and what a timer of the operating system adds anyway. */
    private static final long PAUSE_NS = 20_000;

    private final Object mutex = new Object();

    @Override
    public long waitFor(
            long sequence, Sequence cursor, Sequence dependent, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        if (cursor.get() < sequence) {
            synchronized (mutex) {
                while (cursor.get() < sequence) {
                    barrier.checkAlert();
                    mutex.wait();
                }
            }
        }
        long available = dependent.get();
        for (int i = 0; available < sequence; i++) {
            barrier.checkAlert();
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PAUSE_NS);
            }
            available = dependent.get();
        }
        return available;
    }

    @Override
    public void signalAllWhenBlocking() {
        synchronized (mutex) {
            mutex.notifyAll();
        }
    }
}
