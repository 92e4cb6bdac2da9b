package org.maintenancefund.area.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaTraits;
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
        Map<String, Object> params = new HashMap<>();
        params.put("code", code(text));
        if (search.district() != null) {
            params.put("district", search.district().value());
        }
        if (search.street() != null) {
            params.put("street", search.street().value());
        }
        if (search.traits().type() != null) {
            params.put("type", search.traits().type().name());
        }
        params.put("today", search.traits().today());
        return new NameQuery(text, place(search), traits(search.traits()), params, search.cursor());
    }

    private static String place(AreaSearch search) {
        return (search.withMerged() ? "" : " AND a.state = 'ACTIVE'")
                + (search.district() == null ? "" : " AND a.district_id = :district")
                + (search.street() == null ? "" : " AND a.street_id = :street");
    }

    private static String traits(AreaTraits traits) {
        return (traits.type() == null ? "" : " AND a.type = :type")
                + when(traits.withAccount(), "a.fund_account_number IS NOT NULL")
                + when(traits.withCommittee(), "EXISTS (SELECT FROM area_governed g WHERE g.area_id = a.id)")
                + when(
                        traits.withCompany(),
                        "EXISTS (SELECT FROM area_managed m WHERE m.area_id = a.id AND m.effective @> :today)");
    }

    private static String when(@Nullable Boolean wanted, String condition) {
        return wanted == null ? "" : wanted ? " AND " + condition : " AND NOT (" + condition + ")";
    }

    /** The number of an area where the text is one: dh00236 → DH-00236; else no area's. */
    private static String code(SearchText text) {
        Matcher code = CODE.matcher(text.key());
        return code.matches() ? code.group(1).toUpperCase(Locale.ROOT) + "-" + code.group(2) : "";
    }
}
