package org.sinho.center.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sinho.center.sheet.Finding;
import org.sinho.center.sheet.ReadResult;
import org.sinho.center.sheet.SiteSheetReader;

/** The signed-off sheet of the first junction with single entries changed, as text. */
final class EditedSheet {
    private final List<String> lines;
    private int lastLine;

    private EditedSheet(List<String> lines) {
        this.lines = lines;
    }

    static Path signedOffFile() {
        return Path.of(System.getProperty("sinho.home"), "cities/junction/sites/site-1.yaml");
    }

    static EditedSheet signedOff() {
        try {
            return new EditedSheet(new ArrayList<>(Files.readAllLines(signedOffFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replaces text on one line.
     *
     * @param path starts of lines that lead there, joined by {@code /}: {@code timing/ 4:}
     */
    EditedSheet edit(String path, String from, String to) {
        int at = find(path);
        assertThat(lines.get(at)).contains(from);
        lines.set(at, lines.get(at).replace(from, to));
        lastLine = at + 1;
        return this;
    }

    /** Puts lines below a line. */
    EditedSheet insertBelow(String path, String... inserted) {
        int at = find(path) + 1;
        lines.addAll(at, List.of(inserted));
        lastLine = at + 1;
        return this;
    }

    /** Writes one cell of a matrix. */
    EditedSheet cell(String matrix, String row, String column, String text) {
        int top = find(matrix + "/  phase");
        int position = Arrays.asList(lines.get(top).trim().split("\\s+")).indexOf(column);
        int at = find(matrix + "/  " + row + " ");
        String[] words = lines.get(at).trim().split("\\s+");
        assertThat(words[position]).isNotEqualTo(text);
        words[position] = text;
        lines.set(at, "  " + String.join(" ", words));
        lastLine = at + 1;
        return this;
    }

    /** Writes one cell in both intergreen matrices. */
    EditedSheet intergreen(String row, String column, String text) {
        cell("intergreensComputedDs", row, column, text);
        return cell("intergreensTypedDs", row, column, text);
    }

    /** Removes lines from one line on. */
    EditedSheet remove(String path, int count) {
        int at = find(path);
        lines.subList(at, at + count).clear();
        lastLine = at + 1;
        return this;
    }

    private int find(String path) {
        int at = -1;
        for (String start : path.split("/")) {
            at++;
            while (at < lines.size() && !lines.get(at).startsWith(start)) {
                at++;
            }
        }
        assertThat(at).as(path).isLessThan(lines.size());
        return at;
    }

    int lineOf(String path) {
        return find(path) + 1;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    ReadResult read(Path folder) {
        Path file = folder.resolve("site.yaml");
        try {
            Files.writeString(file, text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SiteSheetReader().read(file);
    }

    /** Lints and asserts exactly these findings, all on the line that was edited last. */
    void shouldFail(Path folder, String... findings) {
        shouldFailAt(lastLine, folder, findings);
    }

    void shouldFailAt(int line, Path folder, String... findings) {
        ReadResult result = read(folder);
        List<Finding> found = result.document().map(SiteLint::check).orElse(result.problems());
        String[] expected =
                Arrays.stream(findings)
                        .map(text -> folder.resolve("site.yaml") + ":" + line + ": " + text)
                        .toArray(String[]::new);
        assertThat(found).extracting(Finding::toLine).containsExactlyInAnyOrder(expected);
    }
}
