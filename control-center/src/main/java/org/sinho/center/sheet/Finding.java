package org.sinho.center.sheet;

/**
 * One thing that is wrong with a site sheet, or with the controller that should match it.
 *
 * @param file file concerned, as the user named it
 * @param line line of the entry concerned, from 1; 1 also when the whole file is meant
 * @param rule invariant such as {@code I-03}, or {@link #FORM} when the file cannot be read
 * @param what the entry, for example {@code yellowChangeDs of phase 4}
 * @param value what is written there, printable, or a word such as {@code missing}
 * @param allowed what may be written there
 */
public record Finding(
        String file, int line, String rule, String what, String value, String allowed) {
    /** Rule of findings about the form of a file, before any safety rule can be asked. */
    public static final String FORM = "FORM";

    /** Rule of what is no violation, and yet keeps a center from loading the sheet. */
    public static final String NOTICE = "NOTICE";

    /** {@return the finding as one line: {@code file:line: rule what is value, allowed allowed}} */
    public String toLine() {
        return file
                + ":"
                + line
                + ": "
                + rule
                + " "
                + what
                + " is "
                + value
                + ", allowed "
                + allowed;
    }
}
