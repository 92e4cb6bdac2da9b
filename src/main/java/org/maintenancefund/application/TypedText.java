package org.maintenancefund.application;

import java.util.Collection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Forms as drafts keep them. No field of any form takes more than 1,000 characters and no table more than some hundred rows,
 * so that what is longer is an error on the page in any case; a draft doesn't keep megabytes of it.
 */
final class TypedText {

    /** Longer than any field, so that a text which is cut here still is too long for its field. */
    static final int LONGEST_TEXT = 2_000;

    private static final int MOST_ROWS = 2_000;

    private TypedText() {}

    static String bounded(JsonMapper json, Object form) {
        JsonNode tree = json.valueToTree(form);
        cut(tree);
        return json.writeValueAsString(tree);
    }

    /** The form that was kept, with what was typed into the inputs that are open; a dot leads into a part of the form. */
    static <F> F opened(JsonMapper json, F kept, F typed, Collection<String> open) {
        JsonNode form = json.valueToTree(kept);
        JsonNode sent = json.valueToTree(typed);
        for (String input : open) {
            String[] path = input.split("\\.");
            JsonNode into = form;
            JsonNode from = sent;
            for (int i = 0; i < path.length - 1; i++) {
                into = into.path(path[i]);
                from = from.path(path[i]);
            }
            String name = path[path.length - 1];
            if (into instanceof ObjectNode part && from.has(name)) {
                part.set(name, from.get(name));
            }
        }
        @SuppressWarnings("unchecked")
        Class<F> type = (Class<F>) kept.getClass();
        return json.treeToValue(form, type);
    }

    private static void cut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.forEachEntry((name, value) -> {
                if (value.isString()) {
                    object.set(name, shortened(value));
                } else {
                    cut(value);
                }
            });
        } else if (node instanceof ArrayNode array) {
            while (array.size() > MOST_ROWS) {
                array.remove(array.size() - 1);
            }
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isString()) {
                    array.set(i, shortened(array.get(i)));
                } else {
                    cut(array.get(i));
                }
            }
        }
    }

    private static JsonNode shortened(JsonNode text) {
        String value = text.stringValue();
        if (value.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(value.charAt(LONGEST_TEXT - 1));
        return StringNode.valueOf(value.substring(0, splitsPair ? LONGEST_TEXT - 1 : LONGEST_TEXT));
    }
}
