package org.sinho.rig.obu;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads what a center sends to a roadside unit in the form of immediate forward, as a unit would:
 * strictly, and written apart from the center's own code.
 *
 * @param type message type, for example {@code SPAT}
 * @param psid p-encoded identifier in lower case hexadecimal digits
 * @param frame the message
 */
public record ForwardText(String type, String psid, byte[] frame) {
    private static final int LONGEST = 8_192;
    private static final List<String> LINES =
            List.of(
                    "Version",
                    "Type",
                    "PSID",
                    "Priority",
                    "TxMode",
                    "TxChannel",
                    "TxInterval",
                    "DeliveryStart",
                    "DeliveryStop",
                    "Signature",
                    "Encryption",
                    "Payload");

    /** Message id and identifier of each type that a unit sends out. */
    private static final Map<String, List<String>> TYPES =
            Map.of(
                    "MAP", List.of("0012", "e0000017"),
                    "SPAT", List.of("0013", "8002"),
                    "SSM", List.of("001e", "e0000015"),
                    "TIM", List.of("001f", "8003"),
                    "PSM", List.of("0020", "27"));

    /** A text that a unit does not take. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String cause) {
            super(cause, null, false, false);
        }
    }

    static ForwardText read(byte[] datagram) throws Refusal {
        if (datagram.length > LONGEST) {
            throw new Refusal("too long");
        }
        String text = new String(datagram, StandardCharsets.ISO_8859_1);
        if (!text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~')) {
            throw new Refusal("not text");
        }
        Map<String, String> values = new HashMap<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            String[] parts = lines[i].split("=", 2);
            if (parts.length != 2 || i >= LINES.size() || !LINES.get(i).equals(parts[0])) {
                throw new Refusal("line " + (i + 1));
            }
            values.put(parts[0], parts[1]);
        }
        if (values.size() != LINES.size()) {
            throw new Refusal("lines missing");
        }
        return checked(values);
    }

    private static ForwardText checked(Map<String, String> values) throws Refusal {
        String type = values.get("Type");
        List<String> expected = TYPES.get(type);
        String psid = values.get("PSID").toLowerCase(java.util.Locale.ROOT);
        String payload = values.get("Payload");
        require("version", values.get("Version").equals("0.7"));
        require("type", expected != null);
        require("psid", psid.equals("0x" + expected.get(1)));
        require("mode", values.get("TxMode").matches("CONT|ALT"));
        require("priority", values.get("Priority").matches("[0-7]"));
        require("signature", values.get("Signature").matches("True|False"));
        require("encryption", values.get("Encryption").matches("True|False"));
        require("payload", payload.matches("([0-9a-fA-F]{2})+"));
        require("payload type", payload.startsWith(expected.get(0)));
        return new ForwardText(type, psid.substring(2), HexFormat.of().parseHex(payload));
    }

    private static void require(String what, boolean good) throws Refusal {
        if (!good) {
            throw new Refusal(what);
        }
    }
}
