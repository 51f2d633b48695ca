package org.sinho.center.journal;

import java.util.List;

/**
 * Content of one epoch's {@code header.json}.
 *
 * @param form version of this form, {@link #FORM}
 * @param epoch number of the start, 1 and up
 * @param softwareId build hash or version of the software that wrote the epoch
 * @param jdk version of the Java run time
 * @param startedAt start of the center, ISO 8601 in UTC
 * @param firstEventSequence number of the first event, if there is one
 * @param firstOutputSequence number of the first output record, if there is one
 * @param configuration settings and site sheets in force, with their contents
 */
public record EpochHeader(
        int form,
        int epoch,
        String softwareId,
        String jdk,
        String startedAt,
        long firstEventSequence,
        long firstOutputSequence,
        List<ConfigurationFile> configuration) {
    /** Form that this software writes and reads. */
    public static final int FORM = 2;

    /** Copies the list. */
    public EpochHeader {
        configuration = List.copyOf(configuration);
    }

    /**
     * Returns the figure that the epoch's first event holds too, so that a header cannot be
     * exchanged for another one.
     *
     * @return first eight octets of the SHA-256 over all names and hashes in their order
     */
    public long configurationId() {
        return ConfigurationFile.idOf(configuration);
    }
}
