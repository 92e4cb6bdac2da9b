package org.maintenancefund.area.domain;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaSearch.AreaTraits;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.CityProperties;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.web.ListFilter;
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

    static final SearchedTable TABLE = SearchedTable.byGrams(AreaRows.COLUMNS, "area", """
            (SELECT id FROM area WHERE name_key IN (:key, :whole)
             UNION ALL SELECT area_id FROM area_alias WHERE name_key IN (:key, :whole)
             UNION ALL SELECT id FROM area WHERE code = :code)""");

    private final NameSearch names;
    private final AreaRows rows;
    private final CityProperties city;
    private final Districts districts;

    AreaFinder(JdbcClient jdbc, DataSource database, AreaRows rows, CityProperties city, Districts districts) {
        this.names = new NameSearch(jdbc, JdbcClient.create(new PlannedAnew(database)), TABLE);
        this.rows = rows;
        this.city = city;
        this.districts = districts;
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

    /**
     * Exact hits first, then the same names in other writing, names that begin with the text, the rest; each in name order. Near
     * ones are looked for where the text says that the area lies, and elsewhere if there are none.
     */
    public Listing<AreaView> list(AreaSearch search) {
        AreaPhrase phrase = AreaPhrase.of(search.text(), city.name(), districts.all());
        NameQuery anywhere = query(search, new AreaPhrase(phrase.text(), null, null));
        return phrase.namesPlace()
                ? names.find(query(search, phrase), anywhere, rows, COUNTED)
                : names.find(anywhere, rows, COUNTED);
    }

    /** What a search is as a query. */
    static NameQuery query(AreaSearch search, AreaPhrase phrase) {
        SearchText text = SearchText.of(phrase.text());
        Conditions place = new Conditions()
                .bind("code", AreaText.code(phrase.text()).orElse(""))
                .bind("whole", ChineseText.fold(search.text()))
                .constant("a.state", search.withMerged() ? Optional.empty() : Optional.of(AreaState.ACTIVE))
                .equal("a.district_id", Optional.ofNullable(search.district()).map(DistrictId::value))
                .equal("a.street_id", Optional.ofNullable(search.street()).map(StreetId::value));
        if (phrase.district() != null && !phrase.district().equals(search.district())) {
            place.and(
                    "a.district_id = :named_district",
                    "named_district",
                    phrase.district().value());
        }
        if (phrase.street() != null && !phrase.street().equals(search.street())) {
            place.and(
                    "a.street_id = :named_street",
                    "named_street",
                    phrase.street().value());
        }
        if (search.among() != null) {
            place.and(
                    "a.id = ANY (:among)",
                    "among",
                    search.among().stream().map(AreaId::value).toArray(UUID[]::new));
        }
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
        if (asked.contractEnds() != null) {
            contractEnds(traits, asked.contractEnds());
        }
        return traits;
    }

    private static void contractEnds(Conditions traits, ListFilter.Period days) {
        if (days.first().isPresent() || days.last().isPresent()) {
            String from = days.first()
                    .map(day -> " AND k.contract_ends_on >= :contract_from")
                    .orElse("");
            String to = days.last()
                    .map(day -> " AND k.contract_ends_on <= :contract_to")
                    .orElse("");
            days.first().ifPresent(day -> traits.bind("contract_from", day));
            days.last().ifPresent(day -> traits.bind("contract_to", day));
            traits.and("EXISTS (SELECT FROM area_contract k WHERE k.area_id = a.id" + from + to + ")");
        }
    }

    private static void when(Conditions conditions, @Nullable Boolean wanted, String condition) {
        if (wanted != null) {
            conditions.and(wanted ? condition : "NOT (" + condition + ")");
        }
    }
}
