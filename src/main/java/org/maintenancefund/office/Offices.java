package org.maintenancefund.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
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
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.organisation.Organisations;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The management offices (小区管理处) of the companies. */
@Service
@RequiredArgsConstructor
public class Offices {

    private static final String COLUMNS = "id, enterprise_id, name, district_id, address, head, contact_name,"
            + " contact_mobile, duty_phone, repair_phone, remark, state, version, changed_at, changed_by_name";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM management_office ";

    /** Some tens of thousands of offices in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE = SearchedTable.readThrough(COLUMNS, "management_office");

    private final OfficeService service;
    private final JdbcClient jdbc;

    /** The office; throws {@link NotFound} where there is none. */
    public OfficeView get(OfficeId id) {
        return find(id).orElseThrow(() -> new NotFound("office " + id));
    }

    /** Several offices at once, in no order; unknown ids are left out. */
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
        return find(id).filter(office -> office.enterprise().equals(EnterpriseId.of(user.organisation())))
                .orElseThrow(() -> new NotFound("office " + id));
    }

    /** The offices of an enterprise that are in use, by name: what a committee chooses from. */
    public List<OfficeView> activeOf(EnterpriseId enterprise) {
        return allOf(enterprise).stream().filter(OfficeView::isActive).toList();
    }

    /** All offices of an enterprise, in use or not, by name. */
    public List<OfficeView> allOf(EnterpriseId enterprise) {
        return jdbc.sql(SELECT + "WHERE enterprise_id = :enterprise ORDER BY sort_key, id")
                .param("enterprise", enterprise.value())
                .query((row, i) -> view(row))
                .list();
    }

    /** An office, and how many people have an account of it that is in use. */
    public record Staffed(OfficeView office, int people) {}

    /** All offices of an enterprise by name, with how many people each has. */
    public List<Staffed> staffedOf(EnterpriseId enterprise) {
        return jdbc.sql("SELECT " + COLUMNS + ", (SELECT count(*) FROM person_in_use p WHERE p.org_type = 'OFFICE'"
                        + " AND p.org_id = management_office.id) AS people FROM management_office"
                        + " WHERE enterprise_id = :enterprise ORDER BY sort_key, id")
                .param("enterprise", enterprise.value())
                .query((row, i) -> new Staffed(view(row), row.getInt("people")))
                .list();
    }

    /**
     * Makes an office of the user's enterprise; valid at once. Sent again, it answers with the office of the first time.
     *
     * @throws org.maintenancefund.kernel.Refusal where the enterprise has an office of that name
     */
    public OfficeId open(OfficeDetails details, CurrentUser user) {
        return again(() -> service.open(details, user));
    }

    /**
     * Changes an office.
     *
     * @param seen the version the person saw
     * @throws org.maintenancefund.kernel.StaleVersion where it was changed since
     * @throws org.maintenancefund.kernel.Refusal where the enterprise has another office of that name
     */
    public void change(OfficeId id, int seen, OfficeDetails details, CurrentUser user) {
        again(() -> {
            service.change(id, seen, details, user);
            return id;
        });
    }

    private static <T> T again(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException takenMeanwhile) {
            // Two came at once. Now the other one's office can be seen: the same one sent twice, or a taken name.
            return work.get();
        }
    }

    /**
     * Keeps the office from being disabled or deleted until the running transaction ends, many can do so at once; whoever
     * begins something for it calls this first. False where it is disabled; throws {@link NotFound} where it is gone.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockActive(OfficeId id) {
        return jdbc.sql("SELECT state FROM management_office WHERE id = :id FOR SHARE")
                .param("id", id.value())
                .query((row, i) -> OfficeState.valueOf(row.getString(1)) == OfficeState.ACTIVE)
                .optional()
                .orElseThrow(() -> new NotFound("office " + id));
    }

    /** Offices by name. */
    public Listing<OfficeView> list(String text, Conditions where) {
        return new NameSearch(jdbc, TABLE).find(NameQuery.of(SearchText.of(text), where), (row, i) -> view(row));
    }

    /** Offices of companies whose name or credit code has that part; any where it is empty. */
    public static Conditions ofCompany(String text) {
        String part = Organisations.typedKey(text);
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
