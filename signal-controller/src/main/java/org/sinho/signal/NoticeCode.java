package org.sinho.signal;

/** What a {@link org.sinho.core.event.Notice} says; a code never changes its meaning. */
public enum NoticeCode {
    /** A site came under control; no figures. */
    CONTROLLED(1),
    /** A site was given back to its own plan; first figure: {@link SiteDoubt} code. */
    RELEASED(2),
    /** A preempt was asked for; preempt number, vehicle id. */
    PREEMPT_STARTED(3),
    /** A preempt was given up; preempt number, {@code PreemptEnd} code. */
    PREEMPT_ENDED(4),
    /** A request was refused; vehicle id, {@code RequestCause} code. */
    REQUEST_REFUSED(5),
    /** Dispatch fell silent, and requests are granted without missions; no figures. */
    DISPATCH_SILENT(6),
    /** More preempts than allowed without acknowledgement; count in the hour. */
    PREEMPTS_FREQUENT(7),
    /** The conflict monitor of a site flashes it; {@code unitFlashStatus}. */
    MONITOR_FLASH(8),
    /** A command failed; object, SNMP error. */
    COMMAND_FAILED(9),
    /** The center's own health changed; kind, healthy. */
    HEALTH(10),
    /** The shadow and the controller's answers differ twice running; count of differences. */
    SHADOW_DIFFERS(11),
    /** A controller is programmed otherwise than its sheet says; count of differences. */
    CONTROLLER_DIFFERS(12),
    /** Preempts took more of the last hour than allowed; their share in percent (E-09). */
    PREEMPTS_LONG(13),
    /** Monitor flash stopped all commands in the zone; junction, flashes in five minutes (F-07). */
    ZONE_STOPPED(14),
    /** Somebody entered the restricted zone without permission; entry, vehicle class. */
    ZONE_ENTERED_UNAUTHORIZED(15),
    /** More did at an entry since it last told; entry, count. */
    ZONE_MORE_UNAUTHORIZED(16),
    /** A zone got another pattern by measured flow; zone, pattern, 0 its controllers' own plan. */
    PATTERN_CHOSEN(17);

    private final int code;

    NoticeCode(int code) {
        this.code = code;
    }

    /**
     * Returns the code in records.
     *
     * @return 1 and up
     */
    public int code() {
        return code;
    }
}
