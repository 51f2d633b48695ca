package org.sinho.signal.ntcip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sinho.core.event.SignalCommand.ControlObject;

/** Packed object numbers against the names of the standard's tables. */
class NtcipClientTest {
    private static final String ASC = "1.3.6.1.4.1.1206.4.2.1";

    /** Suffix below the controller subtree by object name. */
    private static Map<String, String> table() throws IOException {
        Path file = Path.of(System.getProperty("sinho.shared"), "v2x/ntcip-oids.md");
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: ../shared/v2x/ntcip-oids.md not present");
        }
        assumeTrue(Files.exists(file));
        Map<String, String> suffixes = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\\|");
            if (cells.length > 3 && cells[1].strip().matches("(\\.\\d+)+")) {
                suffixes.put(cells[2].strip(), cells[1].strip());
            }
        }
        return suffixes;
    }

    @Test
    void shouldNameEveryObjectThatMayBeSetAsTheStandardDoes() throws IOException {
        Map<String, String> table = table();
        Map<String, Integer> objects =
                Map.of(
                        "phaseControlGroupPhaseOmit", ControlObject.PHASE_OMIT,
                        "phaseControlGroupPedOmit", ControlObject.PED_OMIT,
                        "phaseControlGroupHold", ControlObject.HOLD,
                        "phaseControlGroupForceOff", ControlObject.FORCE_OFF,
                        "phaseControlGroupVehCall", ControlObject.VEH_CALL,
                        "phaseControlGroupPedCall", ControlObject.PED_CALL,
                        "systemPatternControl", ControlObject.PATTERN,
                        "systemSyncControl", ControlObject.SYNC,
                        "preemptControlState", ControlObject.PREEMPT,
                        "specialFunctionOutputControl", ControlObject.SPECIAL_FUNCTION);
        objects.forEach(
                (name, object) -> {
                    assertThat(table).containsKey(name);
                    for (int index : new int[] {0, 1, 16, 255}) {
                        assertThat(NtcipClient.oid(object, index))
                                .as(name)
                                .hasToString(ASC + table.get(name) + '.' + index);
                    }
                });
    }

    /** Arcs of 0 inside a name are kept; those in front of it are not there. */
    @Test
    void shouldLeaveOutOnlyLeadingZeros() {
        assertThat(NtcipClient.oid(0x0305, 0)).hasToString(ASC + ".3.5.0");
        assertThat(NtcipClient.oid(0x06000102, 3)).hasToString(ASC + ".6.0.1.2.3");
        assertThat(NtcipClient.oid(0xFF010203, 9)).hasToString(ASC + ".255.1.2.3.9");
    }
}
