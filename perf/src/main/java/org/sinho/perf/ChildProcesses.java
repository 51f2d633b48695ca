package org.sinho.perf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The processes of one run. None of them outlives this process: a shutdown hook ends them and what
 * they have started, in whatever way this process is asked to end, short of being killed.
 */
final class ChildProcesses implements AutoCloseable {
    /** They close files and sockets, and a rig ends its SUMO. */
    private static final int END_LIMIT_S = 5;

    private final List<Process> children = new ArrayList<>();
    private final Thread hook = new Thread(this::end, "end-children");
    private boolean ended;

    ChildProcesses() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts one more; refused once {@link #end} was called, so that none slips through. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ended) {
            throw new IllegalStateException("the run was ended");
        }
        Process child = builder.start();
        children.add(child);
        return child;
    }

    /** Ends all of them, and theirs; from any thread, more than once if need be. */
    synchronized void end() {
        ended = true;
        List<ProcessHandle> family =
                children.stream()
                        .flatMap(child -> child.toHandle().descendants().toList().stream())
                        .toList();
        children.forEach(Process::destroy);
        for (Process child : children) {
            awaitEnd(child);
            child.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static void awaitEnd(Process child) {
        try {
            child.waitFor(END_LIMIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // Then by force.
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending: the hook runs, and ends what has ended.
        }
    }
}
