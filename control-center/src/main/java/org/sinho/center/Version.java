package org.sinho.center;

/** Which software this is. */
final class Version {
    private Version() {}

    /** Returns the build's commit, as the launcher or the package says. */
    static String softwareId() {
        return System.getProperty("sinho.commit", "unknown");
    }
}
