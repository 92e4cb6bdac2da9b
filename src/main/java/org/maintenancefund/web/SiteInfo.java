package org.maintenancefund.web;

/**
 * Whose system this is, for header, footer and error pages.
 *
 * @param bureauName   the authority in charge (主办单位)
 * @param centreName   the municipal centre (承办单位)
 * @param contactLabel whom to call: 市管理中心归集使用科
 * @param officeHours  when it is answered
 */
public record SiteInfo(
        String bureauName, String centreName, String contactLabel, String contactPhone, String officeHours) {}
