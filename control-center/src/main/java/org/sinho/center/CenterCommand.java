package org.sinho.center;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.sinho.signal.CoordinationZone;
import org.sinho.signal.ntcip.CommandSender;
import org.sinho.signal.ntcip.NtcipClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    /** A supervisor's own patience is longer. */
    private static final int END_LIMIT_S = 10;

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
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        int code = 1;
        try (PrintWriter rows = open();
                Center center = new Center(settings, sheets, listener(rows))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(center, exit)));
            System.err.println(
                    "sinho: "
                            + Phrases.current()
                                    .say(
                                            "center.ready",
                                            sheets.size(),
                                            center.journal().header().epoch()));
            boolean ended = center.run();
            if (json) {
                System.out.println(
                        ended
                                ? new ObjectMapper().writeValueAsString(center.summary())
                                : Terminal.error("the run broke off: the rig is gone"));
            }
            code = ended ? 0 : 1;
        } finally {
            exit.complete(code);
        }
        return code;
    }

    /**
     * Shutdown hook. When a signal asks for the end, the center ends in order within a bounded time
     * and that is success; when the end has come by itself, there is nothing left to do.
     */
    private static void end(Center center, CompletableFuture<Integer> exit) {
        if (exit.isDone()) {
            return;
        }
        center.stop();
        int code = 1;
        try {
            code = exit.get(END_LIMIT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("sinho: the center did not end in " + END_LIMIT_S + " s");
        }
        System.out.flush();
        Runtime.getRuntime().halt(code);
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

    private static void requireZones(CenterConfig settings, List<SheetDocument> sheets) {
        try {
            CoordinationZone.require(
                    settings.control().coordination(),
                    sheets.stream().map(SheetDocument::sheet).toList());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(settings.file() + ": " + e.getMessage(), e);
        }
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
        requireZones(settings, sheets);
        return sheets;
    }
}
