package org.maintenancefund.collection.handover.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.handover.Matter;
import org.maintenancefund.collection.handover.Matter.Settler;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/** What is typed of one matter; what is settled is asked nothing but its word. */
@Labels("handover.field.")
record MatterForm(String handed, String settler, String due, String note) {

    static final int LONGEST = 200;

    static final MatterForm EMPTY = new MatterForm(null, null, null, null);

    MatterForm(@Nullable String handed, @Nullable String settler, @Nullable String due, @Nullable String note) {
        this.handed = Objects.requireNonNullElse(handed, "");
        this.settler = Objects.requireNonNullElse(settler, "");
        this.due = Objects.requireNonNullElse(due, "");
        this.note = Objects.requireNonNullElse(note, "");
    }

    static MatterForm of(Matter matter) {
        return new MatterForm(
                matter.handed() ? "true" : "",
                matter.settler() == null ? "" : matter.settler().name(),
                matter.dueOn() == null ? "" : matter.dueOn().toString(),
                matter.note());
    }

    /**
     * The matter with what was typed; the errors stand at the fields below {@code at}.
     *
     * @param complete whether nothing may be left unsaid
     */
    Matter read(Matter matter, String at, boolean complete, LocalDate today, Errors errors) {
        Checked<String> word = ChineseText.optional(note, LONGEST);
        String read = word.isOk() ? word.value() : "";
        if (!word.isOk()) {
            FieldErrors.reject(errors, at + "note", word.reason());
        }
        Matter settled = matter.said("true".equals(handed), null, null, read);
        if (settled.kind().isDocument() && settled.handed() && read.isEmpty() && complete) {
            FieldErrors.reject(errors, at + "note", "handover.note.required");
            return settled;
        }
        if (settled.isSettled()) {
            return settled;
        }
        Optional<Settler> by = Arrays.stream(Settler.values())
                .filter(one -> one.name().equals(settler))
                .findFirst();
        if (matter.kind().isHeld() && by.filter(Settler.SUCCESSOR::equals).isPresent()) {
            FieldErrors.reject(errors, at + "settler", "handover.settler.held");
        }
        LocalDate until = due.isBlank() ? null : FieldErrors.check(errors, at + "due", TypedDate.ofAnyYear(due));
        if (until != null && until.isBefore(today)) {
            FieldErrors.reject(errors, at + "due", "handover.due.past");
        }
        boolean half = by.isPresent() == due.isBlank();
        boolean paper = settled.kind().isDocument();
        if ((complete || half) && by.isEmpty()) {
            FieldErrors.reject(errors, at + "settler", paper ? "handover.settler.paper" : "handover.settler.required");
        }
        if ((complete || half) && due.isBlank() && (by.isPresent() || !paper)) {
            FieldErrors.reject(errors, at + "due", "handover.due.required");
        }
        return by.isEmpty() || until == null ? settled : settled.said(settled.handed(), by.get(), until, read);
    }
}
