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
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 社区信息完善 in words. */
@Component
@RequiredArgsConstructor
class AreaApplicationPresenter implements ApplicationPresenter<AreaDetails> {

    private final InfoLines lines;
    private final ApplicationSubjects applications;
    private final PropertyAreas areas;
    private final Districts districts;

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
        Map<ApplicationNumber, AreaView> entered = entered(approved.keySet());
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> say.put(number, say(details, entered.get(number))));
        return say;
    }

    private static String say(AreaDetails details, @Nullable AreaView area) {
        if (details.area().isPresent()) {
            return Messages.of("area.application.changed");
        }
        return area == null
                ? Messages.of("area.application.registered")
                : Messages.of("area.application.registered-as", area.code());
    }

    @Override
    public Optional<DetailField> assigned(ApplicationNumber number, AreaDetails details) {
        return details.area().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(entered(Set.of(number)).get(number))
                        .map(area -> DetailField.of("code", Messages.of("area.application.code"), area.code()));
    }

    /** The areas on record that applications are about; one not approved yet is about none. */
    private Map<ApplicationNumber, AreaView> entered(Set<ApplicationNumber> numbers) {
        Map<ApplicationNumber, UUID> subjects = applications.subjects(numbers);
        Map<AreaId, AreaView> found = areas.byId(
                subjects.values().stream().map(AreaId::new).distinct().toList());
        Map<ApplicationNumber, AreaView> entered = new HashMap<>();
        subjects.forEach((number, subject) -> {
            AreaView area = found.get(new AreaId(subject));
            if (area != null) {
                entered.put(number, area);
            }
        });
        return entered;
    }
}
