package org.sinho.rig.sumo;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A value of a YAML file that knows where it stands, so that an error can say so. */
record YamlNode(Path file, String where, Object value) {

    static YamlNode read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new YamlNode(
                    file, "", new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (java.io.IOException e) {
            throw new SumoException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (YamlEngineException e) {
            throw new SumoException(file + ": is not YAML: " + e.getMessage(), e);
        }
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    YamlNode at(String key) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("a mapping with \"" + key + "\"");
        }
        String path = where.isEmpty() ? key : where + "." + key;
        if (map.get(key) == null) {
            throw new SumoException(file + ": " + path + " is missing; there: " + map.keySet());
        }
        return new YamlNode(file, path, map.get(key));
    }

    List<YamlNode> items(String key) {
        if (!has(key)) {
            return List.of();
        }
        YamlNode node = at(key);
        if (!(node.value instanceof List<?> list)) {
            throw node.wrong("a list");
        }
        List<YamlNode> nodes = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            nodes.add(new YamlNode(file, node.where + "[" + i + "]", list.get(i)));
        }
        return nodes;
    }

    List<String> texts(String key) {
        return items(key).stream().map(YamlNode::text).toList();
    }

    String text(String key) {
        return at(key).text();
    }

    int integer(String key, int lowest, int highest) {
        YamlNode node = at(key);
        if (!(node.value instanceof Integer number) || number < lowest || number > highest) {
            throw node.wrong("a whole number " + lowest + ".." + highest);
        }
        return number;
    }

    double number(String key, double lowest, double highest) {
        YamlNode node = at(key);
        if (!(node.value instanceof Number number)
                || !(number.doubleValue() >= lowest && number.doubleValue() <= highest)) {
            throw node.wrong("a number " + lowest + ".." + highest);
        }
        return number.doubleValue();
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        YamlNode node = at(key);
        if (!(node.value instanceof Boolean flag)) {
            throw node.wrong("true or false");
        }
        return flag;
    }

    SumoException wrong(String allowed) {
        return new SumoException(file + ": " + where + " is " + value + "; allowed: " + allowed);
    }

    private String text() {
        if (!(value instanceof String text) || text.isBlank()) {
            throw wrong("text");
        }
        return text;
    }
}
