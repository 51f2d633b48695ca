package org.sinho.center.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A part of a settings file that knows where it stands, so that every complaint says where. */
final class ConfigNode {
    private final String where;
    private final Map<?, ?> values;

    ConfigNode(String where, Object value) {
        this.where = where;
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(
                    where + " is " + describe(value) + ", allowed is a group of settings");
        }
        values = map;
    }

    private static String describe(Object value) {
        return value == null ? "missing" : value.toString();
    }

    /** Refuses settings that nobody reads: a misspelt one would otherwise be ignored. */
    ConfigNode allow(String... names) {
        Set<String> unknown = new TreeSet<>();
        values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    where
                            + "."
                            + unknown.iterator().next()
                            + " is unknown, allowed are "
                            + String.join(", ", names));
        }
        return this;
    }

    /** Returns a group without a single field: everything in it is as if left out. */
    ConfigNode none() {
        return new ConfigNode(where, Map.of());
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    ConfigNode group(String name) {
        return new ConfigNode(where + "." + name, values.get(name));
    }

    List<ConfigNode> groups(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            throw new IllegalArgumentException(
                    where
                            + "."
                            + name
                            + " is "
                            + describe(values.get(name))
                            + ", allowed is a list");
        }
        List<ConfigNode> nodes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            nodes.add(new ConfigNode(where + "." + name + "[" + i + "]", list.get(i)));
        }
        return nodes;
    }

    String text(String name) {
        Object value = values.get(name);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException(
                    where + "." + name + " is " + describe(value) + ", allowed is a text");
        }
        return text;
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    /** Reads one of a few words. */
    <T> T choice(String name, Map<String, T> words, String otherwise) {
        String word = text(name, otherwise);
        T chosen = words.get(word);
        if (chosen == null) {
            throw new IllegalArgumentException(
                    where
                            + "."
                            + name
                            + " is "
                            + word
                            + ", allowed "
                            + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return chosen;
    }

    int integer(String name, int lowest, int highest) {
        Object value = values.get(name);
        if (!(value instanceof Integer number) || number < lowest || number > highest) {
            throw new IllegalArgumentException(
                    where
                            + "."
                            + name
                            + " is "
                            + describe(value)
                            + ", allowed "
                            + lowest
                            + " to "
                            + highest);
        }
        return number;
    }

    int integer(String name, int lowest, int highest, int otherwise) {
        return has(name) ? integer(name, lowest, highest) : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        Object value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Boolean flag)) {
            throw new IllegalArgumentException(
                    where + "." + name + " is " + value + ", allowed true or false");
        }
        return flag;
    }

    /** Reads lists of whole numbers, each under a number of its own. */
    Map<Integer, List<Integer>> integerTable(String name, int lowest, int highest) {
        if (!(values.get(name) instanceof Map<?, ?> map)) {
            throw wrong(name, describe(values.get(name)), "lists, each under a number");
        }
        Map<Integer, List<Integer>> table = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof Integer key)) {
                throw wrong(name, describe(entry.getKey()), "lists, each under a number");
            }
            table.put(key, integers(name + "." + key, entry.getValue(), lowest, highest));
        }
        return table;
    }

    private List<Integer> integers(String name, Object value, int lowest, int highest) {
        if (!(value instanceof List<?> list)) {
            throw wrong(name, describe(value), "a list");
        }
        List<Integer> numbers = new ArrayList<>();
        for (Object each : list) {
            if (!(each instanceof Integer number) || number < lowest || number > highest) {
                throw wrong(name, describe(each), lowest + " to " + highest);
            }
            numbers.add(number);
        }
        return numbers;
    }

    InetSocketAddress address(String name) {
        String text = text(name);
        int colon = text.lastIndexOf(':');
        int port = -1;
        try {
            port = Integer.parseInt(text.substring(colon + 1));
        } catch (NumberFormatException e) {
            // Said below, with the text as it stands.
        }
        if (colon < 1 || port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    where + "." + name + " is " + text + ", allowed is HOST:PORT");
        }
        InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(
                    where + "." + name + " is " + text + ": no such host");
        }
        return address;
    }

    /** Reads a list of some of a few words. */
    <T> List<T> choices(String name, Map<String, T> words) {
        List<T> chosen = new ArrayList<>();
        for (Object word : list(name)) {
            if (!(word instanceof String text) || !words.containsKey(text)) {
                throw wrong(name, describe(word), String.join(", ", words.keySet()));
            }
            chosen.add(words.get(text));
        }
        return chosen;
    }

    /** Reads a list of whole numbers. */
    List<Integer> integers(String name, int lowest, int highest) {
        return integers(name, values.get(name), lowest, highest);
    }

    private List<?> list(String name) {
        if (!(values.get(name) instanceof List<?> list)) {
            throw wrong(name, describe(values.get(name)), "a list");
        }
        return list;
    }

    InetAddress host(String name) {
        String text = text(name);
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    where + "." + name + " is " + text + ", allowed is a host that exists", e);
        }
    }

    /** Reads a moment with its distance from UTC: a local time would be anybody's guess. */
    Instant instant(String name) {
        String text = text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    where
                            + "."
                            + name
                            + " is "
                            + text
                            + ", allowed is a time as 2026-12-31T23:59:59+09:00",
                    e);
        }
    }

    /** Makes the complaint about a value. */
    IllegalArgumentException wrong(String name, String value, String allowed) {
        return new IllegalArgumentException(
                where + "." + name + " is " + value + ", allowed " + allowed);
    }

    IllegalArgumentException listedTwice(String what) {
        return new IllegalArgumentException(where + "." + what + " is listed twice, allowed once");
    }
}
