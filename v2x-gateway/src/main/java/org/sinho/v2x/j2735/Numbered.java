package org.sinho.v2x.j2735;

/** Names made of a fixed prefix and a number 0 to 63, for parts that later editions added. */
final class Numbered {
    private static final int HIGHEST = 63;

    private Numbered() {}

    /** {@return the number behind {@code prefix}, or -1 if {@code name} is not of that form} */
    static int suffix(String name, String prefix) {
        if (name == null || !name.startsWith(prefix)) {
            return -1;
        }
        String digits = name.substring(prefix.length());
        if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(Numbered::digit)) {
            return -1;
        }
        int number = Integer.parseInt(digits);
        return number <= HIGHEST ? number : -1;
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }
}
