package org.sinho.center.journal;

import java.nio.file.Path;

/**
 * Where and why a stream of records ended early.
 *
 * @param kind what it means
 * @param epoch epoch concerned
 * @param file file concerned
 * @param position octet in the file, 0 when it concerns the whole file
 * @param lastSequence last record that was delivered before, 0 for none
 * @param laterSequence highest whole record found behind the damage in this epoch, 0 for none
 * @param reason in words
 */
public record JournalFault(
        Kind kind,
        int epoch,
        Path file,
        long position,
        long lastSequence,
        long laterSequence,
        String reason) {
    /** What the end of a stream means. */
    public enum Kind {
        /** An unfinished append or a cut file, nothing behind it: how a killed process ends. */
        TORN_TAIL,
        /** A finished record is bad, or whole records follow: acknowledged records are lost. */
        DAMAGE,
        /** Sequences are missing between two epochs: the stream ends here. */
        GAP,
        /** An epoch's header cannot be read; its records still can. */
        HEADER
    }

    @Override
    public String toString() {
        return kind
                + " in epoch "
                + epoch
                + ", "
                + file
                + " at octet "
                + position
                + " after sequence "
                + lastSequence
                + ": "
                + reason
                + (laterSequence > 0 ? "; whole records follow up to " + laterSequence : "");
    }
}
