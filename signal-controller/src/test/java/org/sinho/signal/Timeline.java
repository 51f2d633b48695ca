package org.sinho.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.sinho.core.event.EventHeader;
import org.sinho.core.event.HealthReport;
import org.sinho.core.event.Notice;
import org.sinho.core.event.RecordType;
import org.sinho.core.event.RequestStatus;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.signal.guard.GuardRule;
import org.sinho.signal.preempt.PreemptEnd;
import org.sinho.signal.preempt.RequestCause;

/**
 * Plays a story drawn as a table and compares what comes out with its last column.
 *
 * <pre>
 *   seconds | what happens                  | what comes out at that moment
 *   0       | mission 601; 601 asks         | 601 processing
 * </pre>
 *
 * <p>The junction is under control when the story begins; phases 2 and 6 are green, and a queue
 * stands on both arms of the side road, so that its preempts are due some 50 s ahead. What comes
 * out at any other time than drawn fails the story, and so does what is drawn and does not come.
 * Calls, holds, force-offs, heartbeats and the moments of release are drawn only on demand.
 */
final class Timeline {
    private static final int WARM_UP_DS = 45;
    private static final String[] VEHICLE_STATUS = {
        "over", "requested", "processing", "watch", "granted", "rejected", "maxPresence", "locked"
    };

    private final Street street;
    private final Set<String> shown = new TreeSet<>();
    private final List<String> drawn = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();

    private Timeline(ControlSettings settings, String... shown) {
        street = new Street(settings);
        this.shown.addAll(List.of(shown));
    }

    /** Plays with the product's own settings; {@code shown}: calls, holds, heartbeats, releases. */
    static void play(String story, String... shown) {
        new Timeline(ControlSettings.DEFAULT, shown).run(story);
    }

    static void play(ControlSettings settings, String story, String... shown) {
        new Timeline(settings, shown).run(story);
    }

    /** Brings a street under control. */
    static void warmUp(Street street) {
        street.ds = -WARM_UP_DS;
        street.begin();
        while (street.ds < 0) {
            street.step();
        }
        street.out.clear();
    }

    private void run(String story) {
        street.queue(3);
        street.queue(4);
        warmUp(street);
        long atDs = 0;
        for (String line : story.strip().lines().toList()) {
            String[] cells = (line + " ").split("\\|", -1);
            String time = cells[0].strip();
            if (!time.isEmpty()) {
                long nextDs = Math.round(Double.parseDouble(time) * 10);
                assertThat(nextDs).as("times in order").isGreaterThanOrEqualTo(atDs);
                while (street.ds < nextDs) {
                    step();
                }
                atDs = nextDs;
            }
            for (String act : cells[1].split(";")) {
                if (!act.isBlank()) {
                    act(street, act.strip());
                }
            }
            for (String sign : cells[2].split(";")) {
                if (!sign.isBlank()) {
                    drawn.add(row(atDs, sign.strip()));
                }
            }
        }
        step();
        assertThat(String.join("\n", happened)).isEqualTo(String.join("\n", drawn));
    }

    private static String row(long ds, String sign) {
        return String.format(Locale.ROOT, "%6.1f | %s", ds / 10.0, sign);
    }

    private void step() {
        long ds = street.ds;
        street.step();
        for (String sign : signs(street, shown)) {
            happened.add(row(ds, sign));
        }
        street.out.clear();
    }

    /** Does one thing that a story names. */
    static void act(Street street, String act) {
        String[] words = act.split(" +");
        if (words[0].matches("[0-9]+")) {
            drive(street, street.vehicle(Integer.parseInt(words[0])), words);
            return;
        }
        FieldController field = street.field;
        switch (act) {
            case "dispatch silent" -> street.dispatch = false;
            case "dispatch back" -> street.dispatch = true;
            case "push silent" -> field.push = false;
            case "push back" -> field.push = true;
            case "poll silent" -> field.poll = false;
            case "poll back" -> field.poll = true;
            case "poll lies" -> field.pollLies = 0x80;
            case "poll true" -> field.pollLies = 0;
            case "flash" -> field.flashStatus = 3;
            case "monitor flash" -> field.flashStatus = 6;
            case "flash ends" -> field.flashStatus = 2;
            case "person at cabinet" -> field.manual = 5;
            case "person leaves" -> field.manual = 0;
            case "no maximum" -> field.patient = true;
            case "lamps dark" -> field.dark = true;
            case "lamps lit" -> field.dark = false;
            case "controller differs" -> street.check(false);
            case "controller agrees" -> street.check(true);
            case "journal fails" -> street.health(HealthReport.Kind.JOURNAL, false, 0);
            case "journal well" -> street.health(HealthReport.Kind.JOURNAL, true, 0);
            case "clock fails" -> street.health(HealthReport.Kind.CLOCK, false, 900);
            case "clock unsure" -> street.health(HealthReport.Kind.CLOCK, true, 101);
            case "clock well" -> street.health(HealthReport.Kind.CLOCK, true, 100);
            case "next command fails" -> street.nextOutcome = "fails";
            case "next command lost" -> street.nextOutcome = "lost";
            case "new epoch" -> street.startEpoch();
            case "another core" -> street.moveToAnotherCore();
            case "repeat" -> street.repeat(1);
            case "repeat by unit 2" -> street.repeat(2);
            default -> other(street, words);
        }
    }

