package org.sinho.signal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sinho.core.event.SignalCommand.ControlObject;

/** C-01, C-02 and C-08: which objects, rows and values, by whom and in which order. */
class FormRulesTest {
    private static final Set<Integer> COMMANDABLE =
            Set.of(
                    ControlObject.HOLD,
                    ControlObject.FORCE_OFF,
                    ControlObject.PHASE_OMIT,
                    ControlObject.VEH_CALL,
                    ControlObject.PED_CALL,
                    ControlObject.PREEMPT,
                    ControlObject.PATTERN,
                    ControlObject.SYNC);

    private final Scene scene = Scene.ready();

    private static String id(int code) {
        return GuardRule.idOf(code);
    }

    @ParameterizedTest
    @CsvSource({"0x01050102", "0x01050104", "0x01050105", "0x01050106", "0x01050107"})
    void shouldAllowGroupObjectsOfTheList(String object) {
        assertThat(id(scene.ask(scene.cross, Integer.decode(object), 1, 0))).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({"0x01050103", "0x030E0103", "0x01050101", "0x01050108", "0x05", "0", "-1"})
    void shouldRefuseObjectsNextToTheList(String object) {
        int packed = Integer.decode(object);
        assertThat(id(scene.ask(scene.cross, packed, 1, 0))).isEqualTo("C-01");
        assertThat(id(scene.ask(scene.cross, packed, 0, 1))).isEqualTo("C-01");
    }

    @Test
    void shouldRefuseEveryOtherObjectOfTheControllerWhateverTheValue() throws IOException {
        Path objects = Path.of(System.getProperty("sinho.shared", "."), "v2x/ntcip-oids.md");
        if (!Files.exists(objects)) {
            System.out.println("SKIPPED: ../shared/v2x/ntcip-oids.md not present");
        }
        assumeTrue(Files.exists(objects));
        Set<Integer> refused = new HashSet<>();
        Matcher row = Pattern.compile("(?m)^\\| \\.([0-9.]+) \\| \\**[a-z]").matcher(read(objects));
        while (row.find()) {
            int object = 0;
            for (String arc : row.group(1).split("\\.")) {
                object = object << 8 | Integer.parseInt(arc);
            }
            if (!COMMANDABLE.contains(object)) {
                refused.add(object);
            }
        }
        assertThat(refused).hasSizeGreaterThan(400);
        for (int object : refused) {
            for (int value : List.of(0, 1, 255)) {
                assertThat(id(scene.ask(scene.cross, object, 1, value))).isEqualTo("C-01");
            }
        }
    }

    private static String read(Path path) throws IOException {
        return Files.readString(path);
    }

    @Test
    void shouldRefuseUnknownSites() {
        assertThat(id(scene.ask(100, 1, ControlObject.HOLD, 1, 0))).isEqualTo("C-01");
        assertThat(id(scene.ask(8, 1, ControlObject.HOLD, 1, 0))).isEqualTo("C-01");
        assertThat(id(scene.ask(Sheets.SMALL, 1, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "0x01050106, 1, 0x80, ALLOWED", // Phase 8 exists.
        "0x01050106, 1, 0xFF, ALLOWED",
        "0x01050106, 1, 0x100, C-02", // No ninth bit.
        "0x01050106, 1, -1, C-02",
        "0x01050106, 2, 0, C-02", // Phases 9 to 16 do not exist.
        "0x01050106, 0, 0, C-02",
        "0x01050106, 3, 0, C-02",
        "0x01050106, 9, 1, C-02", // Row 9 would shift back onto row 1.
        "0x01050107, 1, 0xAA, ALLOWED",
        "0x01050107, 1, 0x01, C-02", // No pedestrian phase 1.
        "0x01050107, 1, 0x04, C-02",
        "0x01050104, 1, 0x22, ALLOWED",
        "0x01050104, 1, 0x122, C-02",
        "0x01050105, 1, 0x1000000, C-02",
        "0x01050102, 1, 0x10000, C-02",
        "0x06030102, 1, 0, ALLOWED",
        "0x06030102, 4, 0, ALLOWED",
        "0x06030102, 5, 0, C-02",
        "0x06030102, 0, 0, C-02",
        "0x06030102, -1, 0, C-02",
        "0x06030102, 16, 0, C-02",
        "0x06030102, 17, 0, C-02",
        "0x06030102, 1, 2, C-02",
        "0x06030102, 1, -1, C-02",
        "0x040E, 0, 0, ALLOWED",
        "0x040E, 0, 1, ALLOWED",
        "0x040E, 0, 2, ALLOWED",
        "0x040E, 0, 3, C-02", // Not signed off.
        "0x040E, 0, 253, ALLOWED",
        "0x040E, 0, 252, C-02",
        "0x040E, 0, 256, C-02",
        "0x040E, 0, -1, C-02",
        "0x040E, 1, 1, C-02",
        "0x040E, 0, 254, C-09",
        "0x040E, 0, 255, C-09",
        "0x040F, 0, 0, ALLOWED",
        "0x040F, 0, 255, ALLOWED",
        "0x040F, 0, 256, C-02",
        "0x040F, 0, -1, C-02",
        "0x040F, 1, 0, C-02",
    })
    void shouldKeepRowsAndValuesToTheSheet(String object, int index, String value, String rule) {
        int packed = Integer.decode(object);
        assertThat(id(scene.ask(scene.cross, packed, index, Integer.decode(value))))
                .isEqualTo(rule);
    }

    @Test
    void shouldKnowTheSecondGroupOfPhases() {
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 2, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 2, 2))).isEqualTo("C-02");
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 2, 0x1000001)))
                .isEqualTo("C-02"); // Shifted out of sight.
        assertThat(id(scene.ask(scene.small, ControlObject.VEH_CALL, 1, 2))).isEqualTo("C-02");
        assertThat(id(scene.ask(scene.small, ControlObject.PED_CALL, 2, 1))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.PED_CALL, 1, 0))).isEqualTo("C-02");
        assertThat(id(scene.ask(scene.small, ControlObject.PREEMPT, 5, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(scene.small, ControlObject.PREEMPT, 1, 0))).isEqualTo("C-02");
    }

    @Test
    void shouldRefuseOtherEpochsThanThePresentOne() {
        scene.guard.onEpoch(5);
        scene.epoch = 4;
        assertThat(id(scene.hold(0))).isEqualTo("C-08");
        scene.epoch = 6;
        assertThat(id(scene.hold(0))).isEqualTo("C-08");
        scene.epoch = 5;
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRefuseEverythingBeforeTheFirstEpoch() {
        Scene blank = Scene.blank();
        blank.epoch = 0;
        assertThat(id(blank.hold(0))).isEqualTo("C-08");
        blank.epoch = 1;
        assertThat(id(blank.hold(0))).isEqualTo("C-08");
    }

    @Test
    void shouldNotReturnToAnOlderEpoch() {
        scene.guard.onEpoch(5);
        scene.guard.onEpoch(3);
        scene.epoch = 3;
        assertThat(id(scene.hold(0))).isEqualTo("C-08");
        scene.epoch = 5;
        assertThat(id(scene.hold(0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldRestartSequencesWithAHigherEpochOnly() {
        assertThat(id(scene.ask(Sheets.CROSS, 9, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
        scene.guard.onEpoch(1);
        assertThat(id(scene.ask(Sheets.CROSS, 9, ControlObject.HOLD, 1, 0))).isEqualTo("C-08");
        scene.guard.onEpoch(2);
        scene.epoch = 2;
        assertThat(id(scene.ask(Sheets.CROSS, 1, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
    }

    @Test
    void shouldCountSequencesPerSiteAndNotThoseOfRefusedCommands() {
        assertThat(id(scene.ask(Sheets.CROSS, 3, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(Sheets.CROSS, 9, ControlObject.HOLD, 1, 1))).isEqualTo("C-03");
        assertThat(id(scene.ask(Sheets.CROSS, 4, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(Sheets.SMALL, 1, ControlObject.HOLD, 1, 0))).isEqualTo("ALLOWED");
        assertThat(id(scene.ask(Sheets.SMALL, 0, ControlObject.HOLD, 1, 0))).isEqualTo("C-08");
    }
}
