package org.sinho.center.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sinho.core.event.InjectedCommand;
import org.sinho.core.event.SignalCommand.ControlObject;
import org.sinho.core.event.SignalCommand.Reason;
import org.sinho.core.site.PedestrianPhase;
import org.sinho.core.site.SiteSheet;
import org.sinho.core.site.VehiclePhase;

/** Makes commands of which each breaks one rule, if the moment is one in which it can. */
final class RuleBreaker {
    /** {@code phaseYellowChange}, {@code phaseRedClear}, {@code unitBackupTime} and a function. */
    private static final int[] NEVER_SET = {
        0x01020108, 0x01020109, 0x0303, ControlObject.SPECIAL_FUNCTION, ControlObject.PED_OMIT
    };

    private static final int FREE = 254;
    private static final int FLASH = 255;
    private static final int NO_PHASE_OF_ANY_SITE = 0x100;
    private static final int PHASES_PER_GROUP = 8;

    /** Lamps are seen a step late, and a step is a tenth of a second. */
    private static final int STEP_MS = 100;

    private static final int DECISECOND_MS = 100;

    /** Of the ten that a second allows, those that nothing but an emergency may still use. */
    private static final int BUSY_SETS = 6;

    private static final int RATE = 10;

    private final InjectedCommand command;

    RuleBreaker(InjectedCommand command) {
        this.command = command;
    }

    /**
     * Fills in the command.
     *
     * @param variant which of the ways to break the rule
     * @return whether the moment allows it
     */
    boolean compose(BrokenRule rule, int variant, SiteWatch site, long nowMs) {
        command.siteId(site.sheet.siteId())
                .rule(rule.number())
                .reason(Reason.ACTUATED)
                .person(0)
                .secondPerson(0)
                .epochLead(0)
                .sequenceLead(0)
                .ageMs(0);
        if (rule == BrokenRule.FRESH) {
            return site.isUnknown() && ask(site);
        }
        boolean full = site.sets(nowMs) >= RATE;
        if (!site.isKnown(nowMs) || full != (rule == BrokenRule.RATE)) {
            return false; // In a full second the guard would name the rate, whatever else is wrong.
        }
        return switch (rule) {
            case ALLOW_LIST -> unlisted(variant);
            case RANGE -> outOfRange(variant, site.sheet);
            case STATE -> againstLamps(variant, site);
            case FORCE_OFF -> tooEarly(variant, site, nowMs);
            case HOLD -> tooLong(site, nowMs);
            case RATE -> ask(site);
            case SINGLE_WRITER -> notTheWriter(variant, site);
            case PERSONS -> withoutPersons(variant, site);
            case READ_BACK ->
                    site.hasUnread(nowMs - STEP_MS)
                            && set(site.setObject(), site.setIndex(), site.setValue());
            case FRESH -> throw new IllegalStateException("dealt with above");
        };
    }

    /**
     * Fills in one of those that make a second full so that the next breaks the rate: it sets to
     * zero what is zero.
     */
    boolean composeFiller(SiteWatch site, long nowMs) {
        command.siteId(site.sheet.siteId()).rule(0).reason(Reason.RELEASE).person(0);
        command.secondPerson(0).epochLead(0).sequenceLead(0).ageMs(0);
        return site.isKnown(nowMs)
                && site.isQuiet(nowMs)
                && site.omits == 0
                && (site.sets(nowMs) >= BUSY_SETS || site.hasJustBegun(nowMs))
                && site.sets(nowMs) < RATE
                && set(ControlObject.PHASE_OMIT, group(site.sheet.phases().getFirst()), 0);
    }

    private boolean set(int object, int index, int value) {
        command.object(object).index(index).value(value);
        return true;
    }

    /** A call, which is allowed at any moment. */
    private boolean ask(SiteWatch site) {
        VehiclePhase phase = site.sheet.phases().getFirst();
        return set(ControlObject.VEH_CALL, group(phase), octet(phase));
    }

    private boolean unlisted(int variant) {
        int object = NEVER_SET[variant % NEVER_SET.length];
        return set(object, 1, object == ControlObject.PED_OMIT ? 0 : 40);
    }

