package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 收取授权申请 in words. */
@Component
@RequiredArgsConstructor
public class MandatePresenter implements ApplicationPresenter<MandateDetails> {

    private final MandateRepository mandates;
    private final PropertyAreas areas;
    private final Clock clock;

    @Override
    public List<DetailField> describe(MandateDetails details) {
        return describe(areas.standing(details.area()), details);
    }

    /** The same where the area was read already. */
    List<DetailField> describe(AreaView area, MandateDetails details) {
        List<DetailField> fields = new ArrayList<>();
        fields.add(field("area", area.name() + "（" + area.code() + "）", area.districtName() + " · " + area.streetName())
                .leadingTo("/areas/" + area.id()));
        fields.add(field(
                "association",
                details.collector(),
                Messages.of("billing.mandate.by-association", details.associationFrom(), details.associationTo())));
        fields.add(field("validFrom", details.validFrom()));
        fields.add(field("validTo", details.validTo()));
        fields.add(field("remark", details.remark().lines().toArray()));
        return fields;
    }

    private static DetailField field(String key, @Nullable Object... lines) {
        return DetailField.of(key, Messages.of("billing.mandate.field." + key), lines);
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.subjectNames(subjects);
    }

    /** The first day is the one that was entered at the approval, not what an approval of today would give. */
    @Override
    public String sayAfterApproval(ApplicationNumber number, MandateDetails details) {
        LocalDate first = mandates.findByApplications(List.of(number.value())).stream()
                .map(mandate -> mandate.view().validFrom())
                .findFirst()
                .orElseGet(() -> {
                    LocalDate today = LocalDate.now(clock);
                    return details.validFrom().isAfter(today) ? details.validFrom() : today;
                });
        return Messages.of("billing.mandate.next", first, details.validTo(), details.collector());
    }
}