    private static void other(Street street, String[] words) {
        int number = Integer.parseInt(words[words.length - 1]);
        switch (words[0]) {
            case "mission" -> street.mission(number, true);
            case "nomission" -> street.mission(number, false);
            case "loop" -> street.field.loops |= 1 << number - 1;
            case "stream" -> street.field.streams |= 1 << number - 1;
            case "dry" -> street.field.streams = 0;
            case "device" -> street.waitAtCurb(number, true);
            case "forger" -> street.waitAtCurb(number, false);
            case "walker" -> street.field.pedCalls |= 1 << number - 1;
            default -> throw new IllegalArgumentException(String.join(" ", words));
        }
    }

    private static void drive(Street street, Street.Vehicle v, String[] words) {
        boolean once = false;
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=");
            double value = pair.length == 2 ? Double.parseDouble(pair[1]) : 0;
            int whole = (int) value;
            switch (pair[0]) {
                case "asks" -> v.asks = true;
                case "once", "cancels" -> once = true;
                case "silent" -> v.asks = false;
                case "reports" -> v.reports = true;
                case "unchecked" -> v.unchecked = true;
                case "checked" -> v.unchecked = false;
                case "gone" -> street.vehicles.remove(v.id);
                case "on" -> v.on = whole;
                case "at" -> v.atM = value;
                case "speed" -> v.speedMps = value;
                case "role" -> v.role = whole;
                case "granted" -> v.granted = whole;
                case "signer" -> v.signer = whole;
                case "request" -> v.request = whole;
                case "age" -> v.ageMs = whole;
                case "expires" -> v.expiresMs = whole;
                case "eta" -> v.etaMs = whole;
                case "turned" -> v.turnedCdeg = whole * 100;
                case "aside" -> v.asideM = value;
                case "lane" -> v.lane = whole;
                default -> throw new IllegalArgumentException(words[i]);
            }
            v.type = pair[0].equals("cancels") ? 3 : v.type;
        }
        if (once) {
            street.ask(v);
            v.type = 1;
        }
    }

    /** What came out since the last look, in words. */
    static List<String> signs(Street street, Set<String> shown) {
        List<String> signs = new ArrayList<>();
        for (byte[] record : street.out) {
            UnsafeBuffer view = new UnsafeBuffer(record);
            String sign =
                    switch (EventHeader.type(view, 0)) {
                        case RecordType.COMMAND ->
                                command(new SignalCommand().wrap(view, 0), shown);
                        case RecordType.REFUSAL -> refusal(new SignalCommand().wrap(view, 0));
                        case RecordType.REQUEST_STATUS -> answer(new RequestStatus().wrap(view, 0));
                        case RecordType.NOTICE -> notice(new Notice().wrap(view, 0));
                        default -> "";
                    };
            if (!sign.isEmpty() && !(sign.equals("release") && signs.contains(sign))) {
                signs.add(sign);
            }
        }
        return signs;
    }

    private static String refusal(SignalCommand command) {
        return "GUARD " + GuardRule.idOf(command.rule()) + " " + name(command);
    }

    private static String command(SignalCommand command, Set<String> shown) {
        boolean preempt = command.object() == ControlObject.PREEMPT;
        String kind =
                switch (command.reason()) {
                    case Reason.HEARTBEAT -> "heartbeats";
                    case Reason.RELEASE -> "releases";
                    default ->
                            switch (command.object()) {
                                case ControlObject.VEH_CALL, ControlObject.PED_CALL -> "calls";
                                case ControlObject.PREEMPT -> "preempts";
                                default -> "holds";
                            };
                };
        if (!kind.equals("preempts") && !shown.contains(kind)) {
            return "";
        }
        return switch (kind) {
            case "releases" -> "release";
            case "heartbeats" -> preempt ? "" : "heartbeat";
            default -> name(command);
        };
    }

    private static String name(SignalCommand command) {
        String phases = "";
        for (int bits = command.value(); bits != 0; bits &= bits - 1) {
            phases += " " + (Integer.numberOfTrailingZeros(bits) + 1);
        }
        phases = phases.isEmpty() ? " none" : phases;
        return switch (command.object()) {
            case ControlObject.PREEMPT ->
                    "preempt " + command.index() + (command.value() == 1 ? " on" : " off");
            case ControlObject.HOLD -> "hold" + phases;
            case ControlObject.FORCE_OFF -> "force off" + phases;
            case ControlObject.VEH_CALL -> "call" + phases;
            case ControlObject.PED_CALL -> "call on foot" + phases;
            default -> "object " + Integer.toHexString(command.object()) + phases;
        };
    }

    private static String answer(RequestStatus status) {
        String cause = "";
        for (RequestCause known : RequestCause.values()) {
            boolean named = known.code() == status.cause() && known != RequestCause.NONE;
            cause = named ? " " + known : cause;
        }
        return status.vehicleId() + " " + VEHICLE_STATUS[status.status()] + cause;
    }

    private static String notice(Notice notice) {
        NoticeCode code =
                Stream.of(NoticeCode.values())
                        .filter(known -> known.code() == notice.code())
                        .findFirst()
                        .orElseThrow();
        return switch (code) {
            case PREEMPT_STARTED, HEALTH -> "";
            case PREEMPT_ENDED ->
                    "ended " + notice.first() + " " + PreemptEnd.values()[notice.second()];
            case RELEASED -> "RELEASED " + SiteDoubt.values()[notice.first()];
            case REQUEST_REFUSED -> "notice refused " + notice.first();
            case DISPATCH_SILENT, CONTROLLED, MONITOR_FLASH -> code.name();
            default -> code.name() + " " + notice.first();
        };
    }
}
