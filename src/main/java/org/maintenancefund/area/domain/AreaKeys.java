package org.maintenancefund.area.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;

/**
 * What an area is found by, worked out anew whenever a name or the address changes. Folded here and nowhere else, for
 * writing and for asking, so that the two can't drift apart.
 *
 * @param nameKey      the folded name: exact hits, prefix hits
 * @param sortKey      its place among names, see {@link SortKey}
 * @param searchKey    folded name, former names, address and code, parted by U+001F: hits anywhere
 * @param siblingBases bases and series of all names, see {@link SiblingNames}
 * @param nearKeys     keys of the name, see {@link NearNames}
 * @param version      which rules made them; see {@link #VERSION}
 */
@Embeddable
record AreaKeys(
        @Column(name = "name_key") String nameKey,
        @Column(name = "sort_key") String sortKey,
        @Column(name = "search_key") String searchKey,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "sibling_bases", columnDefinition = "text[]")
        List<String> siblingBases,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "near_keys", columnDefinition = "text[]")
        List<String> nearKeys,

        @Column(name = "key_version") int version)
        implements Serializable {

    /**
     * Counted up whenever the rules below, those of {@link SiblingNames}, {@link NearNames}, of order or of folding change: {@link
     * AreaRekeying} then makes the keys of older rows anew. 2: names that sound the same are near. 3:
     * names are put in order by pinyin; more siblings, fewer near names.
     */
    static final int VERSION = 3;

    /** A few characters are written out when they are folded (㍿): a hundred names of them can't be found by. */
    private static final int LONGEST_SEARCH_KEY = 20_000;

    /** Can't be typed: folding takes control characters out. */
    private static final String SEPARATOR = "\u001f";

    static AreaKeys of(String code, String name, Collection<String> aliases, String address) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        parts.addAll(aliases);
        parts.add(address);
        parts.add(code);
        // Typed without the hyphen it is the same number.
        parts.add(code.replace("-", ""));
        String searchKey =
                String.join(SEPARATOR, parts.stream().map(ChineseText::fold).toList());
        if (ChineseText.length(searchKey) > LONGEST_SEARCH_KEY) {
            throw Refusal.because("area.aliases.too-long");
        }
        return new AreaKeys(
                ChineseText.fold(name),
                SortKey.of(name),
                searchKey,
                basesAndSeriesOf(name, aliases),
                NearNames.keysOf(name),
                VERSION);
    }

    static List<String> basesAndSeriesOf(String name, Collection<String> aliases) {
        return Stream.concat(
                        basesOf(name, aliases).stream(),
                        Stream.concat(Stream.of(name), aliases.stream())
                                .flatMap(each -> SiblingNames.seriesOf(each).stream()))
                .distinct()
                .toList();
    }

    static List<String> basesOf(String name, Collection<String> aliases) {
        return Stream.concat(Stream.of(name), aliases.stream())
                .flatMap(each -> SiblingNames.basesOf(each).stream())
                .distinct()
                .toList();
    }
}
