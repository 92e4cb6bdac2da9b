package org.maintenancefund.area.domain;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaSearch.AreaTraits;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds areas by any part of their names, address or number, page by page, among a million. */
@Component
public class AreaFinder {

    /**
     * How far hits are counted: the hits of a frequent character among a million areas are some hundred thousand, and the
     * index would bring up all of them to count ten thousand.
     */
    private static final int COUNTED = 1_000;

    static final SearchedTable TABLE = new SearchedTable(
            AreaRows.COLUMNS,
            "area a",
            "a.name_key",
            "a.sort_key",
            "strpos(a.search_key, :key) > 0",
            "a.search_key",
            """
            (SELECT id FROM area WHERE name_key = :key
             UNION ALL SELECT area_id FROM area_alias WHERE name_key = :key
             UNION ALL SELECT id FROM area WHERE code = :code)""");

    private final NameSearch names;
    private final AreaRows rows;

    AreaFinder(JdbcClient jdbc, DataSource database, AreaRows rows) {
        this.names = new NameSearch(jdbc, JdbcClient.create(new PlannedAnew(database)), TABLE);
        this.rows = rows;
    }

    /**
     * By grams the best plan for a rare word is the worst for a frequent one, so no plan is kept from the words before: without
     * this PostgreSQL settles for one after some executions. (For room and processes see {@code connection-init-sql}.)
     */
    private static final class PlannedAnew extends JdbcTemplate {

        private PlannedAnew(DataSource database) {
            super(database);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            super.applyStatementSettings(statement);
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }

    /** Exact hits first, then names that begin with the text, then the rest; each in name order. */
    public Listing<AreaView> list(AreaSearch search) {
        return names.find(query(search), rows, COUNTED);
    }

    /** What a search is as a query. */
    static NameQuery query(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        Conditions place = new Conditions()
                .bind("code", AreaText.code(search.text()).orElse(""))
                .constant("a.state", search.withMerged() ? Optional.empty() : Optional.of(AreaState.ACTIVE))
                .equal("a.district_id", Optional.ofNullable(search.district()).map(DistrictId::value))
                .equal("a.street_id", Optional.ofNullable(search.street()).map(StreetId::value));
        return new NameQuery(text, place, traits(search.traits()));
    }

    private static Conditions traits(AreaTraits asked) {
        Conditions traits = new Conditions().equal("a.type", Optional.ofNullable(asked.type()));
        if (asked.today() != null) {
            traits.bind("today", asked.today());
        }
        when(traits, asked.withAccount(), "a.fund_account_number IS NOT NULL");
        when(traits, asked.withCommittee(), "EXISTS (SELECT FROM area_governed g WHERE g.area_id = a.id)");
        when(
                traits,
                asked.withCompany(),
                "EXISTS (SELECT FROM area_managed m WHERE m.area_id = a.id AND m.effective @> :today)");
        return traits;
    }

    private static void when(Conditions conditions, @Nullable Boolean wanted, String condition) {
        if (wanted != null) {
            conditions.and(wanted ? condition : "NOT (" + condition + ")");
        }
    }
}
