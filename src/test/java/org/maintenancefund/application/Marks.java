package org.maintenancefund.application;

import java.util.Map;
import org.jsoup.nodes.Document;

/** The ticks 需要修改 of a review page, as a form sends them. */
public final class Marks {

    private Marks() {}

    /**
     * Adds ticks to a decision.
     *
     * @param marks a place and a reason each
     */
    public static void put(Document review, Map<String, String> decision, String... marks) {
        for (int i = 0; i < marks.length; i += 2) {
            String id =
                    review.select(".mark-tick input[value='" + marks[i] + "']").attr("id");
            decision.put("marks[" + i / 2 + "]", marks[i]);
            decision.put("markReasons[" + id.replace("mark", "") + "]", marks[i + 1]);
        }
    }
}
