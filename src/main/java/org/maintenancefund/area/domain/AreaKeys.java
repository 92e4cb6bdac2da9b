package org.maintenancefund.area.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.kernel.search.NameCore;
import org.maintenancefund.kernel.search.NameSound;
import org.maintenancefund.kernel.search.NameWriting;

/**
 * What an area is found by, worked out anew whenever a name or the address changes. Folded here and nowhere else, for
 * writing and for asking, so that the two can't drift apart.
 *
 * @param nameKey      the folded name: exact hits, prefix hits
 * @param sortKey      its place among names, see {@link SortKey}
 * @param searchKey    name, former names, address and code in one writing, parted by U+001F: hits anywhere
 * @param findKeys     keys of all names and the address: the same name in other words, near names, see {@link NameCore}
 * @param pinyin       how the name sounds
 * @param initials     the first letters of its syllables
 * @param siblingBases bases and series of all names, see {@link SiblingNames}
 * @param nearKeys     keys of the name, see {@link NearNames}
 * @param version      which rules made them; see {@link #VERSION}
 */
@Embeddable
record AreaKeys(
        @Column(name = "name_key") String nameKey,
        @Column(name = "sort_key") String sortKey,
        @Column(name = "search_key") String searchKey,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "find_keys", columnDefinition = "text[]")
        List<String> findKeys,

        @Column(name = "pinyin") String pinyin,
        @Column(name = "initials") String initials,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "sibling_bases", columnDefinition = "text[]")
        List<String> siblingBases,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "near_keys", columnDefinition = "text[]")
        List<String> nearKeys,

        @Column(name = "key_version") int version)
        implements Serializable {

    /**
     * Counted up whenever the rules below, those of {@link SiblingNames}, {@link NearNames}, of order or of folding change: {@link
     * AreaRekeying} then makes the keys of older rows anew. 2: names that sound the same are near. 3:
     * names are put in order by pinyin; more siblings, fewer near names. 4: one writing, pinyin.
     */
    static final int VERSION = 4;

    /** A few characters are written out when they are folded (㍿): a hundred names of them can't be found by. */
    private static final int LONGEST_SEARCH_KEY = 20_000;

    /** So many former names are found in other words and with mistakes too. */
    private static final int MOST_FOUND_BY_KEYS = 10;

    static AreaKeys of(String code, String name, Collection<String> aliases, String address) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        parts.addAll(aliases);
        parts.add(address);
        parts.add(code);
        String searchKey = NameWriting.key(parts);
        if (ChineseText.length(searchKey) > LONGEST_SEARCH_KEY) {
            throw Refusal.because("area.aliases.too-long");
        }
        String written = NameWriting.of(name);
        return new AreaKeys(
                ChineseText.fold(name),
                SortKey.of(name),
                searchKey,
                findKeys(name, aliases, address),
                NameSound.of(written),
                NameSound.initials(written),
                basesAndSeriesOf(name, aliases),
                NearNames.keysOf(name),
                VERSION);
    }

    private static List<String> findKeys(String name, Collection<String> aliases, String address) {
        Set<String> keys = new LinkedHashSet<>();
        Stream.concat(Stream.of(name), aliases.stream().limit(MOST_FOUND_BY_KEYS))
                .map(NameWriting::of)
                .forEach(written -> {
                    keys.addAll(NameCore.of(written).keys());
                    keys.addAll(new NameCore(written).keys());
                });
        keys.add(NameCore.of(NameWriting.of(address)).key());
        return List.copyOf(keys);
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
