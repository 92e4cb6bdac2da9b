package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.MobileUses;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.springframework.stereotype.Component;

/** 系统比对 of 物管企业注册. */
@Component
class EnterpriseChecks {

    private final Enterprises enterprises;
    private final NearCompanies near;
    private final EnterpriseOrigins origins;
    private final MobileUses mobiles;
    private final PhoneCheck phones;
    private final RegistrationProperties limits;

    EnterpriseChecks(
            Enterprises enterprises,
            NearCompanies near,
            EnterpriseOrigins origins,
            MobileUses mobiles,
            PhoneCheck phones,
            RegistrationProperties limits) {
        this.enterprises = enterprises;
        this.near = near;
        this.origins = origins;
        this.mobiles = mobiles;
        this.phones = phones;
        this.limits = limits;
    }

    List<SystemCheck> of(ApplicationNumber number, EnterpriseDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                details.code().doubt().isPresent()
                        ? SystemCheck.look("enterprise.check.code.compared")
                        : SystemCheck.good("enterprise.check.code"));
        checks.add(
                enterprises.isKnownQualified(details.code())
                        ? SystemCheck.look("enterprise.check.shared")
                        : SystemCheck.good("enterprise.check.unqualified"));
        List<String> names = near.of(number, details);
        checks.add(
                names.isEmpty()
                        ? SystemCheck.good("enterprise.check.near.none")
                        : SystemCheck.look("enterprise.check.near", NameList.of(names, NearCompanies.MOST)));
        checks.add(phone(number, details));
        if (details.operators().size() < limits.normOperators()) {
            checks.add(SystemCheck.look(
                    "enterprise.check.operators", details.operators().size(), limits.normOperators()));
        }
        return checks;
    }

    private SystemCheck phone(ApplicationNumber number, EnterpriseDetails details) {
        MobileNumber mobile = new MobileNumber(details.contactMobile());
        Map<OrgRef, String> uses = mobiles.of(mobile);
        origins.enterpriseOf(number).ifPresent(own -> uses.remove(own.ref()));
        return phones.of(number, mobile, uses.values());
    }
}
