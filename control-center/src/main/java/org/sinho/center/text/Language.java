package org.sinho.center.text;

import java.util.Locale;
import java.util.Map;

/** Languages that the commands speak. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** Korean. */
    KO(Locale.KOREAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /**
     * Reads the language from the environment as POSIX orders it. The JDK does so too, but only for
     * locales that are installed, and a server has few.
     *
     * @param environment for example {@code System.getenv()}
     * @return Korean when the first of LC_ALL, LC_MESSAGES and LANG that says anything says so
     */
    public static Language of(Map<String, String> environment) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("ko") ? KO : EN;
            }
        }
        return EN;
    }

    /** Makes this the language in which this process speaks from now on. */
    public void use() {
        Locale.setDefault(Locale.Category.DISPLAY, locale);
    }

    /** {@return the language that this process speaks} */
    public static Language current() {
        String spoken = Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
        return spoken.equals(KO.locale.getLanguage()) ? KO : EN;
    }

    Locale locale() {
        return this == EN ? Locale.ROOT : locale;
    }
}
