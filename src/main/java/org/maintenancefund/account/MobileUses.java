package org.maintenancefund.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a mobile is on record already: a number that many organisations share is worth a second look. */
@Service
public class MobileUses {

    /** Of each kind so many are looked for: who has that many on record is looked at anyhow. */
    private static final int FEW = 20;

    private final List<OrganisationDirectory> directories;
    private final OperatorRepository operators;

    MobileUses(List<OrganisationDirectory> directories, OperatorRepository operators) {
        this.directories = directories;
        this.operators = operators;
    }

    /** Names of organisations, by reference, that have it as their contact's or as that of a person with an account. */
    @Transactional(readOnly = true)
    public Map<OrgRef, String> of(MobileNumber mobile) {
        Map<OrgRef, String> uses = new LinkedHashMap<>();
        for (OrganisationDirectory directory : directories) {
            directory.withContact(mobile, FEW).forEach(found -> uses.put(found.ref(), found.name()));
        }
        operators.findInUseByMobile(mobile.toString(), Limit.of(FEW)).stream()
                .map(Operator::view)
                .map(OperatorView::organisation)
                .filter(organisation -> !uses.containsKey(organisation))
                .forEach(organisation -> directories.stream()
                        .filter(directory -> directory.type() == organisation.type())
                        .flatMap(directory -> directory.find(organisation).stream())
                        .forEach(found -> uses.put(organisation, found.name())));
        return uses;
    }
}
