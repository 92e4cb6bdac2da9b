package org.maintenancefund.association.termination;

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
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 关联解除申请 in words. */
@Component
@RequiredArgsConstructor
public class TerminationPresenter implements ApplicationPresenter<TerminationDetails> {

    private static final RecordRows<Ended> ROWS = new RecordRows<>(Ended.class);

    private final JdbcClient jdbc;
    private final PropertyAreas areas;
    private final Districts districts;

    /** An association as it ends. */
    private record Ended(
            AssociationId id,
            @Nullable String endedBy,
            @Nullable EndReason endReason,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {}

    @Override
    public List<DetailField> describe(TerminationDetails details) {
        return describe(areas.standing(details.area()), details);
    }

    /** The same where the area was read already. */
    List<DetailField> describe(AreaView area, TerminationDetails details) {
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

    /** The last day is the one that the association has, whatever ended it earlier than the approval did. */
    @Override
    public Map<ApplicationNumber, String> sayAfterApproval(Map<ApplicationNumber, TerminationDetails> approved) {
        List<Ended> associations = jdbc.sql(
                        "SELECT id, ended_by, end_reason, effective_from, effective_to FROM association"
                                + " WHERE id = ANY (:ids) OR ended_by = ANY (:numbers)")
                .param(
                        "ids",
                        approved.values().stream()
                                .map(details -> details.association().value())
                                .toArray(UUID[]::new))
                .param(
                        "numbers",
                        approved.keySet().stream().map(ApplicationNumber::value).toArray(String[]::new))
                .query(ROWS)
                .list();
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> {
            Ended association = ended(number, details.association(), associations);
            say.put(
                    number,
                    association.effectiveTo().isBefore(association.effectiveFrom())
                            ? Messages.of("association.termination.next.never", details.manager())
                            : Messages.of(
                                    "association.termination.next", details.manager(), association.effectiveTo()));
        });
        return say;
    }

    /** The one that it ended: where a merge of areas had swallowed what it is about, the one that this had become part of. */
    private static Ended ended(ApplicationNumber number, AssociationId id, List<Ended> associations) {
        Ended about = associations.stream()
                .filter(association -> association.id().equals(id))
                .findFirst()
                .orElseThrow();
        return about.endReason() != EndReason.MERGED
                ? about
                : associations.stream()
                        .filter(association -> number.value().equals(association.endedBy()))
                        .findFirst()
                        .orElse(about);
    }

    @Override
    public String whatNext(Applicant applicant) {
        DistrictCentre centre =
                districts.get(applicant.account().districtIfAny().orElseThrow());
        return Messages.of(
                "association.what-next", centre.centreName(), centre.address(), centre.phone(), centre.officeHours());
    }
}
