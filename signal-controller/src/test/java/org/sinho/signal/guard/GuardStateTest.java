package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.ControllerPoll;
import org.sinho.core.event.ControllerStatus;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalRequest;

/** State to octets and back, and no way out after a fault. */
class GuardStateTest {
    static final int STATE_LIMIT = 16_384;

    static SafetyGuard guard() {
        return new SafetyGuard(List.of(Sheets.cross().build(), Sheets.small().build()));
    }

    static byte[] encode(SafetyGuard guard) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[STATE_LIMIT]);
        int length = guard.encode(buffer, 24);
        byte[] state = new byte[length];
        buffer.getBytes(24, state);
        return state;
    }

    static SafetyGuard restore(byte[] state) {
        SafetyGuard guard = guard();
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[state.length + 8]);
        buffer.putBytes(8, state);
        assertThat(guard.decode(buffer, 8)).isEqualTo(state.length);
        return guard;
    }

    @Test
    void shouldCarryEveryMutableFieldOfEveryLedger() throws IllegalAccessException {
        for (int seed = 0; seed < 20; seed++) {
            SafetyGuard original = guard();
            fill(original, new SplittableRandom(seed));
            String before = fields(original);
            byte[] state = encode(original);
            assertThat(fields(original)).isEqualTo(before);
            assertThat(fields(restore(state))).isEqualTo(before);
        }
    }

    @Test
    void shouldForgetLampsWithoutATrace() {
        SiteTable table = new SiteTable(Sheets.cross().build());
        LampLedger lamps = new LampLedger(table);
        byte[] blank = encode(lamps);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
        ControllerStatus status = new ControllerStatus().wrapForWrite(buffer, 0);
        lamps.onStatus(status.greens(0xFF).walks(0xAA).pedCalls(0xAA).flash(1), 1_000, 1_000);
        status.pushSequence(1).greens(0).walks(0).reds(0xFF).dontWalks(0xAA).pedCalls(0xAA);
        lamps.onStatus(status, 1_100, 1_100);
        assertThat(encode(lamps)).isNotEqualTo(blank);
        lamps.forget();
        assertThat(encode(lamps)).isEqualTo(blank);
    }

    private static byte[] encode(LampLedger lamps) {
        byte[] state = new byte[STATE_LIMIT];
        lamps.carry(new StateCursor().write(new UnsafeBuffer(state), 0));
        return state;
    }

    @Test
    void shouldTakeTheBeginningOfTimeForNothingSpecial() {
        Scene scene = Scene.readyAt(0);
        assertThat(GuardRule.idOf(scene.omit(1))).isEqualTo("ALLOWED");
        scene.hear(scene.ambulance());
        assertThat(GuardRule.idOf(scene.preempt(1, 1))).isEqualTo("ALLOWED");
        assertThat(GuardRule.idOf(scene.preempt(1, 0))).isEqualTo("ALLOWED");
        assertThat(GuardRule.idOf(scene.pattern(1))).isEqualTo("ALLOWED");
        scene.pass(1_200);
        assertThat(GuardRule.idOf(scene.omit(1))).isEqualTo("ALLOWED");
        Scene early = Scene.blank();
        early.nowMs = 0;
        early.guard.onEpoch(1);
        early.cross.greens = Scene.phases(2, 6);
        early.push(early.cross).silence(100).push(early.cross).poll(early.cross);
        assertThat(GuardRule.idOf(early.call(2))).isEqualTo("ALLOWED"); // No SET was before.
    }

    @Test
    void shouldRefuseTheStateOfOtherSites() {
        byte[] state = encode(guard());
        SafetyGuard one = new SafetyGuard(List.of(Sheets.cross().build()));
        UnsafeBuffer buffer = new UnsafeBuffer(state);
        assertThatThrownBy(() -> one.decode(buffer, 0))
                .hasMessage("number of sites in the guard's state is 2, allowed 1");
        Sheets other = Sheets.small();
        other.siteId = 8;
        SafetyGuard two = new SafetyGuard(List.of(other.build(), Sheets.cross().build()));
        byte[] before = encode(two);
        assertThatThrownBy(() -> two.decode(buffer, 0))
                .hasMessage("siteId in the guard's state is 7, allowed 8");
        assertThat(encode(two)).isEqualTo(before);
    }

    @Test
    void shouldRefuseEverythingOnceItWasAtFault() {
        Scene scene = Scene.ready();
        assertThat(scene.guard.failed()).isFalse();
        assertThat(scene.guard.check(new SignalCommand(), scene.nowMs))
                .isEqualTo(GuardRule.INTERNAL.code());
        assertThat(scene.guard.failed()).isTrue();
        assertThat(scene.hold(0)).isEqualTo(GuardRule.INTERNAL.code());
        assertThat(restore(encode(scene.guard)).failed()).isTrue();
    }

    @Test
    void shouldFailAndNotThrowOnEventsThatCannotBeRead() {
        Scene scene = Scene.ready();
        scene.guard.onStatus(new ControllerStatus(), scene.nowMs);
        assertThat(scene.guard.failed()).isTrue();
        scene = Scene.ready();
        scene.guard.onPoll(new ControllerPoll(), scene.nowMs);
        assertThat(scene.guard.failed()).isTrue();
        scene = Scene.ready();
        scene.guard.onRequest(new SignalRequest(), scene.nowMs);
        assertThat(scene.guard.failed()).isTrue();
        scene = Scene.ready();
        scene.guard.onHealth(new HealthReport(), scene.nowMs);
        assertThat(scene.guard.failed()).isTrue();
        assertThat(scene.call(2)).isEqualTo(GuardRule.INTERNAL.code());
    }

    @Test
    void shouldTakeTimeFromEveryKindOfEvent() {
        for (int kind = 0; kind < 4; kind++) {
            Scene scene = Scene.ready();
            long before = scene.nowMs;
            scene.silence(1_001);
            switch (kind) {
                case 0 -> scene.push(scene.small);
                case 1 -> scene.poll(scene.small);
                case 2 -> scene.hear(scene.ambulance());
                default -> scene.health(HealthReport.Kind.CLOCK, 1, 0);
            }
            scene.nowMs = before; // The command comes with an older time than the event.
            scene.ageMs = -1_001;
            assertThat(GuardRule.idOf(scene.call(2))).isEqualTo("C-04");
        }
    }

    @Test
    void shouldNameItsRules() {
        assertThat(GuardRule.idOf(0)).isEqualTo("ALLOWED");
        assertThat(GuardRule.idOf(50)).isEqualTo("UNKNOWN");
        assertThat(GuardRule.idOf(5)).isEqualTo("C-05");
        assertThat(GuardRule.C_05.id()).isEqualTo("C-05");
        assertThat(GuardRule.INTERNAL.code()).isEqualTo(99);
    }

    /** Gives every mutable field a value that no other has. */
    private static void fill(Object owner, SplittableRandom random) throws IllegalAccessException {
        for (Field field : owner.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getName().equals("siteIds")) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(owner);
            if (value instanceof long[] longs) {
                Arrays.setAll(longs, i -> random.nextLong());
            } else if (value instanceof int[] ints) {
                Arrays.setAll(ints, i -> random.nextInt());
            } else if (value instanceof boolean[] booleans) {
                for (int i = 0; i < booleans.length; i++) {
                    booleans[i] = random.nextBoolean();
                }
            } else if (field.getType() == long.class) {
                field.setLong(owner, random.nextLong());
            } else if (field.getType() == int.class) {
                field.setInt(owner, random.nextInt());
            } else if (field.getType() == boolean.class) {
                field.setBoolean(owner, random.nextBoolean());
            } else if (value instanceof SiteGuard[] sites) {
                for (SiteGuard site : sites) {
                    fill(site, random);
                }
            } else if (ledger(value)) {
                fill(value, random);
            }
        }
    }

    /** Reads every mutable field into one text. */
    private static String fields(Object owner) throws IllegalAccessException {
        StringBuilder text = new StringBuilder();
        for (Field field : owner.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Object value = field.get(owner);
            text.append(field.getName()).append('=');
            switch (value) {
                case long[] longs -> text.append(Arrays.toString(longs));
                case int[] ints -> text.append(Arrays.toString(ints));
                case boolean[] booleans -> text.append(Arrays.toString(booleans));
                case SiteGuard[] sites -> {
                    for (SiteGuard site : sites) {
                        text.append(fields(site));
                    }
                }
                default -> text.append(ledger(value) ? fields(value) : plain(value));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static boolean ledger(Object value) {
        return value instanceof CenterHealth
                || value instanceof LampLedger
                || value instanceof CommandLedger
                || value instanceof RequestLedger;
    }

    private static String plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : "";
    }
}
