package org.maintenancefund.access;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What a person is in the system; each operator has exactly one. */
@RequiredArgsConstructor
public enum Role implements Labelled {
    MUNICIPAL_STAFF(OrgType.MUNICIPAL_CENTRE),
    DISTRICT_STAFF(OrgType.DISTRICT_CENTRE),
    ENTERPRISE_OPERATOR(OrgType.ENTERPRISE),
    OFFICE_OPERATOR(OrgType.OFFICE),
    COMMITTEE_OPERATOR(OrgType.COMMITTEE),
    SYSTEM_ADMIN(OrgType.MUNICIPAL_CENTRE),
    AUDITOR(OrgType.MUNICIPAL_CENTRE);

    /** The kind of organisation whose people have this role. */
    @Getter
    private final OrgType organisation;

    /** Staff of the city or a district, as opposed to people of companies and committees. */
    public boolean isStaff() {
        return organisation == OrgType.MUNICIPAL_CENTRE || organisation == OrgType.DISTRICT_CENTRE;
    }

    /** Name of the authority Spring Security checks. */
    public String authority() {
        return "ROLE_" + name();
    }
}
