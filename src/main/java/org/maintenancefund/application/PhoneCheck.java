package org.maintenancefund.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 系统比对: is the contact's mobile also that of another organisation, or of another application under way? A number that several
 * have is worth a second look.
 */
@Component
@RequiredArgsConstructor
public class PhoneCheck {

    /** Named so many; where there are more, the line says so. */
    private static final int NAMED = 5;

    /** So many organisations are looked for: who has that many on record is looked at anyhow. */
    private static final int FEW = 60;

    /** First the organisations, by a union of theirs: an OR over two tables would read all of the city. */
    private static final String USES = "(SELECT type, id, name FROM organisation"
            + " WHERE type NOT IN ('MUNICIPAL_CENTRE', 'DISTRICT_CENTRE')"
            + " AND id IN (SELECT id FROM organisation WHERE contact_mobile = :mobile AND state <> 'DISSOLVED'"
            + " UNION ALL SELECT org_id FROM person_in_use WHERE mobile = :mobile) ORDER BY type, id LIMIT "
            + FEW + ") UNION ALL (SELECT NULL, NULL, title FROM application WHERE contact_mobile = :mobile"
            + " AND status = 'PENDING' AND number <> :number ORDER BY submitted_at LIMIT " + (NAMED + 1) + ")";

    private final JdbcClient jdbc;

    /**
     * Who else has a mobile.
     *
     * @param organisations their names, of those that have it as their contact's or as that of a person with an account
     * @param applications  titles of those in 待审核, the oldest first
     */
    public record Uses(Map<OrgRef, String> organisations, List<String> applications) {

        /** The same without organisations that the question is about. */
        public Uses without(Collection<OrgRef> own) {
            Map<OrgRef, String> others = new LinkedHashMap<>(organisations);
            others.keySet().removeAll(own);
            return new Uses(others, applications);
        }

        /** For the applicant, who isn't told whose it is. */
        public boolean isNone() {
            return organisations.isEmpty() && applications.isEmpty();
        }

        /** The line on the review page. */
        public SystemCheck check() {
            Set<String> names = new LinkedHashSet<>(organisations.values());
            names.addAll(applications);
            return names.isEmpty()
                    ? SystemCheck.good("application.check.phone")
                    : SystemCheck.look("application.check.phone.also", NameList.of(names, NAMED));
        }
    }

    /** @param except the application that is looked at, or that a draft revises; null for a new one */
    public Uses of(MobileNumber mobile, @Nullable ApplicationNumber except) {
        Map<OrgRef, String> organisations = new LinkedHashMap<>();
        List<String> applications = new ArrayList<>();
        jdbc.sql(USES)
                .param("mobile", mobile.toString())
                .param("number", except == null ? "" : except.value())
                .query(row -> {
                    String type = row.getString(1);
                    String name = row.getString(3);
                    if (type == null) {
                        applications.add(name);
                    } else {
                        organisations.put(new OrgRef(OrgType.valueOf(type), row.getObject(2, UUID.class)), name);
                    }
                });
        return new Uses(organisations, applications);
    }
}
