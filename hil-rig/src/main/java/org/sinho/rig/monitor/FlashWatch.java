package org.sinho.rig.monitor;

import java.util.List;

/** Rules about the junction as a whole: uniform flash, and the way out of dark and flash. */
final class FlashWatch {
    private final MonitorCard card;
    private final int skewMs;
    private final Findings findings;
    private boolean flashing;
    private boolean uniform = true;
    private boolean startUp = true; // The flash after power-up has its own length.
    private boolean mustShowAllRed = true;
    private boolean allRed;
    private long flashSinceMs;
    private long allRedSinceMs;

    FlashWatch(MonitorCard card, int skewMs, Findings findings) {
        this.card = card;
        this.skewMs = skewMs;
        this.findings = findings;
    }

    /** Forgets what it saw: the way out of dark and flash may have been taken before. */
    void forget() {
        flashing = false;
        uniform = true;
        startUp = true;
        mustShowAllRed = false;
        allRed = false;
    }

    void sample(long timeMs, List<FaceWatch> faces, boolean judged) {
        int flashCount = 0;
        int redCount = 0;
        long yellowFlash = 0;
        boolean dark = false;
        boolean green = false;
        for (FaceWatch face : faces) {
            flashCount += face.lamp().flashing() ? 1 : 0;
            redCount += face.lamp() == FaceLamp.RED ? 1 : 0;
            dark |= face.lamp() == FaceLamp.DARK;
            green |= face.green();
            yellowFlash |=
                    face.lamp() == FaceLamp.FLASHING_YELLOW ? 1L << (face.movement() - 1) : 0;
        }
        flash(
                timeMs,
                flashCount,
                flashCount == 0 || flashCount == faces.size() && yellowsAgree(yellowFlash),
                judged);
        wayOut(timeMs, redCount == faces.size(), flashCount > 0 || dark, green, judged);
    }

    private void flash(long timeMs, int flashCount, boolean nowUniform, boolean judged) {
        if (judged && uniform && !nowUniform) {
            findings.violation(
                    Rule.S12, timeMs, "flash is not uniform: " + flashCount + " faces flash");
        }
        uniform = nowUniform;
        boolean now = flashCount > 0;
        if (now && !flashing) {
            flashSinceMs = timeMs;
        }
        long lastedMs = timeMs - flashSinceMs;
        if (!now
                && flashing
                && judged
                && lastedMs < card.minimumFlashDs() * 100L - skewMs
                && !startUp) {
            findings.violation(Rule.S12, timeMs, "flash lasted " + lastedMs + " ms");
        }
        startUp &= now || !flashing;
        flashing = now;
    }

    private boolean yellowsAgree(long yellowFlash) {
        for (long rest = yellowFlash; rest != 0; rest &= rest - 1) {
            if ((card.forbidden()[Long.numberOfTrailingZeros(rest)] & yellowFlash) != 0) {
                return false;
            }
        }
        return true;
    }

    private void wayOut(
            long timeMs, boolean nowAllRed, boolean darkOrFlash, boolean green, boolean judged) {
        if (green && mustShowAllRed) {
            boolean longEnough =
                    allRed && timeMs - allRedSinceMs >= card.allRedDs() * 100L - skewMs;
            if (judged && !longEnough) {
                findings.violation(
                        Rule.S07, timeMs, "green without " + card.allRedDs() * 100 + " ms all red");
            }
            mustShowAllRed = false;
        }
        mustShowAllRed |= darkOrFlash;
        if (nowAllRed && !allRed) {
            allRedSinceMs = timeMs;
        }
        allRed = nowAllRed;
    }
}
