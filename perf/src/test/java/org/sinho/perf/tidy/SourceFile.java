package org.sinho.perf.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file: its lines, and its tree as the JDK's own parser sees it. */
final class SourceFile {
    private final String name;
    private final String text;
    private final CompilationUnitTree tree;
    private final SourcePositions positions;

    private SourceFile(Text source, CompilationUnitTree tree, SourcePositions positions) {
        name = source.name;
        text = source.text;
        this.tree = tree;
        this.positions = positions;
    }

    static SourceFile of(String name, String text) throws IOException {
        return parse(List.of(new Text(name, text))).getFirst();
    }

    static List<SourceFile> read(Path root, List<Path> files) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(new Text(root.relativize(file).toString(), Files.readString(file)));
        }
        return parse(texts);
    }

    /** All in one task: each would set the compiler up anew. */
    private static List<SourceFile> parse(List<Text> texts) throws IOException {
        JavacTask task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(
                                        null,
                                        null,
                                        SourceFile::refuse,
                                        List.of("-proc:none"),
                                        null,
                                        texts);
        List<SourceFile> files = new ArrayList<>();
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        for (CompilationUnitTree tree : task.parse()) { // In the order of the texts.
            files.add(new SourceFile(texts.get(files.size()), tree, positions));
        }
        return files;
    }

    private static void refuse(Diagnostic<? extends JavaFileObject> diagnostic) {
        throw new IllegalArgumentException(
                diagnostic.getSource().getName() + ": " + diagnostic.getMessage(Locale.ROOT));
    }

    String name() {
        return name;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    CompilationUnitTree tree() {
        return tree;
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    boolean isTest() {
        return name.contains("src/test/");
    }

    int firstLine(Tree part) {
        return line(positions.getStartPosition(tree, part));
    }

    int lastLine(Tree part) {
        return line(positions.getEndPosition(tree, part));
    }

    /** A finding about a part of this file. */
    String at(Tree part, String what) {
        return at(firstLine(part), what);
    }

    String at(int line, String what) {
        return name + ":" + line + ": " + what;
    }

    private int line(long position) {
        LineMap map = tree.getLineMap();
        return (int) map.getLineNumber(position);
    }

    /** Text that the compiler takes for a file. */
    private static final class Text extends SimpleJavaFileObject {
        private final String name;
        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
