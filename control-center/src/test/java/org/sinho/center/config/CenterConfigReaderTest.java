package org.sinho.center.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sinho.center.bench.Injection;
import org.sinho.v2x.GatewayConfig;

class CenterConfigReaderTest {
    private static final String TEXT =
            """
            journal: {folder: journal}
            trust: trust
            dispatch: "127.0.0.1:4001"
            sites:
              - {sheet: a.yaml, controller: "127.0.0.1:161", readCommunity: public,
                 writeCommunity: bench, statusListen: "127.0.0.1:4002", roadsideUnit: 3}
              - {sheet: b.yaml, controller: "127.0.0.1:162", readCommunity: public, status: spat,
                 writeCommunity: bench, statusListen: "127.0.0.1:4003", roadsideUnit: 3}
            roadsideUnits:
              - {unit: 3, listen: "127.0.0.1:4004", downlink: "127.0.0.1:1516",
                 form: immediate-forward}
              - {unit: 4, listen: "127.0.0.1:4005", downlink: "127.0.0.1:4006"}
            """;

    private static CenterConfig read(String text) {
        return CenterConfigReader.read(Path.of("center.yaml"), text);
    }

    @Test
    void shouldLetOneUnitServeSeveralSites() {
        assertThat(read(TEXT).sites()).extracting(CenterConfig.Site::unit).containsExactly(3, 3);
    }

    @Test
    void shouldTakeThePlainFormsWhenNoneIsNamed() {
        CenterConfig config = read(TEXT);

        assertThat(config.sites())
                .extracting(CenterConfig.Site::status)
                .containsExactly(CenterConfig.Status.TSCBM, CenterConfig.Status.SPAT);
        assertThat(config.gateway().units())
                .extracting(GatewayConfig.RoadsideUnit::form)
                .containsExactly(
                        GatewayConfig.DownlinkForm.IMMEDIATE_FORWARD,
                        GatewayConfig.DownlinkForm.RAW);
    }

    @Test
    void shouldShareMemoryAmongUnitsExceptOnABench() {
        assertThat(read(TEXT).gateway().sharedMemory()).isTrue();
        assertThat(read(TEXT + "step: \"127.0.0.1:4007\"\n").gateway().sharedMemory()).isFalse();
    }

    @Test
    void shouldTryTheGuardOnlyOnABench() {
        String inject = "inject: {count: 30, seed: 1, seconds: 60}\n";
        assertThatThrownBy(() -> read(TEXT + inject))
                .hasMessageContaining("inject is set, allowed only on a bench");
        CenterConfig bench = read(TEXT + inject + "step: \"127.0.0.1:4007\"\n");
        assertThat(bench.injection()).contains(new Injection(30, 1, 60));
        assertThat(bench.control().injection()).isTrue();
        assertThat(read(TEXT).control().injection()).isFalse();
    }

    @Test
    void shouldRefuseToTryFewerCommandsThanEachRuleTwice() {
        String few = "step: \"127.0.0.1:4007\"\ninject: {count: 19, seed: 1, seconds: 60}\n";
        assertThatThrownBy(() -> read(TEXT + few))
                .hasMessageContaining("count is 19, allowed 20 to 1000");
    }

    @Test
    void shouldLetBusesHavePriorityUnlessSwitchedOff() {
        assertThat(read(TEXT).control().priority()).isTrue();
        assertThat(read(TEXT + "control: {priority: false}\n").control().priority()).isFalse();
    }

    @Test
    void shouldRefuseAPriorityThatIsNeitherOnNorOff() {
        assertThatThrownBy(() -> read(TEXT + "control: {priority: sometimes}\n"))
                .hasMessageContaining("control.priority is sometimes, allowed");
    }

    @Test
    void shouldRefuseWhenASitesUnitIsNotListed() {
        assertThatThrownBy(() -> read(TEXT.replaceFirst("roadsideUnit: 3", "roadsideUnit: 5")))
                .hasMessageContaining("roadsideUnit is 5")
                .hasMessageContaining("[3, 4]");
    }

    @Test
    void shouldRefuseWhenAUnitIsListedTwice() {
        assertThatThrownBy(() -> read(TEXT.replace("unit: 4", "unit: 3")))
                .hasMessageContaining("unit 3 is listed twice");
    }

    @Test
    void shouldRefuseWhenAFormIsUnknown() {
        assertThatThrownBy(() -> read(TEXT.replace("status: spat", "status: j2735")))
                .hasMessageContaining("status is j2735, allowed spat, tscbm");
    }

    @Test
    void shouldAskTheKernelForItsClockUnlessToldOtherwise() {
        assertThat(read(TEXT).clock()).isEqualTo(CenterConfig.Clock.KERNEL);
        assertThat(read(TEXT + "clock: unchecked\n").clock())
                .isEqualTo(CenterConfig.Clock.UNCHECKED);
    }

    @Test
    void shouldRefuseWhenAClockIsUnknown() {
        assertThatThrownBy(() -> read(TEXT + "clock: ntp\n"))
                .hasMessageContaining("center.yaml.clock is ntp, allowed kernel, unchecked");
    }
}
