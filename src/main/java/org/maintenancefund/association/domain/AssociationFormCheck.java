package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads the typed form: each field its own sentence where something is wrong, else the round's details. */
@Component
public class AssociationFormCheck {

    private static final int MAX_REMARK = 500;
    private static final int MAX_COPIES = 99;

    private final Enterprises enterprises;
    private final Offices offices;
    private final Clock clock;

    AssociationFormCheck(Enterprises enterprises, Offices offices, Clock clock) {
        this.enterprises = enterprises;
        this.offices = offices;
        this.clock = clock;
    }

    /** The company chosen in the first step; empty where none is or it is disabled by now. */
    public Optional<EnterpriseView> enterprise(AssociationForm form) {
        try {
            return form.enterprise() == null
                    ? Optional.empty()
                    : enterprises.find(EnterpriseId.of(form.enterprise())).filter(EnterpriseView::isActive);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The details; empty where {@code errors} has something to say. */
    public Optional<AssociationDetails> read(
            AssociationForm form, CommitteeView committee, EnterpriseView enterprise, Errors errors) {
        TargetKind target = target(form, errors);
        OfficeView office = target == TargetKind.OFFICE ? office(form, enterprise, errors) : null;
        LocalDate start = date(form.contractStart(), "contractStart", errors);
        LocalDate end = date(form.contractEnd(), "contractEnd", errors);
        checkPeriod(start, end, errors);
        List<PaperDocument> papers = papers(form, errors);
        String remark = FieldErrors.check(errors, "remark", ChineseText.paragraphs(form.remark(), MAX_REMARK));
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new AssociationDetails(
                committee.id().value(),
                committee.area().value(),
                enterprise.id().value(),
                enterprise.name(),
                office == null ? null : office.id().value(),
                office == null ? null : office.name(),
                Objects.requireNonNull(start),
                Objects.requireNonNull(end),
                papers,
                Objects.requireNonNull(remark)));
    }

    private static @Nullable TargetKind target(AssociationForm form, Errors errors) {
        Optional<TargetKind> target = Arrays.stream(TargetKind.values())
                .filter(kind -> kind.name().equals(form.target()))
                .findFirst();
        if (target.isEmpty()) {
            FieldErrors.reject(errors, "target", Reason.of("association.target.missing"));
        }
        return target.orElse(null);
    }

    private @Nullable OfficeView office(AssociationForm form, EnterpriseView enterprise, Errors errors) {
        Optional<OfficeView> office = offices.activeOf(enterprise.id()).stream()
                .filter(candidate -> candidate.id().toString().equals(form.office()))
                .findFirst();
        if (office.isEmpty()) {
            FieldErrors.reject(errors, "office", Reason.of("association.office.missing"));
        }
        return office.orElse(null);
    }

    private static @Nullable LocalDate date(@Nullable String typed, String field, Errors errors) {
        Checked<LocalDate> date = TypedDate.parse(typed);
        boolean missing = !date.isOk() && date.reason().code().equals("kernel.date.required");
        return FieldErrors.check(errors, field, missing ? Checked.refused("association." + field + ".missing") : date);
    }

    private void checkPeriod(@Nullable LocalDate start, @Nullable LocalDate end, Errors errors) {
        if (end == null) {
            return;
        }
        if (start != null && !end.isAfter(start)) {
            FieldErrors.reject(errors, "contractEnd", Reason.of("association.contract.order"));
        } else if (end.isBefore(LocalDate.now(clock))) {
            FieldErrors.reject(errors, "contractEnd", Reason.of("association.contract.over", end.toString()));
        }
    }

    private static List<PaperDocument> papers(AssociationForm form, Errors errors) {
        List<PaperDocument> papers = new ArrayList<>();
        for (PaperKind kind : PaperKind.values()) {
            AssociationForm.PaperRow row = form.papers().get(kind.ordinal());
            int copies = copies(row, "papers[" + kind.ordinal() + "].copies", errors);
            if (copies > 0) {
                papers.add(new PaperDocument(kind, copies, !AssociationForm.PaperRow.COPY.equals(row.form())));
            }
        }
        boolean contract = papers.stream().anyMatch(paper -> paper.kind() == PaperKind.SERVICE_CONTRACT);
        if (!contract && !errors.hasFieldErrors("papers[0].copies")) {
            FieldErrors.reject(errors, "papers[0].copies", Reason.of("association.papers.contract-missing"));
        }
        return papers;
    }

    private static int copies(AssociationForm.PaperRow row, String field, Errors errors) {
        String typed = ChineseText.code(row.copies());
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[0-9]{1,2}")) {
            FieldErrors.reject(errors, field, Reason.of("association.papers.copies", MAX_COPIES));
            return 0;
        }
        return Integer.parseInt(typed);
    }
}
