package org.maintenancefund.committee.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeFormCheck;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.domain.CommitteeVersions;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads 业委会信息变更: the rules of the registration, and those of what may follow what. */
@Component
class ChangeFormCheck {

    private static final int LONGEST_REASON = 500;

    private final CommitteeFormCheck check;
    private final CommitteeVersions versions;
    private final PropertyAreas areas;

    ChangeFormCheck(CommitteeFormCheck check, CommitteeVersions versions, PropertyAreas areas) {
        this.check = check;
        this.versions = versions;
        this.areas = areas;
    }

    /** The details, or empty where {@code errors} has something to say. */
    Optional<ChangeDetails> read(ChangeForm form, Committee committee, Errors errors) {
        CommitteeState now = committee.state();
        List<ChangeItem> items = Arrays.stream(ChangeItem.values())
                .filter(form::has)
                .filter(item -> item != ChangeItem.FORMALISE || now.attribute() == CommitteeAttribute.PREPARATORY)
                .filter(item -> item != ChangeItem.NEW_TERM || now.attribute() == CommitteeAttribute.FORMAL)
                .toList();
        if (items.isEmpty()) {
            FieldErrors.reject(errors, "items", "committee.change.items.required");
        }
        AreaView area = areas.standing(committee.area());
        CommitteeState after = check.readState(form.onTopOf(now), area, errors);
        if (after != null && items.contains(ChangeItem.NEW_TERM)) {
            checkTerm(now, after, errors);
        }
        String reason = FieldErrors.check(errors, "reason", ChineseText.required(form.getReason(), LONGEST_REASON));
        if (after != null && !items.isEmpty() && after.equals(now)) {
            FieldErrors.reject(errors, "items", "committee.change.nothing");
        }
        if (errors.hasErrors() || after == null || reason == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ChangeDetails(committee.id().value(), versions.current(committee.id()), items, now, after, reason));
    }

    /** 换届 raises 届次 by one, and the new term begins after the one before. */
    private static void checkTerm(CommitteeState now, CommitteeState after, Errors errors) {
        if (now.termNumber() != null && after.termNumber() != null && after.termNumber() != now.termNumber() + 1) {
            FieldErrors.reject(errors, "termNumber", "committee.change.term-number", now.termNumber() + 1);
        }
        if (now.termEnd() != null
                && after.termStart() != null
                && !after.termStart().isAfter(now.termEnd())) {
            FieldErrors.reject(
                    errors,
                    "termStart",
                    "committee.change.term-overlap",
                    now.termEnd().toString());
        }
    }
}
