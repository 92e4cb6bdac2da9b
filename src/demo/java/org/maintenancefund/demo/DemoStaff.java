package org.maintenancefund.demo;

import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.stereotype.Component;

/** A sign-in for each role of the city and its districts, and a second one where two people have to agree. */
@Component
class DemoStaff implements DemoStep {

    static final int ORDER = 20;

    private final DemoPeople people;
    private final Districts districts;

    DemoStaff(DemoPeople people, Districts districts) {
        this.people = people;
        this.districts = districts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void load() {
        add("demo-admin", "方卫东", "13900000101", Role.SYSTEM_ADMIN, MunicipalCentre.REF);
        add("demo-auditor", "秦素文", "13900000102", Role.AUDITOR, MunicipalCentre.REF);
        add("demo-municipal", "沈立群", "13900000103", Role.MUNICIPAL_STAFF, MunicipalCentre.REF);
        add("demo-municipal-colleague", "苏婉清", "13900000107", Role.MUNICIPAL_STAFF, MunicipalCentre.REF);
        add("demo-municipal-accountant", "周敏之", "13900000108", Role.MUNICIPAL_STAFF, MunicipalCentre.REF);
        OrgRef first = districts.byCode("DH").orElseThrow().organisation();
        add("demo-district", "陈晓梅", "13900000104", Role.DISTRICT_STAFF, first);
        add("demo-colleague", "何志平", "13900000105", Role.DISTRICT_STAFF, first);
        OrgRef second = districts.byCode("XL").orElseThrow().organisation();
        add("demo-district2", "罗晓燕", "13900000106", Role.DISTRICT_STAFF, second);
    }

    private void add(String username, String name, String mobile, Role role, OrgRef organisation) {
        people.activated(new NewOperator(
                organisation, role, name, MobileNumber.parse(mobile).value(), username));
    }
}
