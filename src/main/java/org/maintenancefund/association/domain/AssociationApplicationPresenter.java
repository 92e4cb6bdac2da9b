package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 小区管理处关联申请 in words. */
@Component
public class AssociationApplicationPresenter implements ApplicationPresenter<AssociationDetails> {

    private final AssociationReader reader;
    private final PropertyAreas areas;
    private final Clock clock;

    AssociationApplicationPresenter(AssociationReader reader, PropertyAreas areas, Clock clock) {
        this.reader = reader;
        this.areas = areas;
        this.clock = clock;
    }

    @Override
    public List<DetailField> describe(AssociationDetails details) {
        AreaView area = areas.standing(details.area());
        List<DetailField> fields = new ArrayList<>();
        fields.add(DetailField.of(
                "area",
                Messages.of("association.field.area"),
                area.name() + "（" + area.code() + "）",
                area.districtName() + " · " + area.streetName()));
        fields.add(DetailField.of("target", label("target"), details.target().label()));
        fields.add(DetailField.of("enterprise", label("enterprise"), details.enterpriseName()));
        if (details.officeId() != null) {
            fields.add(DetailField.of("office", label("office"), details.officeName()));
        }
        fields.add(DetailField.of("contractStart", label("contractStart"), details.contractStart()));
        fields.add(DetailField.of("contractEnd", label("contractEnd"), details.contractEnd()));
        fields.add(DetailField.of("papers", label("papers"), details.papers().toArray()));
        fields.add(DetailField.of(
                "remark", label("remark"), details.remark().lines().toArray()));
        return fields;
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.views(subjects.stream().map(AreaId::new).toList()).stream()
                .collect(Collectors.toMap(
                        area -> area.id().value(),
                        area -> new SubjectName(area.name(), area.streetName()),
                        (a, b) -> a));
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        // What was entered at the approval, not what an approval of today would give.
        LocalDate first = reader.approvedBy(number)
                .map(AssociationView::effectiveFrom)
                .orElseGet(() -> OneEffectiveAssociationPerArea.firstDay(details.contract(), today));
        String target = details.officeName() == null ? details.enterpriseName() : details.officeName();
        return Messages.of(
                "association.next",
                first,
                details.contractEnd(),
                first.isAfter(today) ? Messages.of("association.next.from") : "",
                target);
    }

    @Override
    public String whatNext(Applicant applicant) {
        return Messages.of("association.what-next");
    }

    private String label(String field) {
        return Messages.of("association.field." + field);
    }
}
