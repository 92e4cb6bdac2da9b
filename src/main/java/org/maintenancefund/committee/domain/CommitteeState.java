package org.maintenancefund.committee.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;

/**
 * What of a committee's record can change, checked and normalised. Kept as JSON with applications too: a field may be added,
 * never renamed.
 *
 * @param term null for a preparatory group
 */
@Embeddable
public record CommitteeState(
        @Enumerated(EnumType.STRING) CommitteeAttribute attribute,
        String name,

        @AttributeOverride(name = "number", column = @Column(name = "term_number"))
        @AttributeOverride(name = "start", column = @Column(name = "term_start"))
        @AttributeOverride(name = "end", column = @Column(name = "term_end"))
        @Nullable
        Term term,

        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        MobileNumber contactMobile) {

    /** A field that two versions differ in; empty text: none. */
    public record Difference(String key, String label, String before, String after) {}

    /** What became different, field by field, in the words and the order of the form. */
    public List<Difference> differencesFrom(CommitteeState before) {
        Map<String, String> old = before.words();
        List<Difference> differences = new ArrayList<>();
        words().forEach((key, value) -> {
            String was = old.getOrDefault(key, "");
            if (!value.equals(was)) {
                differences.add(new Difference(key, Messages.of(Reason.of("committee.field." + key)), was, value));
            }
        });
        return differences;
    }

    /** Every field in the words and the order of the form; those of a term where there is one. */
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("attribute", attribute.choice());
        words.put("name", name);
        if (term != null) {
            words.put("termNumber", Messages.of("committee.term.number", term.number()));
            words.put("termStart", term.start().toString());
            words.put("termEnd", term.end().toString());
            words.put("filingNumber", Objects.requireNonNullElse(filingNumber, ""));
        }
        words.put("officeAddress", officeAddress);
        words.put("contactName", contactName);
        words.put("contactMobile", contactMobile.toString());
        return words;
    }
}
