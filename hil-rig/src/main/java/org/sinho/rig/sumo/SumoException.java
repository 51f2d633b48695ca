package org.sinho.rig.sumo;

/**
 * A city folder that cannot be used, or a SUMO that did not start, refused a command or went away.
 */
public final class SumoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what went wrong.
     *
     * @param message what, where, the value and what would have been allowed
     */
    public SumoException(String message) {
        super(message);
    }

    /**
     * Says what went wrong and what caused it.
     *
     * @param message what, where, the value and what would have been allowed
     * @param cause the underlying failure
     */
    public SumoException(String message, Throwable cause) {
        super(message, cause);
    }
}
