package org.sinho.center.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of one language. Immutable. */
public final class Phrases {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Phrases(Language language) {
        bundle =
                ResourceBundle.getBundle(
                        "org.sinho.center.text.phrases", language.locale(), NO_FALLBACK);
    }

    /**
     * Gets the sentences of a language.
     *
     * @param language the language
     * @return its sentences
     */
    public static Phrases of(Language language) {
        return new Phrases(language);
    }

    /** {@return the sentences of the language that this process speaks} */
    public static Phrases current() {
        return of(Language.current());
    }

    /**
     * Says one sentence.
     *
     * @param key its name in the bundle
     * @param values what it is about, in the order of its {@code %1$s}, {@code %2$s} ...
     * @return the sentence
     * @throws java.util.MissingResourceException when there is no such sentence
     */
    public String say(String key, Object... values) {
        return String.format(Locale.ROOT, bundle.getString(key), values);
    }

    /** {@return the sentences} */
    ResourceBundle bundle() {
        return bundle;
    }
}
