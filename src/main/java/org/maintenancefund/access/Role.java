package org.maintenancefund.access;

/** What a person is in the system; each operator has exactly one. */
public enum Role {
    MUNICIPAL_STAFF("市管理中心经办", OrgType.MUNICIPAL_CENTRE),
    DISTRICT_STAFF("区中心经办", OrgType.DISTRICT_CENTRE),
    ENTERPRISE_OPERATOR("物业服务企业经办", OrgType.ENTERPRISE),
    OFFICE_OPERATOR("小区管理处经办", OrgType.OFFICE),
    COMMITTEE_OPERATOR("业委会经办", OrgType.COMMITTEE),
    SYSTEM_ADMIN("系统管理员", OrgType.MUNICIPAL_CENTRE),
    AUDITOR("安全审计员", OrgType.MUNICIPAL_CENTRE);

    private final String label;
    private final OrgType organisation;

    Role(String label, OrgType organisation) {
        this.label = label;
        this.organisation = organisation;
    }

    /** The word on the page. */
    public String label() {
        return label;
    }

    /** The kind of organisation whose people have this role. */
    public OrgType organisation() {
        return organisation;
    }

    /** Staff of the city or a district, as opposed to people of companies and committees. */
    public boolean isStaff() {
        return organisation == OrgType.MUNICIPAL_CENTRE || organisation == OrgType.DISTRICT_CENTRE;
    }

    /** Name of the authority Spring Security checks. */
    public String authority() {
        return "ROLE_" + name();
    }
}
