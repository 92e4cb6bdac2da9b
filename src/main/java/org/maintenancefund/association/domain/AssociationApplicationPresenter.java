package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 小区管理处关联申请 in words. */
@Component
@RequiredArgsConstructor
public class AssociationApplicationPresenter implements ApplicationPresenter<AssociationDetails> {

    private final JdbcClient jdbc;
    private final PropertyAreas areas;
    private final Districts districts;
    private final Clock clock;

    @Override
    public List<DetailField> describe(AssociationDetails details) {
        return describe(areas.standing(details.area()), details);
    }

    public List<DetailField> describe(AreaView area, AssociationDetails details) {
        List<DetailField> fields = new ArrayList<>();
        fields.add(field("area", area.name() + "（" + area.code() + "）", area.districtName() + " · " + area.streetName())
                .leadingTo("/areas/" + area.id()));
        fields.add(field("target", details.target().label()));
        fields.add(field("enterprise", details.enterpriseName()));
        if (details.officeId() != null) {
            fields.add(field("office", details.officeName()));
        }
        fields.add(field("contractStart", details.contractStart()));
        fields.add(field("contractEnd", details.contractEnd()));
        fields.add(field("papers", details.papers().toArray()));
        fields.add(field("remark", details.remark().lines().toArray()));
        return fields;
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.subjectNames(subjects);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AssociationDetails details) {
        return Objects.requireNonNull(sayAfterApproval(Map.of(number, details)).get(number));
    }

    /** From when on is what was entered at the approval, not what an approval of today would give. */
    @Override
    public Map<ApplicationNumber, String> sayAfterApproval(Map<ApplicationNumber, AssociationDetails> approved) {
        LocalDate today = LocalDate.now(clock);
        Map<String, LocalDate> begins = new HashMap<>();
        jdbc.sql("SELECT approved_by, effective_from FROM association WHERE approved_by = ANY (:numbers)")
                .param(
                        "numbers",
                        approved.keySet().stream().map(ApplicationNumber::value).toArray(String[]::new))
                .query(row -> {
                    begins.put(row.getString(1), row.getObject(2, LocalDate.class));
                });
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> {
            LocalDate entered = begins.get(number.value());
            LocalDate first =
                    entered == null ? OneEffectiveAssociationPerArea.firstDay(details.contract(), today) : entered;
            say.put(
                    number,
                    Messages.of(
                            "association.next",
                            first,
                            details.contractEnd(),
                            first.isAfter(today) ? Messages.of("association.next.from") : "",
                            details.officeName() == null ? details.enterpriseName() : details.officeName()));
        });
        return say;
    }

    @Override
    public String whatNext(Applicant applicant) {
        DistrictCentre centre =
                districts.get(applicant.account().districtIfAny().orElseThrow());
        return Messages.of(
                "association.what-next", centre.centreName(), centre.address(), centre.phone(), centre.officeHours());
    }

    private static DetailField field(String key, @Nullable Object... lines) {
        return DetailField.of(key, Messages.of("association.field." + key), lines);
    }
}
