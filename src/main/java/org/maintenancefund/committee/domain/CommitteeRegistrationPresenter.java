package org.maintenancefund.committee.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 业委会注册 in words. */
@Component
public class CommitteeRegistrationPresenter implements ApplicationPresenter<CommitteeDetails> {

    private final CommitteeRepository committees;
    private final PropertyAreas areas;

    CommitteeRegistrationPresenter(CommitteeRepository committees, PropertyAreas areas) {
        this.committees = committees;
        this.areas = areas;
    }

    @Override
    public List<DetailField> describe(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        List<DetailField> fields = new ArrayList<>();
        fields.add(DetailField.of("areaId", label("area"), area.name() + "（" + area.code() + "）", place(area)));
        if (!details.siblingAnswer().isEmpty()) {
            fields.add(DetailField.of(
                    "siblingAnswer",
                    label("siblingAnswer"),
                    details.siblingAnswer().stream()
                            .map(SiblingException::label)
                            .toArray()));
        }
        fields.add(DetailField.of(
                "attribute", label("attribute"), details.attribute().choice()));
        fields.add(DetailField.of("name", label("name"), details.name()));
        if (details.attribute() == CommitteeAttribute.FORMAL) {
            fields.add(DetailField.of(
                    "termNumber", label("termNumber"), Messages.of("committee.term.number", details.termNumber())));
            fields.add(DetailField.of("termStart", label("termStart"), details.termStart()));
            fields.add(DetailField.of("termEnd", label("termEnd"), details.termEnd()));
            fields.add(DetailField.of("filingNumber", label("filingNumber"), details.filingNumber()));
        }
        fields.add(DetailField.of("officeAddress", label("officeAddress"), details.officeAddress()));
        fields.add(DetailField.of("contactName", label("contactName"), details.contactName())
                .aboutPeople());
        fields.add(DetailField.of("contactMobile", label("contactMobile"), details.contactMobile())
                .aboutPeople());
        fields.add(DetailField.of(
                        "operators", label("operators"), details.operators().toArray())
                .aboutPeople());
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
    public String sayAfterApproval(ApplicationNumber number, CommitteeDetails details) {
        return Messages.of(
                "committee.what-next",
                details.operators().stream().map(Person::name).collect(Collectors.joining("、")));
    }

    @Override
    public Optional<String> nextAfterApproval(ApplicationNumber number) {
        return committees.findByRegisteredBy(number.value()).map(c -> "/operators/new/COMMITTEE/" + c.id());
    }

    static String place(AreaView area) {
        return area.districtName() + " · " + area.streetName() + " · " + area.address();
    }

    private String label(String field) {
        return Messages.of(Reason.of("committee.field." + field));
    }
}
