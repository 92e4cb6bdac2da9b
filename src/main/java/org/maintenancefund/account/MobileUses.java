package org.maintenancefund.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.MobileNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where a mobile is on record already: a number that many organisations share is worth a second look. */
@Service
@RequiredArgsConstructor
public class MobileUses {

    /** So many are looked for: who has that many on record is looked at anyhow. */
    private static final int FEW = 60;

    private final JdbcClient jdbc;

    /** Names of organisations, by reference, that have it as their contact's or as that of a person with an account. */
    public Map<OrgRef, String> of(MobileNumber mobile) {
        Map<OrgRef, String> uses = new LinkedHashMap<>();
        // A union, since an OR over two tables would read all organisations of the city.
        jdbc.sql("SELECT type, id, name FROM organisation WHERE type NOT IN ('MUNICIPAL_CENTRE', 'DISTRICT_CENTRE')"
                        + " AND id IN (SELECT id FROM organisation WHERE contact_mobile = :mobile AND state <> 'DISSOLVED'"
                        + " UNION ALL SELECT org_id FROM operator WHERE mobile = :mobile AND state <> 'DISABLED')"
                        + " ORDER BY type, id LIMIT " + FEW)
                .param("mobile", mobile.toString())
                .query(row -> {
                    OrgType type = OrgType.valueOf(row.getString(1));
                    uses.put(new OrgRef(type, row.getObject(2, UUID.class)), row.getString(3));
                });
        return uses;
    }
}
