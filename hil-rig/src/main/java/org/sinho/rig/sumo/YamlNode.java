package org.sinho.rig.sumo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A value of a YAML file that knows where it stands, so that an error can say so. Every method
 * throws {@link SumoException} with file, place, value and what is allowed.
 *
 * @param file file it was read from
 * @param where place in the file, dotted
 * @param value what stands there; maps, lists, texts, numbers
 */
public record YamlNode(Path file, String where, Object value) {

    /**
     * Reads a file.
     *
     * @param file YAML
     * @return its root
     */
    public static YamlNode read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new YamlNode(
                    file, "", new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (java.io.IOException e) {
            throw new SumoException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (YamlEngineException e) {
            throw new SumoException(file + ": is not YAML: " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether a key is there.
     *
     * @param key name
     * @return whether it has a value
     */
    public boolean has(String key) {
        return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    /**
     * Returns the value of a key.
     *
     * @param key name
     * @return the value
     */
    public YamlNode at(String key) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("a mapping with \"" + key + "\"");
        }
        String path = where.isEmpty() ? key : where + "." + key;
        if (map.get(key) == null) {
            throw new SumoException(file + ": " + path + " is missing; there: " + map.keySet());
        }
        return new YamlNode(file, path, map.get(key));
    }

    /**
     * Returns the entries of a list.
     *
     * @param key name
     * @return entries in order; empty when the key is missing
     */
    public List<YamlNode> items(String key) {
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

    /**
     * Returns a text.
     *
     * @param key name
     * @return the text, not blank
     */
    public String text(String key) {
        return at(key).text();
    }

    /**
     * Returns a whole number.
     *
     * @param key name
     * @param lowest least allowed
     * @param highest most allowed
     * @return the number
     */
    public int integer(String key, int lowest, int highest) {
        YamlNode node = at(key);
        if (!(node.value instanceof Integer number) || number < lowest || number > highest) {
            throw node.wrong("a whole number " + lowest + ".." + highest);
        }
        return number;
    }

    /**
     * Returns a number.
     *
     * @param key name
     * @param lowest least allowed
     * @param highest most allowed
     * @return the number
     */
    public double number(String key, double lowest, double highest) {
        return at(key).number(lowest, highest);
    }

    double number(double lowest, double highest) {
        if (!(value instanceof Number number)
                || !(number.doubleValue() >= lowest && number.doubleValue() <= highest)) {
            throw wrong("a number " + lowest + ".." + highest);
        }
        return number.doubleValue();
    }

    /**
     * Returns a flag.
     *
     * @param key name
     * @return the flag; false when the key is missing
     */
    public boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        YamlNode node = at(key);
        if (!(node.value instanceof Boolean flag)) {
            throw node.wrong("true or false");
        }
        return flag;
    }

    /**
     * Makes the complaint about this value.
     *
     * @param allowed what would be right
     * @return to be thrown
     */
    public SumoException wrong(String allowed) {
        return new SumoException(file + ": " + where + " is " + value + "; allowed: " + allowed);
    }

    private String text() {
        if (!(value instanceof String text) || text.isBlank()) {
            throw wrong("text");
        }
        return text;
    }
}
