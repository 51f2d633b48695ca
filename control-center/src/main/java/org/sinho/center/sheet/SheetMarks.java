package org.sinho.center.sheet;

import java.util.HashMap;
import java.util.Map;

/**
 * Where each entry of a site sheet was written, so that a finding can point at it.
 *
 * <p>Entries are addressed by their path of keys, for example {@code timing.4.yellowChangeDs}; a
 * row of a matrix is {@code conflicts.P2}.
 */
public final class SheetMarks {
    private final Map<String, Integer> lines = new HashMap<>();

    SheetMarks() {}

    void put(String path, int line) {
        lines.put(path, line);
    }

    /**
     * Finds the line of an entry.
     *
     * @param path keys joined by dots
     * @return line from 1: of the entry, else of the nearest enclosing entry that was written, else
     *     1
     */
    public int lineOf(String path) {
        for (String at = path; !at.isEmpty(); at = parentOf(at)) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return 1;
    }

    private static String parentOf(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }
}
