package org.sinho.center;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.sinho.center.check.SiteLint;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.config.CenterConfigReader;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SheetDocument;
import org.sinho.center.sheet.SiteSheetReader;
import org.sinho.center.text.LanguageOption;
import org.sinho.center.text.Phrases;
import org.sinho.core.event.SignalCommand;
import org.sinho.core.site.Profile;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.NtcipClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code ./sinho center}: the control center alone, as in production. */
@Command(
        name = "center",
        mixinStandardHelpOptions = true,
        description = "Runs the control center until it is stopped or its bench ends the run.",
        footer = {
            "",
            "Examples:",
            "  ./sinho center --config city/center.yaml",
            "  ./sinho center --config bench/center.yaml --json --commands commands.csv",
            "",
            "./sinho demo --keep DIR writes a complete center.yaml to begin with; in it times are",
            "milliseconds (...Ms) and disk space mebibytes (lowWaterMib).",
            "Exit code: 0 ended in order, 1 failure, 2 bad usage, 70 a ring consumer failed,",
            "71 control or sender stopped beating."
        })
final class CenterCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, description = "settings file (YAML)")
    private Path config;

    @Option(names = "--commands", description = "writes every SET to this CSV file")
    private Path commands;

    @Option(names = "--json", description = "prints a summary as the last line")
    private boolean json;

    @Mixin private LanguageOption language;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CenterConfig settings = CenterConfigReader.read(config);
        List<SheetDocument> sheets = sheets(settings);
        try (PrintWriter rows = open();
                Center center = new Center(settings, sheets, listener(rows))) {
            Runtime.getRuntime().addShutdownHook(new Thread(center::stop));
            System.err.println(
                    "sinho: "
                            + Phrases.current()
                                    .say(
                                            "center.ready",
                                            sheets.size(),
                                            center.journal().header().epoch()));
            boolean ended = center.run();
            if (json) {
                System.out.println(new ObjectMapper().writeValueAsString(center.summary()));
            }
            return ended ? 0 : 1;
        }
    }

    private PrintWriter open() throws IOException {
        if (commands == null) {
            return new PrintWriter(java.io.Writer.nullWriter());
        }
        PrintWriter rows = new PrintWriter(Files.newBufferedWriter(commands));
        rows.println("timeMs,junction,oid,value,cause");
        return rows;
    }

    private static CommandSender.SetListener listener(PrintWriter rows) {
        return (SignalCommand command, int outcome) ->
                rows.println(
                        command.decidedUtcMs()
                                + ","
                                + command.siteId()
                                + ","
                                + NtcipClient.oid(command.object(), command.index())
                                + ","
                                + command.value()
                                + ","
                                + command.causeSequence());
    }

    /** Reads and lints every sheet; a center does not start with a single finding. */
    static List<SheetDocument> sheets(CenterConfig settings) {
        List<SheetDocument> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (CenterConfig.Site site : settings.sites()) {
            ReadResult result = new SiteSheetReader().read(site.sheet());
            findings.addAll(result.problems());
            result.document()
                    .ifPresent(
                            document -> {
                                findings.addAll(SiteLint.check(document));
                                sheets.add(document);
                            });
        }
        for (SheetDocument document : sheets) {
            if (document.sheet().profile() == Profile.BENCH) {
                throw new IllegalArgumentException(
                        "site "
                                + document.sheet().siteId()
                                + " has profile BENCH, allowed KR, US, DE");
            }
        }
        if (!findings.isEmpty()) {
            findings.forEach(finding -> System.err.println(finding.toLine()));
            throw new IllegalArgumentException(
                    Phrases.current().say("center.not.starting", findings.size()));
        }
        return sheets;
    }
}
