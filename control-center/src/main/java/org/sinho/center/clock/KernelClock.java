package org.sinho.center.clock;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Reads the clock's state from the Linux kernel with {@code adjtimex}, which with no mode set
 * changes nothing, needs no privilege and never waits.
 */
final class KernelClock implements ClockWatch {
    /** More than the 208 octets of {@code struct timex} on a 64-bit system. */
    private static final long TIMEX_SIZE = 256;

    /** Its fields behind {@code modes}, each a long at eight octets: offset, freq, maxerror. */
    private static final long MAX_ERROR = 24;

    private static final long STATUS = 40;

    private final MethodHandle adjtimex;

    private KernelClock(MethodHandle adjtimex) {
        this.adjtimex = adjtimex;
    }

    static KernelClock ofSystem() {
        return of(
                System.getProperty("os.name"),
                ValueLayout.ADDRESS.byteSize(),
                Linker.nativeLinker().defaultLookup());
    }

    @SuppressWarnings("restricted") // Opened to native access in config/jvm.properties.
    static KernelClock of(String system, long addressSize, SymbolLookup symbols) {
        MemorySegment function = symbols.find("adjtimex").orElse(MemorySegment.NULL);
        if (!system.equals("Linux") || addressSize != Long.BYTES || function.address() == 0) {
            throw new UnsupportedOperationException(
                    system
                            + " with addresses of "
                            + addressSize
                            + " octets has no adjtimex that is known here");
        }
        return new KernelClock(
                Linker.nativeLinker()
                        .downcallHandle(
                                function,
                                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }

    @Override
    public ClockReading check() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_SIZE, Long.BYTES);
            int result = (int) adjtimex.invokeExact(timex);
            return ClockReading.of(
                    result,
                    timex.get(ValueLayout.JAVA_INT, STATUS),
                    timex.get(ValueLayout.JAVA_LONG, MAX_ERROR));
        } catch (Throwable thrown) { // What a method handle declares; the call itself has none.
            throw new IllegalStateException("adjtimex cannot be called", thrown);
        }
    }
}