    private boolean outOfRange(int variant, SiteSheet sheet) {
        return switch (variant % 4) {
            case 0 ->
                    set(ControlObject.HOLD, group(sheet.phases().getFirst()), NO_PHASE_OF_ANY_SITE);
            case 1 -> set(ControlObject.PREEMPT, unused(sheet), 1);
            case 2 -> set(ControlObject.PATTERN, 0, FREE + 2);
            default -> set(ControlObject.VEH_CALL, 3, 1);
        };
    }

    private static int unused(SiteSheet sheet) {
        int number = 1;
        while (isPreempt(sheet, number)) {
            number++;
        }
        return number;
    }

    private static boolean isPreempt(SiteSheet sheet, int number) {
        return sheet.preempts().stream().anyMatch(plan -> plan.number() == number);
    }

    private boolean againstLamps(int variant, SiteWatch site) {
        List<Integer> ring = site.sheet.rings().getFirst();
        if (variant % 3 == 2 && ring.stream().allMatch(number -> number <= PHASES_PER_GROUP)) {
            int whole = ring.stream().mapToInt(number -> 1 << number - 1).sum();
            return set(ControlObject.PHASE_OMIT, 1, whole);
        }
        int object = variant % 3 == 0 ? ControlObject.HOLD : ControlObject.FORCE_OFF;
        return find(site, phase -> !site.isGreen(phase))
                .map(phase -> set(object, group(phase), octet(phase)))
                .orElse(false);
    }

    private boolean tooEarly(int variant, SiteWatch site, long nowMs) {
        Predicate<VehiclePhase> young =
                phase ->
                        site.greenMs(phase, nowMs)
                                < (long) phase.minimumGreenDs() * DECISECOND_MS - 2 * STEP_MS;
        Predicate<VehiclePhase> crossed = phase -> isCrossed(phase, site) && !young.test(phase);
        Predicate<VehiclePhase> broken = variant % 2 == 0 ? young : crossed;
        return find(site, phase -> site.isGreen(phase) && broken.test(phase))
                .map(phase -> set(ControlObject.FORCE_OFF, group(phase), octet(phase)))
                .orElse(false);
    }

    private static boolean isCrossed(VehiclePhase phase, SiteWatch site) {
        for (PedestrianPhase crossing : site.sheet.pedestrians()) {
            if (crossing.parallelPhase() == phase.number()
                    && (site.crossing >>> crossing.number() - 1 & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean tooLong(SiteWatch site, long nowMs) {
        Predicate<VehiclePhase> old =
                phase ->
                        site.greenMs(phase, nowMs)
                                > (long) phase.maximumGreenDs() * DECISECOND_MS + 2 * STEP_MS;
        return find(site, phase -> site.isFree(phase) && old.test(phase))
                .map(phase -> set(ControlObject.HOLD, group(phase), octet(phase)))
                .orElse(false);
    }

    private boolean notTheWriter(int variant, SiteWatch site) {
        if (variant % 2 == 0) {
            command.epochLead(variant % 4 == 0 ? -1 : 1);
        } else {
            command.sequenceLead(-1);
        }
        return site.hasSet() && ask(site);
    }

    private boolean withoutPersons(int variant, SiteWatch site) {
        command.reason(Reason.OPERATOR);
        switch (variant % 4) {
            case 0 -> {
                command.person(7);
                return set(ControlObject.PATTERN, 0, FLASH);
            }
            case 1 -> {
                return ask(site);
            }
            case 2 -> {
                command.person(7).secondPerson(7);
                return set(ControlObject.PATTERN, 0, FLASH);
            }
            default -> {
                command.reason(Reason.ACTUATED).person(7).secondPerson(8);
                return set(ControlObject.PATTERN, 0, FREE);
            }
        }
    }

    private static Optional<VehiclePhase> find(SiteWatch site, Predicate<VehiclePhase> wanted) {
        return site.sheet.phases().stream().filter(wanted).findFirst();
    }

    private static int group(VehiclePhase phase) {
        return (phase.number() - 1) / PHASES_PER_GROUP + 1;
    }

    private static int octet(VehiclePhase phase) {
        return 1 << (phase.number() - 1) % PHASES_PER_GROUP;
    }
}
