package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.SummaryRow;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 社区信息完善: its steps A to D are pages of their own, step E 核对并提交 is the wizard's. */
@Component
@Order(7)
public class AreaApplicationDefinition extends ApplicationDefinition<AreaForm, AreaDetails> {

    /** Where the task list stands; its steps are below. */
    static final String PATH = "/areas/applications/new";

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "AREA_APPLICATION", "SQ", Page.AREA_APPLICATION_REVIEWS)
            .byStreet()
            .tagged(List.of(AreaDetails.NEW, AreaDetails.CHANGE))
            .onePending("area.application.pending")
            .underAccount(Page.AREA_APPLICATIONS, "/areas/applications/own")
            .beginsAt("/areas/applications")
            .ownSteps(PATH)
            .check("area/application/check")
            .build();

    private final AreaApplicationPolicy rules;
    private final AreaApplicationPresenter words;
    private final AreaDrafts drafts;
    private final AreaSteps steps;
    private final AreaBuildings buildings;
    private final PropertyAreas areas;
    private final InfoLines lines;
    private final Operators operators;

    AreaApplicationDefinition(
            AreaDrafts drafts,
            AreaSteps steps,
            AreaBuildings buildings,
            PropertyAreas areas,
            InfoLines lines,
            Operators operators,
            AreaApplicationPolicy policy,
            AreaApplicationPresenter presenter) {
        super(KIND, AreaForm.class, AreaDetails.class, policy, presenter);
        this.rules = policy;
        this.words = presenter;
        this.drafts = drafts;
        this.steps = steps;
        this.buildings = buildings;
        this.areas = areas;
        this.lines = lines;
        this.operators = operators;
    }

    @Override
    public Reading readForReview(ApplicationNumber number, AreaDetails details) {
        Optional<AreaView> area = details.area().map(areas::standing);
        return new Reading(words.describe(details, area), rules.compare(details, area));
    }

    @Override
    public AreaForm emptied(AreaForm form) {
        AreaInfo before = form.before();
        return before == null ? AreaForm.OF_NEW_AREA : AreaForm.of(form.areaId(), before, before);
    }

    @Override
    public void require(AreaForm form, Applicant applicant) {
        drafts.require(form, applicant.account());
    }

    /** What is submitted; empty while a step is not complete. */
    @Override
    public Optional<AreaDetails> read(Draft<AreaForm> draft, Applicant applicant, Errors errors) {
        AreaForm form = draft.form();
        CurrentUser user = applicant.account();
        OperatorView person =
                operators.find(user.operatorId()).orElseThrow(() -> new NotFound("operator " + user.operatorId()));
        return steps.read(form).map(told -> {
            AreaInfo before = form.before();
            UUID area = form.areaId() == null ? null : UUID.fromString(form.areaId());
            AreaView record = area == null ? null : areas.standing(new AreaId(area));
            AreaInfo now = record == null ? null : AreaInfo.of(record, buildings.of(record.id()));
            AreaInfo after = before == null || now == null ? told : told.appliedTo(before, now);
            return new AreaDetails(
                    area, now, after, person.personName(), person.mobile().toString(), user.organisationName());
        });
    }

    /** The name and the district of an area on record are not changed here, nor are who applies and for whom. */
    @Override
    public List<String> inputsOf(String line) {
        return lines.find(line).map(InfoLines.Field::inputs).orElse(List.of());
    }

    @Override
    public Optional<String> pageOf(String line) {
        return lines.find(line).map(field -> PATH + "/" + field.step().word());
    }

    @Override
    public List<SummaryRow> rows(Draft<AreaForm> draft, AreaDetails details, String form, Predicate<String> open) {
        AreaInfo before = details.before();
        List<SummaryRow> rows = new ArrayList<>();
        for (InfoLines.Field field : lines.fields()) {
            boolean fixed =
                    before != null && (field.key().equals("name") || field.key().equals("district"));
            SummaryRow row = SummaryRow.ofLines(field.label(), field.lines().apply(details.after()));
            SummaryRow told = fixed || !open.test(field.key())
                    ? row
                    : row.changeAt(AreaStep.path(draft, "/" + field.step().word()) + "#" + field.key());
            rows.add(
                    before != null && field.differs(before, details.after())
                            ? told.changedFrom(String.join("，", field.lines().apply(before)))
                            : told);
        }
        return rows;
    }

    @Override
    public void showCheck(Draft<AreaForm> draft, AreaDetails details, Model model) {
        AreaStep.show(draft, null, model);
    }

    @Override
    public AreaForm formOf(AreaDetails details) {
        return AreaForm.of(
                details.areaId() == null ? null : details.areaId().toString(), details.before(), details.after());
    }

    @Override
    public String title(AreaForm form) {
        String name = form.basics().name();
        return name.isBlank()
                ? ""
                : name
                        + (form.before() == null
                                ? Messages.of("area.application.new-of")
                                : Messages.of("area.application.change-of"));
    }
}
