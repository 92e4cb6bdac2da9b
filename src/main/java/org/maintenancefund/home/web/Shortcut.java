package org.maintenancefund.home.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lombok.Getter;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Labelled;

/** What people begin most often, by what they do: 常用功能 on the workbench, four at most for a role. */
enum Shortcut implements Labelled {
    NEW_OPERATOR("/operators/new", "person-badge", Role.DISTRICT_STAFF),
    FIND_AREA("/areas", "geo-alt", Role.DISTRICT_STAFF),
    SLIPS("/operators?unused=1", "printer", Role.DISTRICT_STAFF),
    COMMITTEE_SHEET("/committees/export", "download", Role.DISTRICT_STAFF),
    IMPORT_STATEMENT("/bank/imports", "upload", Role.MUNICIPAL_STAFF),
    MATCH_LINES("/bank/lines", "list-check", Role.MUNICIPAL_STAFF),
    MERGE_AREAS("/areas/merge", "diagram-3", Role.MUNICIPAL_STAFF),
    IMPORT_AREAS("/areas/import", "upload", Role.MUNICIPAL_STAFF),
    RECEIVE("/collection/receipts", "cash-coin", Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
    CHANGE_COMMITTEE("/my/committee/change", "pencil-square", Role.COMMITTEE_OPERATOR),
    ASSOCIATE("/associations/new", "link-45deg", Role.COMMITTEE_OPERATOR),
    NEW_OFFICE("/my/offices/new", "building", Role.ENTERPRISE_OPERATOR),
    MY_AREAS("/my/areas", "geo-alt", Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR),
    COMPLETE_AREA(
            "/areas/applications",
            "pencil-square",
            Role.ENTERPRISE_OPERATOR,
            Role.OFFICE_OPERATOR,
            Role.COMMITTEE_OPERATOR),
    NEW_STAFF("/staff/new", "person-badge", Role.SYSTEM_ADMIN),
    NEW_CENTRE("/district-centres/new", "building", Role.SYSTEM_ADMIN),
    SETTINGS("/settings", "calendar-week", Role.SYSTEM_ADMIN),
    SHARED("/shared-credentials", "arrow-repeat", Role.SYSTEM_ADMIN),
    TRAIL("/audit", "list-check", Role.AUDITOR),
    PASSWORD("/account/password", "key", Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR, Role.AUDITOR);

    @Getter
    private final String href;

    @Getter
    private final String icon;

    private final Set<Role> roles;

    Shortcut(String href, String icon, Role first, Role... others) {
        this.href = href;
        this.icon = icon;
        this.roles = EnumSet.of(first, others);
    }

    /** Of those the ones that lead somewhere the role may go. */
    static List<Shortcut> of(Role role) {
        return Arrays.stream(values())
                .filter(shortcut -> shortcut.roles.contains(role))
                .filter(shortcut -> Page.at(shortcut.href.split("\\?")[0])
                        .filter(page -> page.isOpenTo(role))
                        .isPresent())
                .toList();
    }
}
