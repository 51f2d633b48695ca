package org.sinho.center.journal;

import org.agrona.DirectBuffer;

/**
 * A state of the core to restart from: load it, then replay the events after its cause.
 *
 * @param epoch epoch whose output holds it
 * @param sequence its output sequence
 * @param causeSequence last event that is in the state
 * @param state the state's bytes, from octet 0 to the buffer's capacity
 */
public record JournalSnapshot(int epoch, long sequence, long causeSequence, DirectBuffer state) {}
