package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.EventType;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;

/** A bench's command goes to the guard and nowhere else, and only on a bench. */
class InjectedCommandTest {
    private static final int FLASH = 255;
    private static final ControlSettings BENCH = settings(true);

    private static ControlSettings settings(boolean injection) {
        ControlSettings base = ControlSettings.DEFAULT;
        return new ControlSettings(
                base.requestFreshMs(),
                base.requestSilenceMs(),
                base.requestOverrunMs(),
                base.preemptMarginMs(),
                base.queueDischargeMs(),
                base.dispatchSilenceMs(),
                base.preemptsPerHour(),
                base.snapshotIntervalMs(),
                base.actuated(),
                base.preemption(),
                base.priority(),
                injection,
                base.coordination());
    }

    private static Street ready(ControlSettings settings) {
        Street street = new Street(settings);
        Timeline.warmUp(street);
        return street;
    }

    private static List<SignalCommand> inject(
            Street street, int siteId, int object, int index, int value) {
        UnsafeBuffer event = new UnsafeBuffer(new byte[EventHeader.SIZE + InjectedCommand.SIZE]);
        EventHeader.write(
                event,
                0,
                EventType.INJECTED_COMMAND,
                InjectedCommand.SIZE,
                0,
                0,
                street.core.nowMs());
        new InjectedCommand()
                .wrapForWrite(event, 0)
                .siteId(siteId)
                .object(object)
                .index(index)
                .value(value)
                .reason(Reason.ACTUATED);
        int before = street.out.size();
        street.core.onEvent(event, 0, event.capacity());
        List<SignalCommand> caused = new ArrayList<>();
        for (byte[] record : street.out.subList(before, street.out.size())) {
            caused.add(new SignalCommand().wrap(new UnsafeBuffer(record), 0));
        }
        return caused;
    }

    private static int typeOfLast(Street street) {
        return EventHeader.type(new UnsafeBuffer(street.out.getLast()), 0);
    }

    @Test
    void shouldBeStoppedByTheGuardUnderItsOwnKindOfRecord() {
        Street street = ready(BENCH);
        List<SignalCommand> caused = inject(street, Junction.SITE, ControlObject.PATTERN, 0, FLASH);
        assertThat(caused).hasSize(1);
        assertThat(caused.getFirst().rule()).isEqualTo(9);
        assertThat(typeOfLast(street)).isEqualTo(RecordType.INJECTED_REFUSAL);
    }

    @Test
    void shouldBeStoppedAtAJunctionThatNobodyKnows() {
        Street street = ready(BENCH);
        assertThat(inject(street, 99, ControlObject.VEH_CALL, 1, 1).getFirst().rule()).isEqualTo(1);
    }

    @Test
    void shouldLeaveWhenItBreaksNoRule() {
        Street street = ready(BENCH);
        assertThat(inject(street, Junction.SITE, ControlObject.VEH_CALL, 1, 8)).hasSize(1);
        assertThat(typeOfLast(street)).isEqualTo(RecordType.COMMAND);
    }

    @Test
    void shouldBePassedOverByACoreThatIsNotOnABench() {
        Street street = ready(settings(false));
        assertThat(inject(street, Junction.SITE, ControlObject.VEH_CALL, 1, 8)).isEmpty();
        assertThat(inject(street, Junction.SITE, ControlObject.PATTERN, 0, FLASH)).isEmpty();
    }

    @Test
    void shouldLeaveNoTraceInTheStateWhenItIsStopped() {
        Street street = ready(BENCH);
        Street other = ready(BENCH);
        inject(street, Junction.SITE, ControlObject.PATTERN, 0, FLASH);
        // An event of no consequence, so that both have heard as many.
        inject(other, 99, ControlObject.VEH_CALL, 1, 1);
        assertThat(street.core.stateHash()).isEqualTo(other.core.stateHash());
        for (int i = 0; i < 600; i++) {
            street.step();
            other.step();
        }
        assertThat(street.core.stateHash()).isEqualTo(other.core.stateHash());
    }
}
