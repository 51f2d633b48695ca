package org.sinho.perf.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.type.TypeKind;

/** The rules for one Java file; each returns what breaks it, as {@code file:line: what}. */
final class SourceRules {
    static final int FILE_LINES = 500;
    static final int METHOD_LINES = 60;
    static final int LINE_COLUMNS = 100;

    private static final Pattern BANNED_NAME =
            Pattern.compile("(Manager|Helper|Utils?|Impl)(?![a-z])");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern WITH_ADDRESS = Pattern.compile("^import |https?://");
    private static final Set<String> UNORDERED =
            Set.of("HashMap", "HashSet", "IdentityHashMap", "ConcurrentHashMap", "WeakHashMap");
    private static final Set<String> WALKS =
            Set.of("iterator", "forEach", "stream", "keySet", "values", "entrySet", "toArray");

    private SourceRules() {}

    static List<String> longFiles(SourceFile file) {
        int lines = file.lines().size();
        return lines > FILE_LINES ? List.of(file.at(lines, lines + " lines")) : List.of();
    }

    static List<String> longLines(SourceFile file) {
        List<String> found = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int columns = line.codePointCount(0, line.length());
            if (columns > LINE_COLUMNS && !WITH_ADDRESS.matcher(line).find()) {
                found.add(file.at(i + 1, columns + " columns"));
            }
        }
        return found;
    }

    static List<String> unfinished(SourceFile file) {
        List<String> found = new ArrayList<>();
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            if (UNFINISHED.matcher(lines.get(i)).find()) {
                found.add(file.at(i + 1, lines.get(i).strip()));
            }
        }
        return found;
    }

    /** From the first annotation or modifier to the closing brace; Javadoc does not count. */
    static List<String> longMethods(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                int lines = file.lastLine(method) - file.firstLine(method) + 1;
                if (lines > METHOD_LINES) {
                    found.add(file.at(method, method.getName() + " has " + lines + " lines"));
                }
                return super.visitMethod(method, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    static List<String> bannedNames(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                if (BANNED_NAME.matcher(type.getSimpleName()).find()) {
                    found.add(file.at(type, "name " + type.getSimpleName()));
                }
                return super.visitClass(type, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    static List<String> sleepsAndSkips(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                String text = select.toString();
                if (text.equals("Thread.sleep") || text.equals("TimeUnit.sleep")) {
                    found.add(file.at(select, text));
                }
                return super.visitMemberSelect(select, unused);
            }

            @Override
            public Void visitAnnotation(AnnotationTree annotation, Void unused) {
                if (annotation.getAnnotationType().toString().equals("Disabled")) {
                    found.add(file.at(annotation, annotation.toString()));
                }
                return super.visitAnnotation(annotation, unused);
            }
        }.scan(file.tree(), null);
        return found;
    }

    /** Floating point rounds, and guards must not. */
    static List<String> floatingPoint(SourceFile file) {
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitPrimitiveType(PrimitiveTypeTree type, Void unused) {
                TypeKind kind = type.getPrimitiveTypeKind();
                if (kind == TypeKind.FLOAT || kind == TypeKind.DOUBLE) {
                    found.add(file.at(type, type.toString()));
                }
                return null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree identifier, Void unused) {
                if (Set.of("Double", "Float").contains(identifier.toString())) {
                    found.add(file.at(identifier, identifier.toString()));
                }
                return null;
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void unused) {
                if (literal.getValue() instanceof Double || literal.getValue() instanceof Float) {
                    found.add(file.at(literal, literal.toString()));
                }
                return null;
            }
        }.scan(file.tree(), null);
        return found;
    }

    /** Walks over a map or set whose order is not its own: two machines would differ. */
    static List<String> hashOrder(SourceFile file) {
        Set<String> unordered = unorderedVariables(file);
        List<String> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void unused) {
                note(loop.getExpression());
                return super.visitEnhancedForLoop(loop, unused);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree select, Void unused) {
                if (WALKS.contains(select.getIdentifier().toString())) {
                    note(select.getExpression());
                }
                return super.visitMemberSelect(select, unused);
            }

            private void note(ExpressionTree walked) {
                String name = walked.toString().replaceFirst("^this\\.", "");
                if (unordered.contains(name)) {
                    found.add(file.at(walked, "walks over " + name + " in hash order"));
                }
            }
        }.scan(file.tree(), null);
        return found;
    }

    private static Set<String> unorderedVariables(SourceFile file) {
        Set<String> names = new TreeSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                boolean byType = variable.getType() != null && isUnordered(variable.getType());
                boolean byValue =
                        variable.getInitializer() instanceof NewClassTree made
                                && isUnordered(made.getIdentifier());
                if (byType || byValue) {
                    names.add(variable.getName().toString());
                }
                return super.visitVariable(variable, unused);
            }
        }.scan(file.tree(), null);
        return names;
    }

    private static boolean isUnordered(com.sun.source.tree.Tree type) {
        return UNORDERED.contains(type.toString().replaceFirst("<.*", ""));
    }
}
