package org.sinho.core.event;

/** Codes of the records that the core puts out; they share the form of {@link EventHeader}. */
public final class RecordType {
    /** A command that passed the guard; payload {@link SignalCommand}. */
    public static final int COMMAND = 101;

    /** A command that the guard refused; payload {@link SignalCommand} with its rule. */
    public static final int REFUSAL = 102;

    /** Hash of the core's state once a second; payload cause and hash. */
    public static final int STATE_HASH = 103;

    /** Answer to a requesting vehicle; payload {@link RequestStatus}. */
    public static final int REQUEST_STATUS = 104;

    /** Something an operator should see; payload {@link Notice}. */
    public static final int NOTICE = 105;

    /** The whole state, for restart; payload cause, then the state. */
    public static final int SNAPSHOT = 106;

    /** A bench's command that the guard refused; payload {@link SignalCommand} with its rule. */
    public static final int INJECTED_REFUSAL = 107;

    private RecordType() {}
}
