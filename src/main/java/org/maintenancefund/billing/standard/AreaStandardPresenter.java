package org.maintenancefund.billing.standard;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 小区收取标准申请 in words. */
@Component
@RequiredArgsConstructor
class AreaStandardPresenter implements ApplicationPresenter<AreaStandardDetails> {

    private final PropertyAreas areas;
    private final Districts districts;

    @Override
    public List<DetailField> describe(AreaStandardDetails details) {
        return describe(areas.standing(details.area()), details);
    }

    /** The same where the area was read already. */
    static List<DetailField> describe(AreaView area, AreaStandardDetails details) {
        return List.of(
                field("area", area.name() + "（" + area.code() + "）", area.districtName() + " · " + area.streetName())
                        .leadingTo("/areas/" + area.id()),
                field("use", details.use().label()),
                field("lift", details.lift().label()),
                field("rate", StandardWords.rate(details.rate())),
                field("from", details.from()),
                field("document", details.document()),
                field("remark", details.remark().lines().toArray()));
    }

    private static DetailField field(String key, @Nullable Object... lines) {
        return DetailField.of(key, Messages.of("billing.standard.application.field." + key), lines);
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.subjectNames(subjects);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AreaStandardDetails details) {
        return Messages.of(
                "billing.standard.next",
                Messages.of(
                        "billing.standard.kind",
                        details.use().label(),
                        details.lift().label()),
                details.from(),
                StandardWords.rate(details.rate()));
    }

    @Override
    public String whatNext(Applicant applicant) {
        DistrictCentre centre =
                districts.get(applicant.account().districtIfAny().orElseThrow());
        return Messages.of("billing.standard.what-next", centre.centreName(), centre.phone(), centre.officeHours());
    }
}
