package org.maintenancefund.account.creation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.SuspendedOrganisations;
import org.maintenancefund.kernel.ChineseText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds organisations of any kind by their names, and knows which of them get user names here. */
@Component
@Transactional(readOnly = true)
public class OrganisationCards {

    /** People an organisation should have, so that one who is away does not stop everything. */
    public static final int NORM = 2;

    /** Found at once; who sees as many types more of the name. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final SuspendedOrganisations suspended;

    OrganisationCards(JdbcClient jdbc, SuspendedOrganisations suspended) {
        this.jdbc = jdbc;
        this.suspended = suspended;
    }

    /**
     * An organisation that was found.
     *
     * @param note   what tells it from others of the same name
     * @param people how many of its people have an account in use
     */
    record Card(OrgRef ref, String name, String note, int people) {}

    /**
     * Organisations of the district whose name has this in it and who get user names here, by name: one more than {@link #MOST}
     * where there are more.
     */
    List<Card> find(DistrictId district, String text) {
        String key = key(text);
        if (key.isEmpty()) {
            return List.of();
        }
        // Some thousands in a district: reading their names through is quicker than an index of characters.
        return jdbc.sql("SELECT c.org_type, c.org_id, c.name, c.note, coalesce(p.people, 0) AS people"
                        + " FROM organisation_card c LEFT JOIN organisation_people p"
                        + " ON p.org_type = c.org_type AND p.org_id = c.org_id"
                        + " WHERE c.district_id = :district AND c.org_type <> 'DISTRICT_CENTRE' AND c.closed IS NULL"
                        + " AND strpos(c.name_key, :key) > 0 AND NOT EXISTS (SELECT FROM suspended_organisation s"
                        + " WHERE s.org_type = c.org_type AND s.org_id = c.org_id)"
                        + " ORDER BY length(c.name_key), c.name_key, c.org_id LIMIT :most")
                .param("district", district.value())
                .param("key", key)
                .param("most", MOST + 1)
                .query((row, i) -> new Card(
                        new OrgRef(OrgType.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)))
                .list();
    }

    /** Why the organisation gets no user names here: the last part of a message's key; empty where it does. */
    public Optional<String> closed(OrgRef ref) {
        Optional<String> closed = jdbc.sql(
                        "SELECT closed FROM organisation_card WHERE org_type = :type AND org_id = :id"
                                + " AND closed IS NOT NULL")
                .param("type", ref.type().name())
                .param("id", ref.id())
                .query(String.class)
                .optional();
        return closed.or(() -> suspended.find(ref).map(suspension -> "DISABLED"));
    }

    /** As the names' keys are written: 业主委员会 and 业委会 are the same word. */
    public static String key(String text) {
        return ChineseText.fold(text).replace("业主委员会", "业委会");
    }
}
