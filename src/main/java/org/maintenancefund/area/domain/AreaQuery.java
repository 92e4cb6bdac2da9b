package org.maintenancefund.area.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaTraits;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;

/** What a search for areas is as a query: a million of them, found by name, former names, address and number. */
final class AreaQuery {

    static final SearchedTable TABLE = new SearchedTable(
            AreaRows.COLUMNS, "area a", "a.name_key", "strpos(a.search_key, :key) > 0", "a.search_key", """
            (SELECT id FROM area WHERE name_key = :key
             UNION ALL SELECT area_id FROM area_alias WHERE name_key = :key
             UNION ALL SELECT id FROM area WHERE code = :code)""");

    private static final Pattern CODE = Pattern.compile("([a-z]{2})-?([0-9]{5,7})");

    private AreaQuery() {}

    static NameQuery of(AreaSearch search) {
        SearchText text = SearchText.of(search.text());
        Conditions place = new Conditions()
                .bind("code", code(text))
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

    /** The number of an area where the text is one: dh00236 → DH-00236; else no area's. */
    private static String code(SearchText text) {
        Matcher code = CODE.matcher(text.key());
        return code.matches() ? code.group(1).toUpperCase(Locale.ROOT) + "-" + code.group(2) : "";
    }
}
