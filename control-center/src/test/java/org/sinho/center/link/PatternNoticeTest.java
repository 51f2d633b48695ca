package org.sinho.center.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.center.text.Language;
import org.sinho.center.text.Phrases;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.Notice;
import org.sinho.signal.NoticeCode;

/** What an operator reads when a zone gets another pattern. */
class PatternNoticeTest {
    private static String said(Language language, int zone, int pattern) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Notice notice =
                new Notice()
                        .wrapForWrite(new UnsafeBuffer(new byte[EventHeader.RECORD_LIMIT]), 0)
                        .code(NoticeCode.PATTERN_CHOSEN.code())
                        .first(zone)
                        .second(pattern);
        new NoticeLog(new PrintStream(octets, true, StandardCharsets.UTF_8), Phrases.of(language))
                .onNotice(notice, 0);
        return octets.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldNameZoneAndPatternInBothLanguages() {
        assertThat(said(Language.EN, 2, 7)).contains("center: coordination zone 2: pattern 7");
        assertThat(said(Language.KO, 2, 7)).contains("연동 구역 2", "연동 패턴 7");
    }

    @Test
    void shouldSayThatTheFlowIsUnknownWhenAZoneIsReleased() {
        assertThat(said(Language.EN, 2, 0)).contains("coordination zone 2: flow unknown");
        assertThat(said(Language.KO, 2, 0)).contains("교통량 불명");
    }
}
