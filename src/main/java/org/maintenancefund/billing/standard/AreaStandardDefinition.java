package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请小区收取标准: what the owners of an area have decided to pay, where that is another rate than the city's. */
@Component
@Order(8)
class AreaStandardDefinition extends ApplicationDefinition<AreaStandardForm, AreaStandardDetails> {

    static final ApplicationKind KIND = ApplicationKind.of("CHARGE_STANDARD", "SB", Page.CHARGE_STANDARD_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(UnitUse.values()).map(Labelled::label).toList())
            .onePending("billing.standard.pending")
            .underAccount(Page.OWN_CHARGE_STANDARDS, OwnStandardController.PATH + "/applications")
            .beginsAt(OwnStandardController.PATH)
            .form("billing/standard-application", OwnStandardController.PATH + "/new")
            .check("billing/standard-application-check")
            .scans(new ScanSlot("files", Messages.of("billing.standard.application.field.files")))
            .build();

    private final ChargeStandards standards;
    private final AreaRateLimit limit;
    private final PropertyAreas areas;
    private final Committees committees;
    private final OpenDrafts drafts;
    private final AreaStandardPolicy rules;
    private final Clock clock;

    AreaStandardDefinition(
            ChargeStandards standards,
            AreaRateLimit limit,
            PropertyAreas areas,
            Committees committees,
            OpenDrafts drafts,
            Clock clock,
            AreaStandardPolicy policy,
            AreaStandardPresenter presenter) {
        super(KIND, AreaStandardForm.class, AreaStandardDetails.class, policy, presenter);
        this.standards = standards;
        this.limit = limit;
        this.areas = areas;
        this.committees = committees;
        this.drafts = drafts;
        this.rules = policy;
        this.clock = clock;
    }

    /** The area is read once. */
    @Override
    public Reading readForReview(ApplicationNumber number, AreaStandardDetails details) {
        AreaView area = areas.standing(details.area());
        return new Reading(AreaStandardPresenter.describe(area, details), rules.compare(area, number, details));
    }

    @Override
    public Optional<AreaStandardForm> blank(Applicant applicant) {
        return Optional.of(AreaStandardForm.EMPTY);
    }

    @Override
    public AreaStandardForm emptied(AreaStandardForm form) {
        return AreaStandardForm.EMPTY;
    }

    @Override
    public Optional<AreaStandardDetails> read(Draft<AreaStandardForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), committees.own(applicant.account()), errors);
    }

    /** The details of a form whose constraints were checked; empty where {@code errors} has something to say. */
    Optional<AreaStandardDetails> read(AreaStandardForm form, CommitteeView committee, Errors errors) {
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        AreaStandardDetails details = form.read(committee.id(), committee.area());
        YearMonth next = YearMonth.now(clock).plusMonths(1);
        if (details.from().isBefore(next)) {
            FieldErrors.reject(errors, "from", "billing.standard.from.early", next);
        }
        limit.refusal(limit.compare(details)).ifPresent(reason -> FieldErrors.reject(errors, "rate", reason));
        return errors.hasErrors() ? Optional.empty() : Optional.of(details);
    }

    @Override
    public void showForm(
            AreaStandardForm form, @Nullable Draft<AreaStandardForm> draft, Applicant applicant, Model model) {
        CommitteeView committee = committees.own(applicant.account());
        AreaView area = areas.standing(committee.area());
        YearMonth month = YearMonth.now(clock);
        ApplicationNumber revised = draft == null ? null : draft.revises().orElse(null);
        model.addAttribute("area", area);
        model.addAttribute(
                "closedBecause",
                rules.obstacle(committee, revised).map(Messages::of).orElse(null));
        model.addAttribute("percent", limit.percent().orElse(null));
        model.addAttribute("next", month.plusMonths(1));
        model.addAttribute("uses", Option.ofEnum(UnitUse.class));
        model.addAttribute("lifts", Option.ofEnum(LiftChoice.class));
        model.addAttribute("city", StandardTables.ofCity(standards.ofCityFrom(month), month));
        if (draft == null) {
            model.addAttribute("drafts", drafts.of(this, applicant.owner(), applicant.user()));
        }
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    @Override
    public void showCheck(Draft<AreaStandardForm> draft, AreaStandardDetails details, Model model) {
        model.addAttribute(Crumb.ATTRIBUTE, crumbs());
    }

    private static List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("billing.standard.title.application")));
    }

    @Override
    public AreaStandardForm formOf(AreaStandardDetails details) {
        return AreaStandardForm.of(details);
    }

    @Override
    public String title(AreaStandardForm form) {
        return Arrays.stream(UnitUse.values())
                .filter(use -> use.name().equals(form.use()))
                .map(Labelled::label)
                .findFirst()
                .orElse("");
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return KIND.ownPath().orElseThrow() + "/" + submission.number();
    }
}
