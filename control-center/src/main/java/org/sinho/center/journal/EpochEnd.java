package org.sinho.center.journal;

/**
 * Content of one epoch's {@code end.json}: written when it ends in order, so that records removed
 * from its end afterwards are missed. A killed process leaves none.
 *
 * @param form version of this form, {@link #FORM}
 * @param epoch number of the start, 1 and up
 * @param lastEventSequence number of the last event; one less than the first when there was none
 * @param lastOutputSequence the same for the output
 */
record EpochEnd(int form, int epoch, long lastEventSequence, long lastOutputSequence) {
    /** Form that this software writes and reads. */
    static final int FORM = 1;
}
