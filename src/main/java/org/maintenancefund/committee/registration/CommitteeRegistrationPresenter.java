package org.maintenancefund.committee.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 业委会注册 in words. */
@Component
@RequiredArgsConstructor
class CommitteeRegistrationPresenter implements ApplicationPresenter<CommitteeDetails> {

    private final CommitteeRepository committees;
    private final PropertyAreas areas;

    @Override
    public List<DetailField> describe(CommitteeDetails details) {
        return describe(areas.standing(details.area()), details);
    }

    List<DetailField> describe(AreaView area, CommitteeDetails details) {
        List<DetailField> fields = new ArrayList<>();
        fields.add(DetailField.of(
                        "areaId",
                        label("area"),
                        area.name() + "（" + area.code() + "）",
                        area.districtName() + " · " + area.streetName() + " · " + area.address())
                .leadingTo("/areas/" + area.id()));
        if (!details.siblingAnswer().isEmpty()) {
            fields.add(field(
                    "siblingAnswer",
                    details.siblingAnswer().stream()
                            .map(SiblingException::label)
                            .toArray()));
        }
        details.committee().words().forEach((key, words) -> {
            DetailField line = field(key, words);
            fields.add(key.startsWith("contact") ? line.aboutPeople() : line);
        });
        if (details.noCertificate() != null) {
            fields.add(field("noCertificate", details.noCertificate()));
        }
        fields.add(field("operators", details.operators().toArray()).aboutPeople());
        return fields;
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.subjectNames(subjects);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, CommitteeDetails details) {
        return Messages.of(
                "committee.what-next",
                details.operators().stream().map(ProposedOperator::name).collect(Collectors.joining("、")));
    }

    @Override
    public Optional<String> nextAfterApproval(ApplicationNumber number) {
        return committees.findByRegisteredBy(number.value()).map(c -> "/operators/new/COMMITTEE/" + c.id());
    }

    private static DetailField field(String key, @Nullable Object... lines) {
        return DetailField.of(key, label(key), lines);
    }

    private static String label(String field) {
        return Messages.of(Reason.of("committee.field." + field));
    }
}
