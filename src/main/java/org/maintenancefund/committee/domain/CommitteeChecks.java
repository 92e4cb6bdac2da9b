package org.maintenancefund.committee.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.MobileUses;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.organisation.Organisations;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** 系统比对 of a committee's registration: what the reviewer would otherwise have to look up. */
@Component
class CommitteeChecks {

    private static final Limit FEW = Limit.of(5);

    private final CommitteeRepository committees;
    private final PropertyAreas areas;
    private final CommitteeProperties limits;
    private final MobileUses mobiles;
    private final PhoneCheck phones;
    private final TermChecks terms;

    CommitteeChecks(
            CommitteeRepository committees,
            PropertyAreas areas,
            CommitteeProperties limits,
            MobileUses mobiles,
            PhoneCheck phones,
            TermChecks terms) {
        this.committees = committees;
        this.areas = areas;
        this.limits = limits;
        this.mobiles = mobiles;
        this.phones = phones;
        this.terms = terms;
    }

    List<SystemCheck> of(ApplicationNumber number, CommitteeDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(inOffice(number, details));
        checks.add(siblings(details));
        nearNames(details).ifPresent(checks::add);
        checks.add(sameName(number, details));
        checks.add(phone(number, details));
        if (details.operators().size() < limits.normOperators()) {
            checks.add(SystemCheck.look(
                    "committee.check.operators", details.operators().size(), limits.normOperators()));
        }
        if (details.attribute() == CommitteeAttribute.FORMAL && details.filingNumber() == null) {
            checks.add(SystemCheck.look("committee.check.no-filing"));
        }
        if (details.term() != null) {
            checks.addAll(terms.of(details.term(), List.of()));
        }
        return checks;
    }

    private SystemCheck inOffice(ApplicationNumber number, CommitteeDetails details) {
        return committees
                .findInOffice(details.area())
                .filter(other -> !isOwn(other, number))
                .map(other -> SystemCheck.look("committee.check.committee", other.name()))
                .orElseGet(() -> SystemCheck.good("committee.check.committee.none"));
    }

    private SystemCheck siblings(CommitteeDetails details) {
        List<AreaView> siblings = areas.siblings(details.area());
        if (siblings.isEmpty()) {
            return SystemCheck.good("committee.check.siblings.none");
        }
        String answer = details.siblingAnswer().isEmpty()
                ? Messages.of("committee.check.siblings.silent")
                : Messages.of(
                        "committee.check.siblings.says",
                        details.siblingAnswer().stream()
                                .map(SiblingException::label)
                                .collect(Collectors.joining("、")));
        return SystemCheck.look("committee.check.siblings", names(siblings, PropertyAreas.MOST_SIBLINGS), answer);
    }

    private Optional<SystemCheck> nearNames(CommitteeDetails details) {
        List<AreaView> near = areas.nearNames(details.area());
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(SystemCheck.look("committee.check.near", names(near, PropertyAreas.MOST_NEAR_NAMES)));
    }

    private SystemCheck sameName(ApplicationNumber number, CommitteeDetails details) {
        boolean taken = committees.findByNameKey(Organisations.nameKey(details.name()), FEW).stream()
                .anyMatch(other -> !isOwn(other, number));
        return taken ? SystemCheck.look("committee.check.name") : SystemCheck.good("committee.check.name.free");
    }

    private SystemCheck phone(ApplicationNumber number, CommitteeDetails details) {
        MobileNumber mobile = new MobileNumber(details.contactMobile());
        Map<OrgRef, String> uses = mobiles.of(mobile);
        committees
                .findByRegisteredBy(number.value())
                .ifPresent(own -> uses.remove(own.id().ref()));
        return phones.of(number, mobile, uses.values());
    }

    private static boolean isOwn(Committee committee, ApplicationNumber number) {
        return committee.registeredBy().equals(number.value());
    }

    private static String names(List<AreaView> areas, int most) {
        return NameList.of(
                areas.stream()
                        .map(area -> area.name() + "（" + area.code() + "）")
                        .toList(),
                most);
    }
}
