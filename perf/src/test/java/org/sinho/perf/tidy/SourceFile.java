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
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file: its lines, and its tree as the JDK's own parser sees it. */
final class SourceFile {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final String name;
    private final String text;
    private final CompilationUnitTree tree;
    private final SourcePositions positions;

    private SourceFile(String name, String text) throws IOException {
        this.name = name;
        this.text = text;
        JavacTask task =
                (JavacTask)
                        COMPILER.getTask(
                                null,
                                null,
                                diagnostic -> {
                                    throw new IllegalArgumentException(
                                            name + ": " + diagnostic.getMessage(Locale.ROOT));
                                },
                                List.of("-proc:none"),
                                null,
                                List.of(new Text(text)));
        tree = task.parse().iterator().next();
        positions = Trees.instance(task).getSourcePositions();
    }

    static SourceFile of(String name, String text) throws IOException {
        return new SourceFile(name, text);
    }

    static SourceFile read(Path root, Path file) throws IOException {
        return of(root.relativize(file).toString(), Files.readString(file));
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
        private final String text;

        Text(String text) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
