package org.sinho.rig.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake in a good file: one message that says what, where, value and allowed. */
class ControllerDatabaseTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "backupTimeS: 10|backupTimeS: 0|backupTimeS of unit is 0, allowed 5 to 60",
                "startUpAllRedDs: 60|startUpAllRedDs: 29|"
                        + "startUpAllRedDs of unit is 29, allowed 30 to 255",
                "yellowChangeDs: 33|yellowChangeDs: 29|"
                        + "yellowChangeDs of phase 2 is 29, allowed 30 to 60",
                "redClearDs: 20|redClearDs: 0|redClearDs of phase 2 is 0, allowed 1 to 60",
                "pedestrianClearS: 11|pedestrianClearS: 0|"
                        + "pedestrianClearS of phase 2 is 0, allowed 3 to 255",
                "pedestrianBufferDs: 30|pedestrianBufferDs: 29|"
                        + "pedestrianBufferDs of phase 2 is 29, allowed 30 to 100",
                "minimumGreenS: 7|minimumGreenS: 4|minimumGreenS of phase 2 is 4, allowed 5 to 255",
                "maximum1S: 45|maximum1S: 6|maximum1S of phase 2 is 6, allowed 7 to 255",
                "minimumGreenS: 7|minimumGreen: 7|"
                        + "minimumGreenS of phase 2 is missing, allowed a value",
                "recall: minimum|recall: sometimes|"
                        + "recall of phase 2 is sometimes, allowed none, minimum or maximum",
                "passageDs: 30|passageDs: soon|"
                        + "passageDs of phase 2 is soon, allowed a whole number",
                "[3, 4]|[4]|sequence of phase 3 is missing, allowed each phase exactly once",
                "[[1, 2]|[[1, 2, 1]|sequence of ring 1 is 1, allowed each phase exactly once",
                "concurrency: [5, 6]|concurrency: [5, 6, 8]|"
                        + "concurrency of phase 1 is 8, allowed phases between the same barriers",
                "concurrency: [5, 6]|concurrency: [2, 5, 6]|"
                        + "concurrency of phase 1 is 2, allowed phases of other rings",
                "maximumPresenceS: 120|maximumPresenceS: 0|"
                        + "maximumPresenceS of preempt 1 is 0, allowed 1 to 120",
                "dwellPhases: [2, 5]|dwellPhases: [2, 7]|"
                        + "dwellPhases of preempt 1 is [2, 7], allowed "
                        + "phases that may be green together, but 2 and 7 may not",
                "exitPhases: [4, 8]|exitPhases: [4, 3]|"
                        + "exitPhases of preempt 1 is [4, 3], allowed "
                        + "phases that may be green together, but 4 and 3 may not",
                "dwellGreenS: 5|dwellGreenS: 5, enterYellowChangeDs: 40|"
                        + "enterYellowChangeDs of preempt 1 for phase 1 is 40, allowed 46 to 255",
                "dwellGreenS: 5|dwellGreenS: 5, enterPedestrianClearS: 12|"
                        + "enterPedestrianClearS of preempt 1 for phase 4 is 12, allowed 17 to 255",
                "dwellGreenS: 5|dwellGreenS: 5, minimumGreenS: 0|"
                        + "minimumGreenS of preempt 1 is 0, allowed 5 to 255",
                "dwellGreenS: 5|dwellGreenS: 5, link: 3|"
                        + "field of preempt 1 is link, allowed only fields that exist",
                "4: {callPhase: 4}|4: {callPhase: 9}|"
                        + "callPhase of vehicle detector 4 is 9, allowed numbers of enabled phases",
            })
    void shouldNameTheMistake(String right, String wrong, String message) throws IOException {
        String good =
                Files.readString(
                        Path.of(
                                System.getProperty("sinho.home"),
                                "hil-rig/src/test/resources/scenario-controller.yaml"));
        assertThat(good).contains(right);
        int at = good.indexOf(right);
        String bad = good.substring(0, at) + wrong + good.substring(at + right.length());
        assertThatThrownBy(() -> ControllerDatabase.parse("c.yaml", bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c.yaml: " + message);
    }
}
