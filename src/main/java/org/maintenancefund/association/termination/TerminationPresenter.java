package org.maintenancefund.association.termination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.Association;
import org.maintenancefund.association.domain.AssociationRepository;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 关联解除申请 in words. */
@Component
@RequiredArgsConstructor
public class TerminationPresenter implements ApplicationPresenter<TerminationDetails> {

    private final AssociationRepository associations;
    private final PropertyAreas areas;
    private final Districts districts;
    private final Clock clock;

    @Override
    public List<DetailField> describe(TerminationDetails details) {
        AreaView area = areas.standing(details.area());
        List<DetailField> fields = new ArrayList<>();
        fields.add(field("area", area.name() + "（" + area.code() + "）", area.districtName() + " · " + area.streetName())
                .leadingTo("/areas/" + area.id()));
        fields.add(field("manager", details.manager()));
        fields.add(field(
                "contract",
                period(details.contract().start(), details.contract().end())));
        fields.add(field("effective", period(details.effectiveFrom(), details.effectiveTo())));
        fields.add(field("endsOn", details.endsOn()));
        fields.add(field("reason", details.reason().label()));
        fields.add(field("papers", details.papers().toArray()));
        fields.add(field("remark", details.remark().lines().toArray()));
        return fields;
    }

    private static String period(LocalDate from, LocalDate to) {
        return Messages.of("kernel.period", from, to);
    }

    private static DetailField field(String key, @Nullable Object... lines) {
        return DetailField.of(key, Messages.of("association.termination.field." + key), lines);
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.subjectNames(subjects);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, TerminationDetails details) {
        return Objects.requireNonNull(sayAfterApproval(Map.of(number, details)).get(number));
    }

    /** The last day is the one that was entered at the approval, not what an approval of today would give. */
    @Override
    public Map<ApplicationNumber, String> sayAfterApproval(Map<ApplicationNumber, TerminationDetails> approved) {
        LocalDate today = LocalDate.now(clock);
        Map<String, AssociationView> ended =
                associations
                        .findEndedBy(approved.keySet().stream()
                                .map(ApplicationNumber::value)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                association -> Objects.requireNonNull(association.endedBy()), Association::view));
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> {
            AssociationView association = ended.get(number.value());
            say.put(
                    number,
                    association != null && association.effectiveTo().isBefore(association.effectiveFrom())
                            ? Messages.of("association.termination.next.never", details.manager())
                            : Messages.of(
                                    "association.termination.next",
                                    details.manager(),
                                    association == null
                                            ? details.endsOn(today).minusDays(1)
                                            : association.effectiveTo()));
        });
        return say;
    }

    @Override
    public String whatNext(Applicant applicant) {
        DistrictCentre centre =
                districts.get(applicant.account().districtIfAny().orElseThrow());
        return Messages.of("association.what-next", centre.centreName(), centre.address(), centre.phone());
    }
}
