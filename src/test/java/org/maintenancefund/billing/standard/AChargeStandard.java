package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.UnitUse;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings standards to a state by the steps people take. */
@TestComponent
public final class AChargeStandard {

    private final ChargeStandardService service;
    private final ChargeStandards standards;
    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Submissions submissions;
    private final Applications applications;
    private final Decisions decisions;
    private final AreaStandardDefinition definition;
    private final Validator validator;

    AChargeStandard(
            ChargeStandardService service,
            ChargeStandards standards,
            JdbcClient jdbc,
            Drafts drafts,
            Submissions submissions,
            Applications applications,
            Decisions decisions,
            AreaStandardDefinition definition,
            Validator validator) {
        this.service = service;
        this.standards = standards;
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.submissions = submissions;
        this.applications = applications;
        this.decisions = decisions;
        this.definition = definition;
        this.validator = validator;
    }

    static CurrentUser municipal(String name) {
        return SignedIn.person(name, Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);
    }

    static StandardProposal told(UnitUse use, boolean lift, String rate, YearMonth from) {
        return new StandardProposal(use, lift, Rate.parse(rate).value(), from, "云住建〔2026〕18 号");
    }

    /** One of the city's, proposed by one person. */
    ChargeStandardId proposed(UnitUse use, boolean lift, String rate, YearMonth from, CurrentUser by) {
        return service.propose(List.of(told(use, lift, rate, from)), by).get(0);
    }

    /** One of the city's, proposed by one person and confirmed by another. */
    public ChargeStandardId ofCity(UnitUse use, boolean lift, String rate, YearMonth from) {
        ChargeStandardId id = proposed(use, lift, rate, from, municipal("许拟"));
        service.confirm(id, service.get(id).version(), municipal("何核"));
        return id;
    }

    /** The same, where the city has none in that month; whatever it has stays as it is. */
    public void ofCityWhereMissing(UnitUse use, boolean lift, String rate, YearMonth month) {
        if (standards.ofCityAt(use, lift, month).isEmpty()) {
            ofCity(use, lift, rate, month);
        }
    }

    /** A city that has decided nothing, whatever others have left there; for tests that are rolled back. */
    public void noneOfTheCity() {
        jdbc.sql("UPDATE charge_standard SET state = 'WITHDRAWN', reason = '', decided_by = proposed_by,"
                        + " decided_by_name = proposed_by_name, decided_at = proposed_at WHERE area_id IS NULL")
                .update();
    }

    /** Applied for by somebody of the committee. */
    public ApplicationNumber submitted(
            CommitteeView committee, UnitUse use, LiftChoice lift, String rate, YearMonth from) {
        AreaStandardForm form =
                new AreaStandardForm(use.name(), lift.name(), rate, from.toString(), "业主大会 2026 年第 2 号决定", null, "");
        CurrentUser applicant = SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
        Draft<AreaStandardForm> draft = drafts.start(DraftOwner.of(applicant), AreaStandardDefinition.KIND, form);
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        AreaStandardDetails details = definition.read(form, committee, errors).orElse(null);
        assertThat(errors.getAllErrors()).isEmpty();
        return submissions.submit(draft, details, applicant).number();
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications
                .forReview(AreaStandardDefinition.KIND, number, reviewer)
                .version();
        decisions.decide(
                AreaStandardDefinition.KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }

    /** One of an area's, applied for by its committee and approved by the district. */
    public ApplicationNumber ofArea(
            CommitteeView committee, UnitUse use, LiftChoice lift, String rate, YearMonth from, CurrentUser reviewer) {
        ApplicationNumber number = submitted(committee, use, lift, rate, from);
        decided(number, ReviewAction.APPROVE, reviewer);
        return number;
    }
}
