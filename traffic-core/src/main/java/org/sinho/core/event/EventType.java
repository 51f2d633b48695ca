package org.sinho.core.event;

/** Codes of the events that enter the ring. A code never changes its meaning. */
public final class EventType {
    /** A claimed slot whose content was refused: consumers pass over it. */
    public static final int VOID = 0;

    /** A tenth of a second has passed; no payload. */
    public static final int TICK = 1;

    /** The center started or took over; payload {@link EpochStart}. */
    public static final int EPOCH_START = 2;

    /** A vehicle told where it is; payload {@link VehicleReport}. */
    public static final int VEHICLE_REPORT = 3;

    /** A vehicle asked for right of way; payload {@link SignalRequest}. */
    public static final int SIGNAL_REQUEST = 4;

    /** A controller pushed its lamps; payload {@link ControllerStatus}. */
    public static final int CONTROLLER_STATUS = 5;

    /** A controller answered the cross-check; payload {@link ControllerPoll}. */
    public static final int CONTROLLER_POLL = 6;

    /** What became of a command; payload {@link CommandOutcome}. */
    public static final int COMMAND_OUTCOME = 7;

    /** Dispatch opened or closed a unit's mission; payload {@link MissionToken}. */
    public static final int MISSION_TOKEN = 8;

    /** The center's own condition changed; payload {@link HealthReport}. */
    public static final int HEALTH = 9;

    /** A controller's programming was compared with its sheet; payload {@link SiteCheck}. */
    public static final int SITE_CHECK = 10;

    /** Someone on foot told where they are; payload {@link PedestrianReport}. */
    public static final int PEDESTRIAN_REPORT = 20;

    /** A vehicle passed an entry of the restricted zone; payload {@link ZoneSighting}. */
    public static final int ZONE_SIGHTING = 30;

    /** A controller has closed a period of counting; payload {@link DetectorVolumes}. */
    public static final int DETECTOR_VOLUMES = 40;

    /** A bench tries the guard; payload {@link InjectedCommand}. Only in lock-step. */
    public static final int INJECTED_COMMAND = 90;

    private EventType() {}
}
