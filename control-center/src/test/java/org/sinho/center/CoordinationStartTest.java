package org.sinho.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sinho.center.config.CenterConfig;
import org.sinho.center.config.CenterConfigReader;

/** A center does not start with a zone that its sheets do not bear out. */
class CoordinationStartTest {
    private static CenterConfig settings(int pattern) {
        Path sheet = Path.of(System.getProperty("sinho.home"), "cities/junction/sites/site-1.yaml");
        return CenterConfigReader.read(
                Path.of("center.yaml"),
                """
                journal: {folder: journal}
                trust: trust
                dispatch: "127.0.0.1:4001"
                sites:
                  - {sheet: "%s", controller: "127.0.0.1:161", readCommunity: public,
                     writeCommunity: bench, statusListen: "127.0.0.1:4002", roadsideUnit: 1}
                roadsideUnits:
                  - {unit: 1, listen: "127.0.0.1:4004", downlink: "127.0.0.1:1516"}
                coordination:
                  - name: river
                    sites:
                      - {site: 1, inbound: [2], outbound: [6]}
                    patterns:
                      - {number: 1, flows: {1: [300, 300, 0]}}
                      - {number: %d, flows: {1: [900, 300, 0]}}
                """
                        .formatted(sheet, pattern));
    }

    @Test
    void shouldStartWithPatternsThatTheSheetLists() {
        assertThat(CenterCommand.sheets(settings(3))).hasSize(1);
    }

    @Test
    void shouldNotStartWithAPatternThatTheSheetDoesNotList() {
        assertThatThrownBy(() -> CenterCommand.sheets(settings(9)))
                .hasMessage(
                        "center.yaml: coordination zone river: pattern of site 1 is 9, allowed"
                                + " those of its sheet: [1, 2, 3]");
    }
}
