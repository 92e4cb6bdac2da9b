package org.maintenancefund.application;

import java.util.ArrayList;
import java.util.List;
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
        List<String> places = new ArrayList<>();
        for (int i = 0; i < marks.length; i += 2) {
            String id =
                    review.select(".mark-tick input[value='" + marks[i] + "']").attr("id");
            places.add(marks[i]);
            decision.put(id.replace("mark", "markReason"), marks[i + 1]);
        }
        decision.put("marks", String.join(",", places));
    }
}
