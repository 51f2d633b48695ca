package org.sinho.center.journal;

import java.util.List;
import java.util.stream.Collectors;

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
        String all =
                configuration.stream()
                        .map(file -> file.name() + ' ' + file.sha256() + '\n')
                        .collect(Collectors.joining());
        return Long.parseUnsignedLong(ConfigurationFile.sha256Of(all).substring(0, 16), 16);
    }
}
