package org.maintenancefund.committee.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** A committee's record field by field, in the words and the order of the form: for before and after. */
@Component
public class StateFields {

    StateFields() {}

    /** A field that two versions differ in; empty text: none. */
    public record Difference(String key, String label, String before, String after) {}

    /** What differs from one version to the next. */
    public List<Difference> differences(CommitteeState before, CommitteeState after) {
        Map<String, String> old = values(before);
        List<Difference> differences = new ArrayList<>();
        values(after).forEach((key, value) -> {
            if (!value.equals(old.get(key))) {
                differences.add(new Difference(
                        key, Messages.of(Reason.of("committee.field." + key)), old.getOrDefault(key, ""), value));
            }
        });
        return differences;
    }

    private static Map<String, String> values(CommitteeState state) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("attribute", state.attribute().choice());
        values.put("name", state.name());
        values.put(
                "termNumber",
                state.termNumber() == null ? "" : Messages.of("committee.term.number", state.termNumber()));
        values.put("termStart", text(state.termStart()));
        values.put("termEnd", text(state.termEnd()));
        values.put("filingNumber", text(state.filingNumber()));
        values.put("officeAddress", state.officeAddress());
        values.put("contactName", state.contactName());
        values.put("contactMobile", state.contactMobile());
        return values;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
