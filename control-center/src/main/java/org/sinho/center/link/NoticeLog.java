package org.sinho.center.link;

import java.io.PrintStream;
import java.time.Instant;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Notice;
import org.sinho.signal.NoticeCode;
import org.sinho.signal.SiteDoubt;

/** Says in words what the core wants operators to see. */
public final class NoticeLog {
    private static final NoticeCode[] CODES = NoticeCode.values();

    private final PrintStream out;

    /**
     * Creates a log.
     *
     * @param out takes one line per notice
     */
    public NoticeLog(PrintStream out) {
        this.out = out;
    }

    void onNotice(Notice notice, long utcMs) {
        for (NoticeCode code : CODES) {
            if (code.code() == notice.code()) {
                out.println(Instant.ofEpochMilli(utcMs) + " " + where(notice) + text(code, notice));
            }
        }
    }

    private static String where(Notice notice) {
        return notice.siteId() == 0 ? "center: " : "site " + notice.siteId() + ": ";
    }

    private static String text(NoticeCode code, Notice notice) {
        return switch (code) {
            case CONTROLLED -> "under control";
            case RELEASED ->
                    "left to its own plan, because "
                            + SiteDoubt.values()[notice.first()]
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT);
            case PREEMPT_STARTED -> "preempt " + notice.first() + " asked for";
            case PREEMPT_ENDED -> "preempt " + notice.first() + " given up";
            case REQUEST_REFUSED -> "request of vehicle " + notice.first() + " refused";
            case DISPATCH_SILENT ->
                    "ALARM dispatch is silent: ambulances are served without a mission";
            case PREEMPTS_FREQUENT ->
                    "ALARM " + notice.first() + " preempts within an hour: acknowledge";
            case MONITOR_FLASH -> "ALARM the conflict monitor flashes the junction";
            case COMMAND_FAILED ->
                    "ALARM a command failed: object "
                            + Integer.toHexString(notice.first())
                            + ", error "
                            + notice.second();
            case HEALTH -> health(notice.first(), notice.second() == 1);
            case SHADOW_DIFFERS -> "status push and poll differ";
            case CONTROLLER_DIFFERS ->
                    "ALARM the controller differs from its sheet in "
                            + notice.first()
                            + " places: not commanded";
            case PREEMPTS_LONG ->
                    "ALARM preempts took " + notice.first() + " % of the last hour: acknowledge";
            case ZONE_STOPPED ->
                    "ALARM the monitor of site "
                            + notice.first()
                            + " flashes: nothing in the zone is commanded";
        };
    }

    private static String health(int kind, boolean well) {
        if (kind == HealthReport.Kind.CENTER) {
            return "ends, every controller is given back";
        }
        return (well ? "well again: " : "ALARM not well, commanding stops: ")
                + (kind == HealthReport.Kind.JOURNAL ? "journal disk" : "clock");
    }
}
