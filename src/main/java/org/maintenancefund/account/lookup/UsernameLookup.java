package org.maintenancefund.account.lookup;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the user names of an organisation for somebody who knows its full name and a mobile on record, the contact's or an
 * operator's. Unknown and wrong are the same empty answer.
 */
@Service
@Transactional(readOnly = true)
public class UsernameLookup {

    /** The kinds offered, in the order of the page. */
    private static final List<OrgType> KINDS = List.of(OrgType.COMMITTEE, OrgType.OFFICE, OrgType.ENTERPRISE);

    private final Map<OrgType, OrganisationDirectory> directories = new EnumMap<>(OrgType.class);
    private final Operators operators;

    UsernameLookup(List<OrganisationDirectory> directories, Operators operators) {
        directories.forEach(directory -> this.directories.put(directory.type(), directory));
        this.operators = operators;
    }

    public List<OrgType> kinds() {
        return KINDS.stream().filter(directories::containsKey).toList();
    }

    /** The organisation's accounts in use; empty where nothing fits. */
    public List<OperatorView> find(OrgType type, String name, MobileNumber mobile) {
        return Objects.requireNonNull(directories.get(type)).named(name).stream()
                .map(organisation -> peopleOf(organisation, mobile))
                .flatMap(List::stream)
                .toList();
    }

    private List<OperatorView> peopleOf(OrganisationInfo organisation, MobileNumber mobile) {
        // The accounts are read first, so that a wrong mobile takes as long as a right one.
        List<OperatorView> people = operators.of(organisation.ref()).stream()
                .filter(operator -> operator.state() != OperatorState.DISABLED)
                .toList();
        boolean known = mobile.equals(organisation.contactMobile())
                || people.stream().anyMatch(operator -> operator.mobile().equals(mobile));
        return known ? people : List.of();
    }
}
