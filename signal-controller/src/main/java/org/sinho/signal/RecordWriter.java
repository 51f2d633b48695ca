package org.sinho.signal;

import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.signal.guard.SafetyGuard;
import org.sinho.signal.preempt.PreemptDesk;
import org.sinho.signal.zone.ZoneWatch;

/**
 * Writes what the core puts out, and holds the one way by which a command can leave: past the
 * guard. Control thread only.
 */
final class RecordWriter implements SiteControl.Output {
    private static final int HASH_SIZE = 2 * Long.BYTES;

    private final ControlLoop loop;
    private final SafetyGuard guard;
    private final RecordSink sink;
    private final UnsafeBuffer buffer =
            new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final UnsafeBuffer commandBuffer =
            new UnsafeBuffer(java.nio.ByteBuffer.allocateDirect(EventHeader.RECORD_LIMIT));
    private final SignalCommand command = new SignalCommand();
    private final Notice notice = new Notice();
    private final RequestStatus status = new RequestStatus();

    RecordWriter(ControlLoop loop, SafetyGuard guard, RecordSink sink) {
        this.loop = loop;
        this.guard = guard;
        this.sink = sink;
        command.wrapForWrite(commandBuffer, 0);
    }

    /** The one command that all sites fill in; it is copied when it leaves. */
    SignalCommand command() {
        return command;
    }

    @Override
    public boolean submit(SignalCommand wish) {
        SiteControl site = loop.find(wish.siteId());
        wish.causeSequence(loop.lastSequence())
                .epoch(loop.epoch())
                .siteSequence(site.nextSequence())
                .person(0)
                .secondPerson(0)
                .rule(0);
        return judge(wish, site, RecordType.REFUSAL);
    }

    /** Shows the guard a bench's command; what it allows leaves like any other. */
    void inject(InjectedCommand injected) {
        SiteControl site = loop.find(injected.siteId());
        long next = site == null ? 1 : site.nextSequence();
        command.siteId(injected.siteId())
                .object(injected.object())
                .index(injected.index())
                .value(injected.value())
                .reason(injected.reason())
                .decidedUtcMs(loop.nowMs() - injected.ageMs())
                .causeSequence(loop.lastSequence())
                .epoch(loop.epoch() + injected.epochLead())
                .siteSequence(next + injected.sequenceLead())
                .person(injected.person())
                .secondPerson(injected.secondPerson())
                .rule(0);
        judge(command, site, RecordType.INJECTED_REFUSAL);
    }

    private boolean judge(SignalCommand wish, SiteControl site, int refusal) {
        long now = loop.nowMs();
        int rule = guard.check(wish, now);
        wish.rule(rule);
        int type = rule == 0 ? RecordType.COMMAND : refusal;
        EventHeader.write(commandBuffer, 0, type, SignalCommand.SIZE, wish.siteId(), 0, now);
        sink.onRecord(commandBuffer, 0, EventHeader.SIZE + SignalCommand.SIZE);
        if (rule == 0) {
            site.sequenceUsed();
        }
        return rule == 0;
    }

    @Override
    public void notice(int siteId, NoticeCode code, int first, int second) {
        EventHeader.write(buffer, 0, RecordType.NOTICE, Notice.SIZE, siteId, 0, loop.nowMs());
        notice.wrapForWrite(buffer, 0)
                .causeSequence(loop.lastSequence())
                .siteId(siteId)
                .code(code.code())
                .first(first)
                .second(second);
        sink.onRecord(buffer, 0, EventHeader.SIZE + Notice.SIZE);
    }

    /** What the zone may put out: notices and nothing else. */
    ZoneWatch.Listener zoneNotices() {
        return new ZoneWatch.Listener() {
            @Override
            public void onUnauthorized(int entry, int vehicleClass) {
                notice(0, NoticeCode.ZONE_ENTERED_UNAUTHORIZED, entry, vehicleClass);
            }

            @Override
            public void onMore(int entry, int count) {
                notice(0, NoticeCode.ZONE_MORE_UNAUTHORIZED, entry, count);
            }
        };
    }

    @Override
    public void answer(int siteId, PreemptDesk.Answer answer) {
        long now = loop.nowMs();
        EventHeader.write(buffer, 0, RecordType.REQUEST_STATUS, RequestStatus.SIZE, siteId, 0, now);
        answer.write(status.wrapForWrite(buffer, 0), siteId, loop.lastSequence(), now);
        sink.onRecord(buffer, 0, EventHeader.SIZE + RequestStatus.SIZE);
    }

    void stateHash(long hash) {
        EventHeader.write(buffer, 0, RecordType.STATE_HASH, HASH_SIZE, 0, 0, loop.nowMs());
        buffer.putLong(EventHeader.SIZE, loop.lastSequence());
        buffer.putLong(EventHeader.SIZE + Long.BYTES, hash);
        sink.onRecord(buffer, 0, EventHeader.SIZE + HASH_SIZE);
    }

    void put(UnsafeBuffer record, int length) {
        sink.onRecord(record, 0, length);
    }
}
