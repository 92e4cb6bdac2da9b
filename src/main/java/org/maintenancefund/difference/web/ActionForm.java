package org.maintenancefund.difference.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.springframework.validation.Errors;

/**
 * What is done with a difference, as typed; the components stand in the order of the page.
 *
 * @param action   the name of a {@link DifferenceAction}
 * @param entry    the number of the entry by which it was put right, or blank
 * @param district to which it is handed where it is of none yet
 * @param version  of the difference that the person saw
 */
@Labels("difference.field.")
record ActionForm(
        @Choice(value = DifferenceAction.class, required = "difference.action.required")
        String action,

        @Text(max = 1000, lines = true, required = "difference.text.required")
        String text,

        String entry,
        String district,
        String version) {

    ActionForm(
            @Nullable String action,
            @Nullable String text,
            @Nullable String entry,
            @Nullable String district,
            @Nullable String version) {
        this.action = Objects.requireNonNullElse(action, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.entry = ChineseText.code(entry).toUpperCase(java.util.Locale.ROOT);
        this.district = Objects.requireNonNullElse(district, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static ActionForm empty() {
        return new ActionForm(null, null, null, null, null);
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    DifferenceAction wanted() {
        return DifferenceAction.valueOf(action);
    }

    String said() {
        return ChineseText.paragraphs(text, 1000).value();
    }

    @Nullable
    DistrictId chosenDistrict() {
        return Ids.read(district).map(DistrictId::new).orElse(null);
    }

    /** The entry that was typed; a note in the errors where that is none. */
    Optional<String> readEntry(Errors errors) {
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(EntryNumber.of(entry).value());
        } catch (IllegalArgumentException none) {
            FieldErrors.reject(errors, "entry", "difference.entry.unreadable");
            return Optional.empty();
        }
    }
}
