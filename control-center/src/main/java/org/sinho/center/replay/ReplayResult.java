package org.sinho.center.replay;

/**
 * What a replay showed.
 *
 * @param events events replayed
 * @param stateHash hash of the core's state after the last one
 * @param records records that the replay put out
 * @param commands commands among them
 * @param commandHash hash over all commands
 * @param unanswered records of the last events that a killed process had not put out any more
 * @param divergence first event whose records differ from what really went out, are missing, or
 *     that is missing itself; null when none
 * @param what what differs there; null when nothing does
 * @param faults damage found in the journal itself, in words; empty when none
 */
public record ReplayResult(
        long events,
        long stateHash,
        long records,
        long commands,
        long commandHash,
        long unanswered,
        Long divergence,
        String what,
        java.util.List<String> faults) {
    /**
     * Tells whether replay and reality are equal.
     *
     * @return whether nothing differs and nothing is damaged
     */
    public boolean equal() {
        return divergence == null && faults.isEmpty();
    }
}
