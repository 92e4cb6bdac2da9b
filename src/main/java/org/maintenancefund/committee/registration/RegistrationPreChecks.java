package org.maintenancefund.committee.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.domain.TermChecks;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Component;

/** 提交前预审 of 业委会注册: what the reviewer would come upon and the applicant can still mend. */
@Component
@RequiredArgsConstructor
class RegistrationPreChecks {

    private final CommitteeRepository committees;
    private final PropertyAreas areas;
    private final PhoneCheck phones;
    private final Clock clock;

    List<PreCheck> of(Draft<?> draft, CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        CommitteeState committee = details.committee();
        List<PreCheck> found = new ArrayList<>(aboutArea(draft, area, details));
        CommitteeName.fittingInstead(committee.name(), committee.attribute(), area)
                .ifPresent(proposed -> found.add(PreCheck.at(
                        "name", label("name"), "committee.pre.other-area", committee.name(), area.name(), proposed)));
        if (isNameTaken(draft, area, committee)) {
            found.add(at("name", "committee.pre.name-taken"));
        }
        found.addAll(dropped(draft, committee));
        Term term = committee.term();
        if (term != null) {
            found.addAll(TermChecks.foreseen(term, LocalDate.now(clock)));
        }
        if (committee.attribute() == CommitteeAttribute.FORMAL) {
            if (committee.filingNumber() == null) {
                found.add(at("filingNumber", "committee.pre.no-filing"));
            }
            if (details.noCertificate() != null) {
                found.add(PreCheck.at(
                        "certificate",
                        Messages.of("committee.scan.certificate"),
                        "committee.pre.no-certificate",
                        details.noCertificate()));
            }
        }
        if (!phones.of(committee.contactMobile(), draft.revises().orElse(null)).isNone()) {
            found.add(PreCheck.phone("contactMobile", label("contactMobile")));
        }
        if (details.operators().size() < Operators.NORM) {
            found.add(PreCheck.fewOperators(
                    label("operators"), details.operators().size(), Operators.NORM));
        }
        return found;
    }

    private List<PreCheck> aboutArea(Draft<?> draft, AreaView area, CommitteeDetails details) {
        List<PreCheck> found = new ArrayList<>();
        String key = "?draft=" + draft.key();
        SimilarAreas similar = areas.similar(area);
        List<AreaView> siblings = similar.siblings();
        if (!siblings.isEmpty()) {
            String said = details.siblingAnswer().stream()
                    .map(SiblingException::label)
                    .collect(Collectors.joining("、"));
            found.add(PreCheck.at(
                    CommitteeRegistrationDefinition.SIBLINGS + key,
                    label("siblingAnswer"),
                    "committee.pre.siblings",
                    names(siblings, PropertyAreas.MOST_SIBLINGS),
                    said));
        }
        List<AreaView> near = similar.nearNames();
        if (!near.isEmpty()) {
            found.add(PreCheck.at(
                    CommitteeRegistrationDefinition.START + key,
                    label("area"),
                    "committee.pre.near",
                    names(near, PropertyAreas.MOST_NEAR_NAMES),
                    area.name()));
        }
        return found;
    }

    private boolean isNameTaken(Draft<?> draft, AreaView area, CommitteeState committee) {
        String key = Organisations.nameKey(committee.name());
        String number = draft.revises().map(ApplicationNumber::value).orElse("");
        return committees.findRelated(area.id(), key, number).stream()
                .anyMatch(other -> other.nameKey().equals(key));
    }

    /** A group has no term: what was typed of one is not submitted, and that is said. */
    private static List<PreCheck> dropped(Draft<?> draft, CommitteeState committee) {
        boolean typed = committee.attribute() == CommitteeAttribute.PREPARATORY
                && draft.form() instanceof CommitteeForm form
                && form.hasTerm();
        return typed ? List.of(at("attribute", "committee.pre.term-dropped")) : List.of();
    }

    private static String names(List<AreaView> areas, int most) {
        return NameList.of(areas.stream().map(AreaView::name).toList(), most);
    }

    private static PreCheck at(String field, String key) {
        return PreCheck.at(field, label(field), key);
    }

    private static String label(String field) {
        return Messages.of("committee.field." + field);
    }
}
