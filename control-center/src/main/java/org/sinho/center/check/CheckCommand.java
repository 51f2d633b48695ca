package org.sinho.center.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.center.text.Language;
import org.sinho.center.text.LanguageOption;
import org.sinho.center.text.Phrases;
import org.sinho.core.site.SiteSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check FILE...}: reads site sheets and prints what is wrong with them. */
@Command(
        name = "check",
        description = "Checks site sheets against the safety invariants I-01 to I-13.",
        footer = {
            "",
            "One line per finding: file:line: rule what is value, allowed range.",
            "FORM stands for a file that cannot be read as a site sheet.",
            "NOTICE is no finding: a sound sheet that a center refuses all the same, as one of",
            "profile BENCH, which is for benches on foreign nets only.",
            "",
            "Exit code: 0 all files sound, 1 findings, 2 bad usage.",
            "",
            "Examples:",
            "  ./sinho check cities/junction/sites/site-1.yaml",
            "  ./sinho check --verbose cities/junction/sites/site-1.yaml",
            "  ./sinho check --json cities/*/sites/*.yaml"
        })
public final class CheckCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Site sheets to check.")
    private List<Path> files;

    @Option(
            names = "--json",
            description = "Findings on standard error, one JSON object on standard output.")
    private boolean json;

    @Mixin private LanguageOption language;

    @Option(
            names = {"-v", "--verbose"},
            description = {
                "Also shows for every phase what the yellow formulas ITE F1 and Korean F3 ask for,",
                "side by side with the sheet's values; with --json as \"changeIntervals\"."
            })
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    /** Makes the command; picocli fills it. */
    public CheckCommand() {}

    /**
     * Checks the files.
     *
     * @return 0 when there is no finding, else 1
     */
    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        List<Finding> notices = new ArrayList<>();
        for (Path file : files) {
            ReadResult result = new SiteSheetReader().read(file);
            findings.addAll(result.document().map(SiteLint::check).orElse(result.problems()));
            result.document().map(SiteLint::notices).ifPresent(notices::addAll);
        }
        PrintWriter lines = json ? spec.commandLine().getErr() : spec.commandLine().getOut();
        if (verbose) {
            sheets().forEach(sheet -> YellowTable.lines(sheet).forEach(lines::println));
        }
        findings.forEach(finding -> lines.println(line(finding)));
        notices.forEach(notice -> lines.println(line(notice)));
        lines.println(summary(findings));
        lines.flush();
        if (json) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(toJson(findings, notices));
            out.flush();
        }
        return findings.isEmpty() ? 0 : 1;
    }

    private List<SiteSheet> sheets() {
        return files.stream()
                .flatMap(file -> new SiteSheetReader().read(file).sheet().stream())
                .toList();
    }

    /** The line of {@link Finding#toLine}, in the language of the process. */
    private static String line(Finding finding) {
        Phrases phrases = Phrases.current();
        return phrases.say(
                "check.finding",
                finding.file(),
                finding.line(),
                finding.rule(),
                finding.what(),
                finding.value(),
                finding.allowed(),
                phrases.say("rule." + finding.rule()));
    }

    private String summary(List<Finding> findings) {
        long broken = findings.stream().map(Finding::file).distinct().count();
        if (Language.current() != Language.EN) {
            return findings.isEmpty()
                    ? Phrases.current().say("check.good", files.size())
                    : Phrases.current().say("check.bad", files.size(), findings.size(), broken);
        }
        // English has a plural.
        String checked = count(files.size(), "file") + " checked: ";
        return findings.isEmpty()
                ? checked + "no findings"
                : checked + count(findings.size(), "finding") + " in " + count(broken, "file");
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private String toJson(List<Finding> findings, List<Finding> notices) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode object = mapper.createObjectNode().put("files", files.size());
        put(object.putArray("errors"), findings);
        if (!notices.isEmpty()) {
            put(object.putArray("notices"), notices);
        }
        if (verbose) {
            var intervals = object.putArray("changeIntervals");
            for (SiteSheet sheet : sheets()) {
                for (YellowTable.Row row : YellowTable.of(sheet)) {
                    intervals.add(mapper.<ObjectNode>valueToTree(row).put("site", sheet.siteId()));
                }
            }
        }
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings and numbers is always writable", e);
        }
    }

    private static void put(ArrayNode array, List<Finding> findings) {
        for (Finding finding : findings) {
            array.addObject()
                    .put("file", finding.file())
                    .put("line", finding.line())
                    .put("rule", finding.rule())
                    .put("what", finding.what())
                    .put("value", finding.value())
                    .put("allowed", finding.allowed());
        }
    }
}
