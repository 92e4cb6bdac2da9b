package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 社区信息完善 in words. */
@Component
@RequiredArgsConstructor
class AreaApplicationPresenter implements ApplicationPresenter<AreaDetails> {

    private final InfoLines lines;
    private final ApplicationSubjects applications;
    private final PropertyAreas areas;
    private final Districts districts;
    private final JdbcClient jdbc;

    @Override
    public List<DetailField> describe(AreaDetails details) {
        return describe(details, details.area().map(areas::standing));
    }

    List<DetailField> describe(AreaDetails details, Optional<AreaView> area) {
        List<DetailField> fields = new ArrayList<>();
        AreaInfo before = details.before();
        if (before == null || area.isEmpty()) {
            fields.addAll(lines.all(details.after()));
        } else {
            fields.add(DetailField.of(
                            "area",
                            Messages.of("area.application.subject"),
                            area.get().name() + "（" + area.get().code() + "）")
                    .leadingTo("/areas/" + area.get().id()));
            fields.addAll(lines.changes(before, details.after()));
        }
        fields.add(DetailField.of("organisation", Messages.of("area.application.applicant"), details.organisation()));
        fields.add(DetailField.of(
                        "contact",
                        Messages.of("area.application.operator"),
                        details.contactName(),
                        details.contactMobile())
                .aboutPeople());
        return fields;
    }

    /** A new area is nowhere but in its applications. */
    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<UUID, SubjectName> names = new HashMap<>(areas.subjectNames(subjects));
        List<UUID> nowhereElse =
                subjects.stream().filter(id -> !names.containsKey(id)).toList();
        applications
                .details(AreaApplicationDefinition.KIND, nowhereElse, AreaDetails.class)
                .forEach((id, details) -> names.put(
                        id,
                        new SubjectName(
                                details.after().area().name(), details.after().streetName(districts))));
        return names;
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AreaDetails details) {
        return Objects.requireNonNull(sayAfterApproval(Map.of(number, details)).get(number));
    }

    /** A new area is told with its number, as it stands today. */
    @Override
    public Map<ApplicationNumber, String> sayAfterApproval(Map<ApplicationNumber, AreaDetails> approved) {
        Map<ApplicationNumber, String> codes = codes(approved.keySet());
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> say.put(number, say(details, codes.get(number))));
        return say;
    }

    /** The numbers of the areas that applications are about; those without an area are left out. */
    private Map<ApplicationNumber, String> codes(Collection<ApplicationNumber> applied) {
        Map<ApplicationNumber, String> codes = new HashMap<>();
        jdbc.sql("SELECT s.number, a.code FROM submitted_application s JOIN area a ON a.id = s.subject_id"
                        + " WHERE s.number = ANY (:numbers)")
                .param("numbers", applied.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .query(row -> {
                    codes.put(new ApplicationNumber(row.getString(1)), row.getString(2));
                });
        return codes;
    }

    private static String say(AreaDetails details, @Nullable String code) {
        if (details.area().isPresent()) {
            return Messages.of("area.application.changed");
        }
        return code == null
                ? Messages.of("area.application.registered")
                : Messages.of("area.application.registered-as", code);
    }

    @Override
    public Optional<DetailField> assigned(ApplicationNumber number, AreaDetails details) {
        return details.area().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(codes(Set.of(number)).get(number))
                        .map(code -> DetailField.of("code", Messages.of("area.application.code"), code));
    }
}
