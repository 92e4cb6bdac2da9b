package org.maintenancefund.enterprise.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.enterprise.EnterpriseCard;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads companies: by id, by credit code, by any part of name or code. */
@Repository
public class EnterpriseSearches {

    private static final String COLUMNS = "id, credit_code, name, district_id, registered_address, office_address,"
            + " contact_name, contact_mobile, qualification, state, legal_representative, phone, email, created_at";

    private static final String SELECT = "SELECT " + COLUMNS + " FROM enterprise ";

    /** Some thousands of companies in a city: reading them through is quicker than an index of characters. */
    private static final SearchedTable TABLE =
            SearchedTable.readThrough(COLUMNS, "enterprise", "credit_code = upper(:key)");

    private final JdbcClient jdbc;
    private final NameSearch names;

    EnterpriseSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.names = new NameSearch(jdbc, TABLE);
    }

    public List<EnterpriseView> views(Collection<EnterpriseId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE id IN (:ids)")
                .param("ids", ids.stream().map(EnterpriseId::value).toList())
                .query((row, i) -> view(row))
                .list();
    }

    public Optional<EnterpriseView> find(CreditCode creditCode) {
        return jdbc.sql(SELECT + "WHERE credit_code = :code")
                .param("code", creditCode.value())
                .query((row, i) -> view(row))
                .optional();
    }

    /** All that is on record of a company. */
    public Optional<EnterpriseCard> card(EnterpriseId id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query((row, i) -> card(row))
                .optional();
    }

    /** The same for staff; {@link NotFound} where there is none or it is another district's. */
    public EnterpriseCard get(EnterpriseId id, CurrentUser user) {
        return card(id).filter(card -> user.sees(card.view().district()))
                .orElseThrow(() -> new NotFound("enterprise " + id));
    }

    /** Companies by name, with all that is on record. */
    public Listing<EnterpriseCard> list(String text, Conditions where) {
        return names.find(NameQuery.of(SearchText.of(text), where), (row, i) -> card(row));
    }

    private static EnterpriseCard card(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        String representative = row.getString("legal_representative");
        return new EnterpriseCard(
                view(row),
                representative == null ? null : new PersonName(representative),
                row.getString("registered_address"),
                row.getString("office_address"),
                phone == null ? null : new PhoneNumber(phone),
                row.getString("email"),
                row.getTimestamp("created_at").toInstant());
    }

    private static EnterpriseView view(ResultSet row) throws SQLException {
        String office = row.getString("office_address");
        UUID district = row.getObject("district_id", UUID.class);
        return new EnterpriseView(
                new EnterpriseId(row.getObject("id", UUID.class)),
                new CreditCode(row.getString("credit_code")),
                row.getString("name"),
                district == null ? null : new DistrictId(district),
                office.isEmpty() ? row.getString("registered_address") : office,
                new PersonName(row.getString("contact_name")),
                new MobileNumber(row.getString("contact_mobile")),
                Qualification.valueOf(row.getString("qualification")),
                EnterpriseState.valueOf(row.getString("state")));
    }
}
