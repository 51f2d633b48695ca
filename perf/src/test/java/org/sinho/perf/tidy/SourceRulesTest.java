package org.sinho.perf.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each rule finds what it is for: a rule that finds nothing anywhere proves nothing. */
class SourceRulesTest {
    private static List<String> find(Function<SourceFile, List<String>> rule, String text)
            throws IOException {
        return rule.apply(SourceFile.of("A.java", text));
    }

    private static String type(String body) {
        return "class A {\n" + body + "\n}\n";
    }

    @Test
    void shouldFindALongFile() throws IOException {
        String text = "\n".repeat(SourceRules.FILE_LINES) + "class A {}\n";
        assertThat(find(SourceRules::longFiles, text)).hasSize(1);
        assertThat(find(SourceRules::longFiles, text.substring(1))).isEmpty();
    }

    @Test
    void shouldCountColumnsInCharactersAndSpareAddresses() throws IOException {
        assertThat(find(SourceRules::longLines, "// " + "x".repeat(98))).hasSize(1);
        assertThat(find(SourceRules::longLines, "// " + "─".repeat(97))).isEmpty();
        assertThat(find(SourceRules::longLines, "// https://a.b/" + "x".repeat(98))).isEmpty();
    }

    @Test
    void shouldFindALongMethodButNotItsJavadoc() throws IOException {
        String comment = "/**\n" + " * Long.\n".repeat(90) + " */\n";
        String body = "int i;\n".repeat(SourceRules.METHOD_LINES - 2);
        assertThat(find(SourceRules::longMethods, type(comment + "void m() {\n" + body + "}")))
                .isEmpty();
        assertThat(find(SourceRules::longMethods, type("void m() {\n" + body + "int j;\n}")))
                .containsExactly("A.java:2: m has 61 lines");
    }

    @Test
    void shouldFindABannedNameButNotAWordThatOnlyBeginsLikeIt() throws IOException {
        assertThat(find(SourceRules::bannedNames, "class PhaseManager { class AImpl {} }"))
                .hasSize(2);
        assertThat(find(SourceRules::bannedNames, "class Utility { class Implied {} }")).isEmpty();
    }

    @Test
    void shouldFindSleepsAndSkippedTests() throws IOException {
        String text = type("@Disabled void m() throws Exception { Thread.sleep(1); }");
        assertThat(find(SourceRules::sleepsAndSkips, text)).hasSize(2);
    }

    @Test
    void shouldFindFloatingPointOfEveryForm() throws IOException {
        String text = type("float f; double d; Double e; long l = (long) (x * 2.5);");
        assertThat(find(SourceRules::floatingPoint, text)).hasSize(4);
    }

    @Test
    void shouldFindAWalkInHashOrderButNotALookUp() throws IOException {
        String set = "Set<String> s = new HashSet<>(); ";
        assertThat(find(SourceRules::hashOrder, type(set + "void m() { for (var x : s) {} }")))
                .hasSize(1);
        assertThat(find(SourceRules::hashOrder, type(set + "void m() { this.s.forEach(a); }")))
                .hasSize(1);
        assertThat(find(SourceRules::hashOrder, type(set + "void m() { s.contains(a); }")))
                .isEmpty();
    }

    @Test
    void shouldFindUnfinishedWork() throws IOException {
        assertThat(find(SourceRules::unfinished, "// TO" + "DO later")).hasSize(1);
    }
}
