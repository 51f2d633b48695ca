package org.sinho.center.journal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One epoch's folder.
 *
 * @param number 1 and up
 * @param path the folder
 */
record EpochFolder(int number, Path path) {
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{6,9})");
    private static final String HEADER = "header.json";
    private static final String END = "end.json";
    private static final String SEAL = "sha256";
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static EpochFolder of(Path journal, int number) {
        return new EpochFolder(number, journal.resolve("epoch-%06d".formatted(number)));
    }

    /** Returns the epochs in a journal's folder, oldest first. */
    static List<EpochFolder> list(Path journal) throws IOException {
        try (var entries = Files.list(journal)) {
            return entries.flatMap(EpochFolder::match)
                    .sorted((a, b) -> Integer.compare(a.number, b.number))
                    .toList();
        }
    }

    Path stream(RecordStream stream) {
        return path.resolve(stream.folder());
    }

    /** Returns a stream's files in writing order; none when there is no such folder. */
    List<Path> files(RecordStream stream) throws IOException {
        Path folder = stream(stream);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(QueueShape.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the header, or nothing when it is missing, damaged or of an unknown form. */
    Optional<EpochHeader> header() {
        return read(HEADER, EpochHeader.class)
                .filter(
                        header ->
                                header.form() == EpochHeader.FORM
                                        && header.epoch() == number
                                        && header.configuration().stream()
                                                .allMatch(ConfigurationFile::isWhole));
    }

    /** Returns whether a start died before it had written anything: nothing is missing here. */
    boolean isUnborn() throws IOException {
        return !Files.exists(path.resolve(HEADER))
                && files(RecordStream.EVENTS).isEmpty()
                && files(RecordStream.OUTPUT).isEmpty();
    }

    /** Returns whether the epoch says that it ended in order, rightly or not. */
    boolean hasEnd() {
        return Files.exists(path.resolve(END));
    }

    /** Returns how the epoch ended in order, or nothing when it did not or the file is damaged. */
    Optional<EpochEnd> end() {
        return read(END, EpochEnd.class)
                .filter(end -> end.form() == EpochEnd.FORM && end.epoch() == number);
    }

    /** Writes the header so that it is there whole or not at all. */
    void writeHeader(EpochHeader header) throws IOException {
        write(HEADER, header);
        force(path.getParent(), StandardOpenOption.READ);
    }

    /** Writes how the epoch ended, whole or not at all. */
    void writeEnd(EpochEnd end) throws IOException {
        write(END, end);
    }

    private void write(String name, Object content) throws IOException {
        ObjectNode tree = JSON.valueToTree(content);
        tree.put(SEAL, ConfigurationFile.sha256Of(tree.toString()));
        Path draft = path.resolve(name + ".new");
        Files.write(draft, JSON.writeValueAsBytes(tree));
        force(draft, StandardOpenOption.WRITE);
        Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(path, StandardOpenOption.READ);
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            JsonNode tree = JSON.readTree(path.resolve(name).toFile());
            if (!(tree instanceof ObjectNode content)) {
                return Optional.empty();
            }
            JsonNode seal = content.remove(SEAL);
            boolean whole =
                    seal != null
                            && ConfigurationFile.sha256Of(content.toString()).equals(seal.asText());
            return whole ? Optional.of(JSON.treeToValue(content, type)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // The reader reports it; records speak for themselves.
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static java.util.stream.Stream<EpochFolder> match(Path path) {
        Matcher matcher = NAME.matcher(path.getFileName().toString());
        return matcher.matches() && Files.isDirectory(path)
                ? java.util.stream.Stream.of(
                        new EpochFolder(Integer.parseInt(matcher.group(1)), path))
                : java.util.stream.Stream.empty();
    }
}
