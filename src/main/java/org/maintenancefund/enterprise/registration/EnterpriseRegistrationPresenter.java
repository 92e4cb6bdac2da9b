package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 物管企业注册 in words. */
@Component
@RequiredArgsConstructor
class EnterpriseRegistrationPresenter implements ApplicationPresenter<EnterpriseDetails> {

    private final EnterpriseOrigins origins;
    private final ApplicationSubjects applications;
    private final Districts districts;

    @Override
    public List<DetailField> describe(EnterpriseDetails details) {
        NewEnterprise company = details.company();
        List<DetailField> fields = new ArrayList<>();
        fields.add(field("name", company.name()));
        fields.add(field("creditCode", company.creditCode()));
        fields.add(field("legalRepresentative", company.legalRepresentative()).aboutPeople());
        fields.add(field("registeredAddress", company.registeredAddress()));
        fields.add(field("officeAddress", company.officeAddress()));
        fields.add(field("district", districts.get(details.district()).name()));
        fields.add(field("contactName", company.contactName()).aboutPeople());
        fields.add(field("contactMobile", company.contactMobile()).aboutPeople());
        fields.add(field("phone", company.phone()).aboutPeople());
        fields.add(field("email", company.email()).aboutPeople());
        fields.add(DetailField.of(
                        "operators",
                        Messages.of("account.proposed.label"),
                        details.operators().toArray())
                .aboutPeople());
        return fields;
    }

    @Override
    public Optional<String> email(EnterpriseDetails details) {
        return Optional.of(details.company().email()).filter(email -> !email.isEmpty());
    }

    /** A subject is made of its credit code and does not give it back. */
    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<UUID, SubjectName> names = new HashMap<>();
        applications
                .details(EnterpriseRegistrationDefinition.KIND, subjects, EnterpriseDetails.class)
                .forEach((id, details) ->
                        names.put(id, new SubjectName(details.code().value(), "")));
        return names;
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, EnterpriseDetails details) {
        return Messages.of(
                "enterprise.what-next",
                details.operators().stream().map(ProposedOperator::name).collect(Collectors.joining("、")));
    }

    @Override
    public Optional<String> nextAfterApproval(ApplicationNumber number) {
        return origins.enterpriseOf(number).map(id -> "/operators/new/ENTERPRISE/" + id);
    }

    private DetailField field(String key, @Nullable Object value) {
        return DetailField.of(key, Messages.of("enterprise.field." + key), value);
    }
}
