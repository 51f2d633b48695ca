package org.sinho.center.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.VehicleClass;
import org.sinho.signal.NoticeCode;
import org.sinho.signal.SiteDoubt;
import org.sinho.signal.preempt.PreemptEnd;
import org.sinho.signal.preempt.RequestCause;

class PhrasesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("%\\d\\$s");

    private final Phrases english = Phrases.of(Language.EN);
    private final Phrases korean = Phrases.of(Language.KO);

    private static Set<String> placeholders(Phrases phrases, String key) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(phrases.bundle().getString(key));
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void shouldHaveTheSameKeysInBothLanguages() {
        // Of the bundle itself: a Korean bundle falls back to its parent, the English one.
        assertThat(korean.bundle().getLocale().getLanguage()).isEqualTo("ko");
        assertThat(korean.bundle().keySet()).isEqualTo(english.bundle().keySet());
        for (String key : english.bundle().keySet()) {
            assertThat(korean.bundle().getString(key)).as(key).containsPattern("[가-힣]");
        }
    }

    @Test
    void shouldSayNoLessInKorean() {
        for (String key : english.bundle().keySet()) {
            assertThat(placeholders(korean, key)).as(key).containsAll(placeholders(english, key));
        }
    }

    @Test
    void shouldHaveWordsForEverythingThatTheCoreSays() {
        for (NoticeCode code : NoticeCode.values()) {
            String key = "notice." + code.name();
            assertThat(english.bundle().keySet())
                    .contains(code == NoticeCode.HEALTH ? key + ".0" : key);
        }
        for (VehicleClass vehicleClass : VehicleClass.values()) {
            assertThat(english.bundle().keySet()).contains("vehicle." + vehicleClass.name());
        }
        for (SiteDoubt doubt : SiteDoubt.values()) {
            assertThat(english.bundle().keySet()).contains("doubt." + doubt.name());
        }
        for (PreemptEnd end : PreemptEnd.values()) {
            assertThat(english.bundle().keySet()).contains("end." + end.name());
        }
        for (RequestCause cause : RequestCause.values()) {
            assertThat(english.bundle().keySet()).contains("cause." + cause.name());
        }
    }

    @Test
    void shouldFollowTheFirstVariableThatSaysAnything() {
        assertThat(Language.of(Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Language.KO);
        assertThat(Language.of(Map.of("LC_ALL", "", "LANG", "ko"))).isEqualTo(Language.KO);
        assertThat(Language.of(Map.of("LC_ALL", "C.UTF-8", "LANG", "ko"))).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of())).isEqualTo(Language.EN);
    }
}
