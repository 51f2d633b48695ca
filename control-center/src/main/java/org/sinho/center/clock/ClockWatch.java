package org.sinho.center.clock;

/** Looks at the machine's clock. One thread. */
@FunctionalInterface
public interface ClockWatch {
    /** {@return what is known of the clock now} */
    ClockReading check();

    /**
     * Asks the kernel of a 64-bit Linux.
     *
     * @return a watch that never waits
     * @throws UnsupportedOperationException when this system's kernel cannot be asked; says why
     */
    static ClockWatch ofKernel() {
        return KernelClock.ofSystem();
    }

    /**
     * Asks nobody: somebody else answers for the clock.
     *
     * @return a watch that finds it well
     */
    static ClockWatch unchecked() {
        return () -> new ClockReading(true, 0);
    }
}
