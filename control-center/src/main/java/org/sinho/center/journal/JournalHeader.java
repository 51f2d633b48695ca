package org.sinho.center.journal;

import java.util.List;

/**
 * What the center says of itself when it opens a journal.
 *
 * @param softwareId build hash or version of the running software
 * @param startedAtUtcMs start of the center, UTC milliseconds since 1970
 * @param configuration settings and site sheets in force, with their contents
 */
public record JournalHeader(
        String softwareId, long startedAtUtcMs, List<ConfigurationFile> configuration) {
    /** Copies the list. */
    public JournalHeader {
        configuration = List.copyOf(configuration);
    }

    /**
     * Returns the figure for {@code EpochStart.configurationId}.
     *
     * @return first eight octets of the SHA-256 over all names and hashes in their order
     */
    public long configurationId() {
        return ConfigurationFile.idOf(configuration);
    }
}
