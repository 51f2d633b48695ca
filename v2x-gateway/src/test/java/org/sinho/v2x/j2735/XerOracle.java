package org.sinho.v2x.j2735;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Compares a decoded tree with the XER text that an independent decoder made of the frame. */
final class XerOracle {
    private final List<String> differences = new ArrayList<>();

    private XerOracle() {}

    /** {@return every difference between {@code value} and the message in {@code xer}} */
    static List<String> differences(String xer, JsonNode value) {
        XerOracle oracle = new XerOracle();
        Element frame = parse(xer);
        Element message = children(children(frame).get(1)).get(0);
        oracle.compare(message.getTagName(), message, value);
        return oracle.differences;
    }

    private static Element parse(String xer) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xer)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(xer, e);
        }
    }

    private void compare(String path, Element expected, JsonNode actual) {
        if (actual == null) {
            differences.add(path + " is missing");
        } else if (actual.isObject()) {
            compareMembers(path, expected, actual);
        } else if (actual.isArray()) {
            compareElements(path, expected, actual);
        } else {
            String text = scalar(expected);
            if (!text.equals(actual.asText())) {
                differences.add(path + ": " + actual.asText() + ", but XER has " + text);
            }
        }
    }

    private void compareMembers(String path, Element expected, JsonNode actual) {
        Element holder = expected;
        List<Element> members = children(expected);
        if (path.endsWith("partII-Value")) { // XER names the content's type, the tree does not.
            holder = members.get(0);
            members = children(holder);
        }
        int found = 0;
        for (Element member : members) {
            found += actual.has(member.getTagName()) ? 1 : 0;
            String name = member.getTagName();
            compare(path + "." + name, member, actual.get(name));
        }
        if (found != actual.size()) {
            differences.add(path + " has " + actual + ", but XER has " + members.size());
        }
    }

    private void compareElements(String path, Element expected, JsonNode actual) {
        List<Element> elements = children(expected);
        if (elements.size() != actual.size()) {
            differences.add(path + " has " + actual.size() + " elements, XER " + elements.size());
            return;
        }
        for (int i = 0; i < elements.size(); i++) {
            JsonNode value = actual.get(i);
            String at = path + "[" + i + "]";
            boolean choice = value.isObject() && value.has(elements.get(i).getTagName());
            if (choice) { // XER lists the alternatives themselves.
                String name = elements.get(i).getTagName();
                compare(at + "." + name, elements.get(i), value.get(name));
            } else if (value.isTextual() && elements.get(i).getFirstChild() == null) {
                compareName(at, elements.get(i).getTagName(), value.textValue());
            } else {
                compare(at, elements.get(i), value);
            }
        }
    }

    private void compareName(String path, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(path + ": " + actual + ", but XER has " + expected);
        }
    }

    /** Text of an element, or the name of its only child: enumerations and booleans. */
    private static String scalar(Element element) {
        List<Element> names = children(element);
        return names.isEmpty() ? element.getTextContent().strip() : names.get(0).getTagName();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
