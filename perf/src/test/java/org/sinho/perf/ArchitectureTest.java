package org.sinho.perf;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom; one line per arrow that must not exist. */
@AnalyzeClasses(packages = "org.sinho", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "org.sinho.core..";
    private static final String V2X = "org.sinho.v2x..";
    private static final String SIGNAL = "org.sinho.signal..";
    private static final String CENTER = "org.sinho.center..";
    private static final String RIG = "org.sinho.rig..";
    private static final String PERF = "org.sinho.perf..";
    private static final String GUARD = "org.sinho.signal.guard..";
    private static final String ZONE = "org.sinho.signal.zone..";
    private static final String CHECK = "org.sinho.center.check..";

    @ArchTest static final ArchRule coreKnowsNoRoom = silent(CORE, V2X, SIGNAL, CENTER, RIG, PERF);

    @ArchTest static final ArchRule gatewayKnowsOnlyCore = silent(V2X, SIGNAL, CENTER, RIG, PERF);

    @ArchTest static final ArchRule signalKnowsOnlyCore = silent(SIGNAL, V2X, CENTER, RIG, PERF);

    @ArchTest static final ArchRule centerKnowsNeitherRigNorPerf = silent(CENTER, RIG, PERF);

    @ArchTest
    static final ArchRule rigKnowsOnlyCoreAndWireCodecs =
            silent(RIG, SIGNAL, CENTER, PERF, "org.sinho.v2x", "org.sinho.v2x.security..");

    @ArchTest static final ArchRule lintSharesNothingWithSignal = silent(CHECK, SIGNAL);

    /** A decision about the zone has no way to a command: it can name none of the types on it. */
    @ArchTest
    static final ArchRule zoneReachesNoLight =
            noClasses()
                    .that()
                    .resideInAPackage(ZONE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.sinho.signal",
                            "org.sinho.signal.preempt..",
                            "org.sinho.signal.ntcip..",
                            GUARD,
                            "org.sinho.core.site..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveSimpleName("SignalCommand");

    @ArchTest
    static final ArchRule injectionSharesNothingWithGuard =
            silent("org.sinho.center.bench..", GUARD, CHECK);

    @ArchTest
    static final ArchRule monitorSharesNothingWithController =
            silent("org.sinho.rig.monitor..", "org.sinho.rig.controller..");

    @ArchTest
    static final ArchRule controllerSharesNothingWithMonitor =
            silent("org.sinho.rig.controller..", "org.sinho.rig.monitor..");

    @ArchTest
    static final ArchRule guardStandsAlone =
            noClasses()
                    .that()
                    .resideInAPackage(GUARD)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.sinho.signal",
                            "org.sinho.signal.preempt..",
                            "org.sinho.signal.ntcip..",
                            "org.snmp4j..",
                            "io.netty..",
                            "com.fasterxml..",
                            "java.io..",
                            "java.net..",
                            "java.time..");

    @ArchTest
    static final ArchRule decidingCodeReadsNoClock =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.sinho.signal",
                            "org.sinho.signal.preempt..",
                            ZONE,
                            GUARD,
                            "org.sinho.core.event..",
                            "org.sinho.core.picture..",
                            "org.sinho.core.site..")
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Random")
                    .orShould()
                    .callMethod(Math.class, "random")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Instant")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock");

    private static ArchRule silent(String from, String... about) {
        return noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(about);
    }
}
