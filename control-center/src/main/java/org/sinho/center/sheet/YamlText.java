package org.sinho.center.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * From a file to a tree of YAML nodes, with bounds on size and depth.
 *
 * <p>Only plain YAML: no anchors, aliases or tags, so that what the engineer sees is what is read.
 */
final class YamlText {
    static final int BYTE_LIMIT = 256 * 1024;

    /** A sheet needs six levels. Composing recurses, so depth is bounded before it starts. */
    static final int DEPTH_LIMIT = 8;

    private static final String PLAIN = "plain YAML without anchors, aliases and tags";

    private final ProblemList problems;
    private final LoadSettings settings =
            LoadSettings.builder().setCodePointLimit(BYTE_LIMIT).setUseMarks(true).build();

    YamlText(ProblemList problems) {
        this.problems = problems;
    }

    /** Returns the root of the file's only document, or empty after adding at least one problem. */
    Optional<Node> read(Path file) {
        Optional<String> text = readText(file);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!isPlainAndShallow(text.get())) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text.get());
            if (root.isEmpty()) {
                problems.add(1, "file", "empty", "a site sheet");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            problems.add(line(e.getProblemMark()), "text", e.getProblem(), "YAML");
        } catch (YamlEngineException e) {
            problems.add(1, "text", firstLine(e), "YAML");
        }
        return Optional.empty();
    }

    private Optional<String> readText(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                problems.add(1, "file", Files.exists(file) ? "no file" : "missing", "a text file");
                return Optional.empty();
            }
            byte[] bytes;
            try (var stream = Files.newInputStream(file)) {
                bytes = stream.readNBytes(BYTE_LIMIT + 1);
            }
            if (bytes.length > BYTE_LIMIT) {
                problems.add(1, "size of file", "too large", "up to " + BYTE_LIMIT + " bytes");
                return Optional.empty();
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            problems.add(1, "file", "binary", "UTF-8 text");
        } catch (IOException e) {
            problems.add(1, "file", "unreadable", "a text file");
        }
        return Optional.empty();
    }

    /** Walks the events, which needs no recursion, and stops at the first that is not plain. */
    private boolean isPlainAndShallow(String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            depth += change(event);
            if (depth > DEPTH_LIMIT) {
                problems.add(
                        line(event.getStartMark()),
                        "nesting",
                        "deeper than " + DEPTH_LIMIT,
                        "up to " + DEPTH_LIMIT + " levels");
                return false;
            }
            Optional<String> extra = findExtra(event);
            if (extra.isPresent()) {
                problems.add(line(event.getStartMark()), "text", extra.get(), PLAIN);
                return false;
            }
        }
        return true;
    }

    private static int change(Event event) {
        return switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
        };
    }

    private static Optional<String> findExtra(Event event) {
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            return Optional.of(event.getEventId() == Event.ID.Alias ? "an alias" : "an anchor");
        }
        boolean tagged =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag().isPresent();
                    case CollectionStartEvent start -> start.getTag().isPresent();
                    default -> false;
                };
        return tagged ? Optional.of("a tag") : Optional.empty();
    }

    static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(at -> at.getLine() + 1).orElse(1);
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
