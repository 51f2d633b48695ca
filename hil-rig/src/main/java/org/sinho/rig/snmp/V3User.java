package org.sinho.rig.snmp;

/**
 * The one SNMPv3 user of an agent, who may GET and SET, with SHA-256 authentication and AES-128
 * privacy and nothing less.
 *
 * @param name user name, not empty
 * @param authPassphrase authentication passphrase, 8 characters or more
 * @param privPassphrase privacy passphrase, 8 characters or more
 */
public record V3User(String name, String authPassphrase, String privPassphrase) {
    private static final int SHORTEST = 8;

    /** Refuses an empty name and short passphrases. */
    public V3User {
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "user of v3 is empty, allowed one character or more");
        }
        longEnough("authPassphrase", authPassphrase);
        longEnough("privPassphrase", privPassphrase);
    }

    private static void longEnough(String name, String passphrase) {
        if (passphrase.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    name
                            + " of v3 has "
                            + passphrase.length()
                            + " characters, allowed "
                            + SHORTEST
                            + " or more");
        }
    }

    /** Keeps the passphrases out of logs. */
    @Override
    public String toString() {
        return "V3User[" + name + "]";
    }
}
