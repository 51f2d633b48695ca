package org.sinho.center.link;

import java.io.PrintStream;
import java.time.Instant;
import org.sinho.center.text.Phrases;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Notice;
import org.sinho.core.event.VehicleClass;
import org.sinho.signal.NoticeCode;
import org.sinho.signal.SiteDoubt;
import org.sinho.signal.preempt.PreemptEnd;
import org.sinho.signal.preempt.RequestCause;

/** Says in words what the core wants operators to see. */
public final class NoticeLog {
    private static final NoticeCode[] CODES = NoticeCode.values();

    private final PrintStream out;
    private final Phrases phrases;

    /**
     * Creates a log in the language of the process.
     *
     * @param out takes one line per notice
     */
    public NoticeLog(PrintStream out) {
        this(out, Phrases.current());
    }

    /**
     * Creates a log.
     *
     * @param out takes one line per notice
     * @param phrases the language
     */
    public NoticeLog(PrintStream out, Phrases phrases) {
        this.out = out;
        this.phrases = phrases;
    }

    void onNotice(Notice notice, long utcMs) {
        for (NoticeCode code : CODES) {
            if (code.code() == notice.code()) {
                out.println(Instant.ofEpochMilli(utcMs) + " " + where(notice, text(code, notice)));
            }
        }
    }

    private String where(Notice notice, String text) {
        return notice.siteId() == 0
                ? phrases.say("where.center", text)
                : phrases.say("where.site", notice.siteId(), text);
    }

    private String text(NoticeCode code, Notice notice) {
        String key = "notice." + code.name();
        int first = notice.first();
        int second = notice.second();
        return switch (code) {
            case CONTROLLED, DISPATCH_SILENT, MONITOR_FLASH, SHADOW_DIFFERS -> phrases.say(key);
            case PREEMPT_STARTED,
                    PREEMPTS_FREQUENT,
                    PREEMPTS_LONG,
                    ZONE_STOPPED,
                    CONTROLLER_DIFFERS ->
                    phrases.say(key, first);
            case RELEASED -> phrases.say(key, phrases.say("doubt." + SiteDoubt.values()[first]));
            case PREEMPT_ENDED ->
                    phrases.say(key, first, phrases.say("end." + PreemptEnd.values()[second]));
            case REQUEST_REFUSED -> phrases.say(key, first, phrases.say("cause." + cause(second)));
            case COMMAND_FAILED -> phrases.say(key, Integer.toHexString(first), second);
            case ZONE_ENTERED_UNAUTHORIZED ->
                    phrases.say(key, first, phrases.say("vehicle." + VehicleClass.of(second)));
            case ZONE_MORE_UNAUTHORIZED -> phrases.say(key, first, second);
            case PATTERN_CHOSEN -> phrases.say(second == 0 ? key + ".0" : key, first, second);
            case HEALTH -> health(key, first, second);
        };
    }

    private String health(String key, int kind, int well) {
        if (kind == HealthReport.Kind.CENTER) {
            return phrases.say(key + ".end");
        }
        String what = kind == HealthReport.Kind.JOURNAL ? "health.journal" : "health.clock";
        return phrases.say(key + "." + well, phrases.say(what));
    }

    private static RequestCause cause(int code) {
        for (RequestCause cause : RequestCause.values()) {
            if (cause.code() == code) {
                return cause;
            }
        }
        return RequestCause.NONE;
    }
}
