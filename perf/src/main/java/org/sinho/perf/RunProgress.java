package org.sinho.perf;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import org.sinho.center.text.Phrases;

/** Tells a waiting person how far one run is: a line each tenth of it. */
final class RunProgress {
    private static final int STEP_PERCENT = 10;

    private final String name;
    private final Phrases phrases;
    private final PrintStream out;
    private int toldPercent;
    private long startNs;
    private int startS;

    RunProgress(String name, Phrases phrases, PrintStream out) {
        this.name = name;
        this.phrases = phrases;
        this.out = out;
    }

    String name() {
        return name;
    }

    void starting() {
        out.println("sinho: " + phrases.say("demo.starting", name));
    }

    /**
     * Notes how far the run is.
     *
     * @param doneS simulated seconds done
     * @param totalS simulated seconds in all
     * @param nowNs monotonic time
     */
    void at(int doneS, int totalS, long nowNs) {
        if (startNs == 0) { // The first report: from here on the pace is the run's own.
            startNs = nowNs;
            startS = doneS;
        }
        int percent = (int) (100L * doneS / totalS);
        if (percent < toldPercent + STEP_PERCENT || doneS == startS) {
            return;
        }
        toldPercent = percent - percent % STEP_PERCENT;
        long leftNs = (nowNs - startNs) / (doneS - startS) * (totalS - doneS);
        long leftS = TimeUnit.NANOSECONDS.toSeconds(leftNs);
        out.println("sinho: " + phrases.say("demo.progress", name, percent, leftS));
    }
}
