package org.maintenancefund.committee.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.springframework.validation.Errors;

/**
 * 业委会信息变更 as typed; the components stand in the order of the page. Fields of items that are not ticked count for nothing.
 *
 * @param items names of {@link ChangeItem}s
 * @param files only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("committee.field.")
record ChangeForm(
        String committeeId,
        List<String> items,
        @Nullable String name,
        @Nullable String termNumber,
        @Nullable String termStart,
        @Nullable String termEnd,
        @Nullable String filingNumber,
        @Nullable String officeAddress,
        @Nullable String contactName,
        @Nullable String contactMobile,
        @Text(max = 500) @Nullable String reason,
        @Nullable Object files) {

    ChangeForm {
        committeeId = Objects.requireNonNullElse(committeeId, "");
        items = items == null ? List.of() : items;
        files = null;
    }

    /** The record as it is, for changing it. */
    static ChangeForm of(String committee, CommitteeState record) {
        return of(committee, List.of(), record, "");
    }

    static ChangeForm of(ChangeDetails details) {
        return of(details.committeeId().toString(), details.items(), details.after(), details.reason());
    }

    private static ChangeForm of(String committee, List<ChangeItem> items, CommitteeState record, String reason) {
        CommitteeForm typed = CommitteeForm.of(record);
        return new ChangeForm(
                committee,
                items.stream().map(Enum::name).toList(),
                typed.name(),
                typed.termNumber(),
                typed.termStart(),
                typed.termEnd(),
                typed.filingNumber(),
                typed.officeAddress(),
                typed.contactName(),
                typed.contactMobile(),
                reason,
                null);
    }

    /** The same about that committee. */
    ChangeForm about(String committee) {
        return new ChangeForm(
                committee,
                items,
                name,
                termNumber,
                termStart,
                termEnd,
                filingNumber,
                officeAddress,
                contactName,
                contactMobile,
                reason,
                null);
    }

    /** What is ticked and can be changed: a group becomes a committee once, and only a committee has a next term. */
    List<ChangeItem> items(CommitteeState now) {
        ChangeItem other = now.attribute() == CommitteeAttribute.FORMAL ? ChangeItem.FORMALISE : ChangeItem.NEW_TERM;
        return Arrays.stream(ChangeItem.values())
                .filter(item -> item != other && has(item))
                .toList();
    }

    private boolean has(ChangeItem item) {
        return items.contains(item.name());
    }

    /** The record as the ticked items would make it, to be looked at like a registration. */
    CommitteeForm onTopOf(CommitteeState record) {
        CommitteeForm now = CommitteeForm.of(record);
        boolean formalise = has(ChangeItem.FORMALISE);
        boolean term = formalise || has(ChangeItem.NEW_TERM);
        boolean contact = has(ChangeItem.CONTACT);
        return new CommitteeForm(
                "",
                List.of(),
                formalise ? CommitteeAttribute.FORMAL.name() : now.attribute(),
                formalise || has(ChangeItem.NAME) ? name : now.name(),
                term ? termNumber : now.termNumber(),
                term ? termStart : now.termStart(),
                term ? termEnd : now.termEnd(),
                term ? filingNumber : now.filingNumber(),
                has(ChangeItem.OFFICE) ? officeAddress : now.officeAddress(),
                contact ? contactName : now.contactName(),
                contact ? contactMobile : now.contactMobile(),
                "",
                List.of(),
                null,
                "",
                null);
    }

    /**
     * A field that was changed while the item it belongs to is not ticked.
     *
     * @param before what the record says, as it would be typed
     */
    record Unticked(String field, ChangeItem item, String before) {}

    /** Nothing typed is dropped in silence: what would be, in the order of the page. */
    List<Unticked> unticked(CommitteeState now) {
        CommitteeForm old = CommitteeForm.of(now);
        boolean formal = now.attribute() == CommitteeAttribute.FORMAL;
        ChangeItem term = formal ? ChangeItem.NEW_TERM : ChangeItem.FORMALISE;
        List<Unticked> found = new ArrayList<>();
        if (formal || !has(ChangeItem.FORMALISE)) {
            compare("name", ChangeItem.NAME, old.name(), name, found);
        }
        compare("termNumber", term, old.termNumber(), termNumber, found);
        compare("termStart", term, old.termStart(), termStart, found);
        compare("termEnd", term, old.termEnd(), termEnd, found);
        compare("filingNumber", term, old.filingNumber(), filingNumber, found);
        compare("officeAddress", ChangeItem.OFFICE, old.officeAddress(), officeAddress, found);
        compare("contactName", ChangeItem.CONTACT, old.contactName(), contactName, found);
        compare("contactMobile", ChangeItem.CONTACT, old.contactMobile(), contactMobile, found);
        return found;
    }

    private void compare(
            String field, ChangeItem item, @Nullable String old, @Nullable String typed, List<Unticked> found) {
        String now = ChineseText.clean(typed);
        if (!has(item) && !now.isEmpty() && !now.equals(ChineseText.clean(old))) {
            found.add(new Unticked(field, item, ChineseText.clean(old)));
        }
    }

    /** What may follow what: 换届 raises 届次 by one, the new term begins after the one before, and something changes. */
    void look(CommitteeState now, CommitteeState after, Errors errors) {
        List<ChangeItem> ticked = items(now);
        if (ticked.contains(ChangeItem.NEW_TERM) && now.term() != null && after.term() != null) {
            int next = now.term().number() + 1;
            if (after.term().number() != next) {
                FieldErrors.reject(errors, "termNumber", "committee.change.term-number", next);
            }
            if (!after.term().start().isAfter(now.term().end())) {
                FieldErrors.reject(
                        errors,
                        "termStart",
                        "committee.change.term-overlap",
                        now.term().end().toString());
            }
        }
        if (!ticked.isEmpty() && after.equals(now)) {
            FieldErrors.reject(errors, "items", "committee.change.nothing");
        }
    }
}
