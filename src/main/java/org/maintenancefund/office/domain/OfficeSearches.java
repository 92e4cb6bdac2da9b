package org.maintenancefund.office.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeState;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads offices. */
@Repository
public class OfficeSearches {

    private static final String COLUMNS = "id, enterprise_id, name, district_id, address, head, contact_name,"
            + " contact_mobile, duty_phone, repair_phone, remark, state, version, changed_at, changed_by_name";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM management_office ";

    /** Some tens of thousands of offices in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE = SearchedTable.readThrough(COLUMNS, "management_office");

    private final JdbcClient jdbc;
    private final NameSearch names;

    OfficeSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, TABLE);
    }

    public List<OfficeView> views(Collection<OfficeId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE id IN (:ids)")
                .param("ids", ids.stream().map(OfficeId::value).toList())
                .query((row, i) -> view(row))
                .list();
    }

    public Optional<OfficeView> find(OfficeId id) {
        return views(List.of(id)).stream().findFirst();
    }

    /** An office for staff; {@link NotFound} where there is none or it is another district's. */
    public OfficeView get(OfficeId id, CurrentUser user) {
        return find(id).filter(office -> user.sees(office.details().district()))
                .orElseThrow(() -> new NotFound("office " + id));
    }

    /** An office for a person of its enterprise; another company's doesn't exist for them. */
    public OfficeView own(OfficeId id, CurrentUser user) {
        return ofEnterprise(EnterpriseId.of(user.organisation()), id).orElseThrow(() -> new NotFound("office " + id));
    }

    /** An office for the people of its enterprise. */
    public Optional<OfficeView> ofEnterprise(EnterpriseId enterprise, OfficeId id) {
        return jdbc.sql(SELECT + "WHERE id = :id AND enterprise_id = :enterprise")
                .param("id", id.value())
                .param("enterprise", enterprise.value())
                .query((row, i) -> view(row))
                .optional();
    }

    public List<OfficeView> activeOf(EnterpriseId enterprise) {
        return jdbc.sql(SELECT + "WHERE enterprise_id = :enterprise AND state = 'ACTIVE' ORDER BY name_key, id")
                .param("enterprise", enterprise.value())
                .query((row, i) -> view(row))
                .list();
    }

    /** All offices of an enterprise, in use or not, by name. */
    public List<OfficeView> allOf(EnterpriseId enterprise) {
        return jdbc.sql(SELECT + "WHERE enterprise_id = :enterprise ORDER BY name_key, id")
                .param("enterprise", enterprise.value())
                .query((row, i) -> view(row))
                .list();
    }

    public List<OfficeId> idsOf(EnterpriseId enterprise) {
        return jdbc.sql("SELECT id FROM management_office WHERE enterprise_id = :enterprise")
                .param("enterprise", enterprise.value())
                .query((row, i) -> new OfficeId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Offices by name. */
    public Listing<OfficeView> list(String text, Conditions where) {
        return names.find(NameQuery.of(SearchText.of(text), where), (row, i) -> view(row));
    }

    /** Offices of companies whose name or credit code has that part; any where it is empty. */
    public static Conditions ofCompany(String text) {
        String part = Organisations.nameKey(text);
        Conditions where = new Conditions();
        return part.isEmpty()
                ? where
                : where.and(
                        "enterprise_id IN (SELECT e.id FROM organisation e WHERE e.type = 'ENTERPRISE'"
                                + " AND (strpos(e.name_key, :company) > 0 OR strpos(lower(e.note), :company) > 0))",
                        "company",
                        part);
    }

    private static OfficeView view(ResultSet row) throws SQLException {
        OfficeDetails details = new OfficeDetails(
                row.getString("name"),
                new DistrictId(row.getObject("district_id", UUID.class)),
                row.getString("address"),
                new PersonName(row.getString("head")),
                new PersonName(row.getString("contact_name")),
                new MobileNumber(row.getString("contact_mobile")),
                phone(row.getString("duty_phone")),
                phone(row.getString("repair_phone")),
                row.getString("remark"));
        return new OfficeView(
                new OfficeId(row.getObject("id", UUID.class)),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                details,
                OfficeState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by_name"));
    }

    private static @Nullable PhoneNumber phone(@Nullable String column) {
        return column == null ? null : new PhoneNumber(column);
    }
}
