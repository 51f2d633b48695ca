package org.sinho.center.pipeline;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.EventProcessor;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventProcessorFactory;
import com.lmax.disruptor.dsl.ProducerType;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Who listens to the ring, and in what order. This file is the architecture diagram.
 *
 * <pre>
 *   roadside units ─┐
 *   status pushes ──┤
 *   dispatch ───────┼─▶ [ring] ─▶ journal ─▶ control ─▶ output journal ─▶ sender, broadcaster
 *   sender ─────────┤              durable     decides
 *   ticker ─────────┘
 * </pre>
 *
 * <p>Both consumers gate the ring; whatever is slow reads the output journal or a snapshot.
 */
public final class Pipeline implements AutoCloseable {
    /** Events taken in before the other consumer may see how far this one is. */
    private static final int BATCH_LIMIT = 64;

    /** Spinning threads need a core each: two consumers, the network, a worker, the sender. */
    private static final int CORES_FOR_SPINNING = 8;

    private final Disruptor<RingSlot> disruptor;
    private final RingBuffer<RingSlot> ring;
    private EventProcessor control;

    /**
     * Builds and starts the ring.
     *
     * @param slotCount ring length, a power of two
     * @param journal appends each event; first
     * @param decide lets the core decide; second
     * @param failure called once when a consumer fails: the process must stop (F-05)
     */
    public Pipeline(
            int slotCount,
            EventHandler<RingSlot> journal,
            EventHandler<RingSlot> decide,
            Runnable failure) {
        this(slotCount, BATCH_LIMIT, journal, decide, failure);
    }

    /**
     * Builds and starts the ring with another batch size; what a batch is must not change a result.
     *
     * @param slotCount ring length, a power of two
     * @param batchLimit events that a consumer takes in at most before it says how far it is
     * @param journal appends each event; first
     * @param decide lets the core decide; second
     * @param failure called once when a consumer fails: the process must stop (F-05)
     */
    public Pipeline(
            int slotCount,
            int batchLimit,
            EventHandler<RingSlot> journal,
            EventHandler<RingSlot> decide,
            Runnable failure) {
        disruptor =
                new Disruptor<>(
                        RingSlot::new,
                        slotCount,
                        new ConsumerThreads(),
                        ProducerType.MULTI,
                        waitStrategy());
        FailStop stop = new FailStop(failure);
        EventProcessorFactory<RingSlot> first =
                (buffer, upstream) -> processor(buffer, upstream, journal, batchLimit, stop);
        EventProcessorFactory<RingSlot> second =
                (buffer, upstream) -> {
                    control = processor(buffer, upstream, decide, batchLimit, stop);
                    return control;
                };
        disruptor.handleEventsWith(first).then(second);
        ring = disruptor.start();
    }

    /** On few cores a spinning thread steals the time of the one it waits for. */
    private static WaitStrategy waitStrategy() {
        return Runtime.getRuntime().availableProcessors() >= CORES_FOR_SPINNING
                ? new BusySpinWaitStrategy()
                : new BlockingWaitStrategy();
    }

    private static EventProcessor processor(
            RingBuffer<RingSlot> ring,
            Sequence[] upstream,
            EventHandler<RingSlot> handler,
            int batchLimit,
            FailStop stop) {
        BatchEventProcessor<RingSlot> processor =
                new BatchEventProcessorBuilder()
                        .setMaxBatchSize(batchLimit)
                        .build(ring, ring.newBarrier(upstream), handler);
        // The Disruptor's default handler does not reach processors that are built by hand.
        processor.setExceptionHandler(stop);
        return processor;
    }

    RingBuffer<RingSlot> ring() {
        return ring;
    }

    /**
     * Returns how far control has come.
     *
     * @return ring sequence of the last event decided on
     */
    public long controlSequence() {
        return control.getSequence().get();
    }

    /**
     * Returns how far the ring has been filled.
     *
     * @return ring sequence of the last event put in
     */
    public long cursor() {
        return ring.getCursor();
    }

    @Override
    public void close() {
        disruptor.halt();
    }

    /** Names the two threads, in the order in which the Disruptor starts them. */
    private static final class ConsumerThreads implements ThreadFactory {
        private final Iterator<String> names = List.of("journal", "control").iterator();

        @Override
        public Thread newThread(Runnable body) {
            return Thread.ofPlatform().daemon().name(names.next()).unstarted(body);
        }
    }

    /** A core that is wrong must not go on: the controllers free themselves. */
    private record FailStop(Runnable failure) implements ExceptionHandler<RingSlot> {
        @Override
        public void handleEventException(Throwable thrown, long sequence, RingSlot slot) {
            report(thrown);
        }

        @Override
        public void handleOnStartException(Throwable thrown) {
            report(thrown);
        }

        @Override
        public void handleOnShutdownException(Throwable thrown) {
            report(thrown);
        }

        private void report(Throwable thrown) {
            System.err.println(
                    "sinho: stopping, controllers fall back to their own plan: " + thrown);
            thrown.printStackTrace(System.err);
            failure.run();
        }
    }
}
