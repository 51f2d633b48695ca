package org.sinho.center.text;

import picocli.CommandLine.Option;

/** The option {@code --lang} of every command that speaks to people. */
public final class LanguageOption {
    /** Makes the option; picocli fills it. */
    public LanguageOption() {}

    @Option(
            names = "--lang",
            paramLabel = "en|ko",
            description = "language of messages; without it LC_ALL, LC_MESSAGES or LANG decide")
    private void choose(Language language) {
        if (language != null) { // Picocli clears options that are not given.
            language.use();
        }
    }
}
