package org.sinho.rig.controller;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One mapping of a YAML file, read field by field; complains about what is missing or left over.
 */
final class YamlSection {
    private final Map<?, ?> fields;
    private final String where;
    private final Set<Object> unread;

    YamlSection(Object node, String where) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    "section" + where + " is " + node + ", allowed a mapping");
        }
        this.fields = map;
        this.where = where;
        this.unread = new LinkedHashSet<>(map.keySet());
    }

    int integer(String name) {
        return asInteger(name, required(name));
    }

    int integer(String name, int absent) {
        return fields.containsKey(name) ? integer(name) : absent;
    }

    boolean flag(String name, boolean absent) {
        if (!fields.containsKey(name)) {
            return absent;
        }
        Object value = required(name);
        Check.that(value instanceof Boolean, name, value, where, "true or false");
        return (Boolean) value;
    }

    String word(String name, String absent) {
        return fields.containsKey(name) ? String.valueOf(required(name)) : absent;
    }

    List<Integer> integers(String name) {
        List<Integer> all = new ArrayList<>();
        for (Object value : list(name)) {
            all.add(asInteger(name, value));
        }
        return all;
    }

    /** {@return the list under a name, empty if absent} */
    List<?> list(String name) {
        if (!fields.containsKey(name)) {
            return List.of();
        }
        Object value = required(name);
        Check.that(value instanceof List, name, value, where, "a list");
        return (List<?>) value;
    }

    YamlSection section(String name) {
        return new YamlSection(required(name), " " + name);
    }

    /** {@return the numbers that are keys here, ascending} */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (Object key : fields.keySet()) {
            numbers.add(asInteger("key", key));
        }
        numbers.sort(null);
        return numbers;
    }

    int integer(int key) {
        return asInteger(String.valueOf(key), required(key));
    }

    String word(int key) {
        return String.valueOf(required(key));
    }

    /** {@return whether a field is there, read or not} */
    boolean has(Object name) {
        return fields.containsKey(name);
    }

    /** Calls {@code each} for every numbered entry, in ascending order, and marks them read. */
    void numbered(String kind, NumberedEntry each) {
        for (int number : numbers()) {
            YamlSection entry = new YamlSection(fields.get(number), " of " + kind + " " + number);
            each.accept(number, entry);
            entry.finish();
            unread.remove(number);
        }
    }

    /** Refuses fields that nobody asked for: a misspelt field must not fall back to a default. */
    void finish() {
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(
                    "field"
                            + where
                            + " is "
                            + unread.iterator().next()
                            + ", allowed only fields that exist");
        }
    }

    private Object required(Object name) {
        Object value = fields.get(name);
        Check.that(value != null, String.valueOf(name), "missing", where, "a value");
        unread.remove(name);
        return value;
    }

    private int asInteger(String name, Object value) {
        Check.that(value instanceof Integer, name, value, where, "a whole number");
        return (Integer) value;
    }

    /** What to do with one numbered entry. */
    interface NumberedEntry {
        void accept(int number, YamlSection entry);
    }
}
