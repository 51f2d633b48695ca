package org.sinho.center.journal;

/** The journal cannot be opened, or a record could not be made durable. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what, where, and what to do about it
     */
    public JournalException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what, where, and what to do about it
     * @param cause the underlying failure
     */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
