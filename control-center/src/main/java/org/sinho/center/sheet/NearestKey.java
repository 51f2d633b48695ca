package org.sinho.center.sheet;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/** Says which known key the engineer may have meant. */
final class NearestKey {
    private static final int LONGEST = 64;

    private NearestKey() {}

    /** Returns the known key with the fewest letters to change; of equals the first by alphabet. */
    static String of(String key, Set<String> known) {
        String written = key.length() > LONGEST ? key.substring(0, LONGEST) : key;
        return new TreeSet<>(known)
                .stream().min(Comparator.comparingInt(name -> distance(written, name))).orElse("");
    }

    /** Levenshtein distance, row by row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
