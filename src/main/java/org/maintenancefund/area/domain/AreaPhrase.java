package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Simplified;
import org.maintenancefund.kernel.search.SearchText;

/**
 * What people type when they look for an area, taken apart: city, district and street before the name or beside it say where it
 * lies, a committee is called after it. 云州市东湖区望湖路88号 is 望湖路88号 in 东湖区, 望湖街道 和谐花园业委会 is 和谐花园 in 望湖街道.
 *
 * @param text     the rest, words apart; empty where all of it was a place
 * @param district where it lies
 * @param street   the same
 */
record AreaPhrase(
        String text,
        @Nullable DistrictId district,
        @Nullable StreetId street) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern COMMITTEE =
            Pattern.compile("(?:第[^第]{1,3}届)?(?:业主大会)?(?:业主委员会|业委会|业主大会|物业管理委员会|物管会)?(?:换届改选小组|换届小组|筹备小组|筹备组)?$");

    /** So many words may name a place; each is compared with all of them. */
    private static final int MOST_WORDS = 8;

    /** A shorter rest is no name: what is before it belongs to it. */
    private static final int SHORTEST = 2;

    /** @param city its name with 市 */
    static AreaPhrase of(@Nullable String typed, String city, List<DistrictCentre> districts) {
        String trimmed = ChineseText.trim(typed);
        if (SearchText.of(trimmed).isTooLong()) {
            return new AreaPhrase(trimmed, null, null);
        }
        Reader reader = new Reader(city, districts);
        List<String> rest = new ArrayList<>();
        String[] words = SPACES.split(trimmed);
        for (int i = 0; i < words.length; i++) {
            String name = i < MOST_WORDS ? reader.read(words[i]) : words[i];
            if (!name.isEmpty()) {
                rest.add(name);
            }
        }
        AreaPhrase phrase = new AreaPhrase(String.join(" ", rest), reader.district, reader.street);
        // 业委会 alone is what somebody looks for.
        return rest.isEmpty() && !phrase.namesPlace() ? new AreaPhrase(trimmed, null, null) : phrase;
    }

    boolean namesPlace() {
        return district != null || street != null;
    }

    /** Reads word by word, and remembers the places. */
    private static final class Reader {

        private final String city;
        private final List<DistrictCentre> districts;
        private @Nullable DistrictId district;
        private @Nullable StreetId street;

        private Reader(String city, List<DistrictCentre> districts) {
            this.city = key(city);
            this.districts = districts;
        }

        private String read(String word) {
            String rest = withoutCity(key(word));
            for (DistrictCentre centre : districts) {
                Optional<String> behind = behind(rest, centre.name());
                if (behind.isPresent()) {
                    district = centre.id();
                    rest = behind.get();
                    break;
                }
            }
            rest = withoutStreet(rest);
            return COMMITTEE.matcher(rest).replaceFirst("");
        }

        private String withoutCity(String word) {
            String bare = city.endsWith("市") ? city.substring(0, city.length() - 1) : city;
            Optional<String> behind = behind(word, city);
            if (behind.isEmpty() && word.startsWith(bare)) {
                String rest = word.substring(bare.length());
                boolean districtFollows = districts.stream().anyMatch(centre -> rest.startsWith(key(centre.name())));
                return districtFollows ? rest : word;
            }
            return behind.orElse(word);
        }

        private String withoutStreet(String word) {
            for (DistrictCentre centre : districts) {
                for (Street each : centre.streets()) {
                    Optional<String> behind = district == null || district.equals(centre.id())
                            ? behind(word, each.name())
                            : Optional.empty();
                    if (behind.isPresent()) {
                        boolean isTheOnlyOne = districts.stream()
                                        .filter(other -> hasStreet(other, each.name()))
                                        .count()
                                == 1;
                        street = isTheOnlyOne || district != null ? each.id() : street;
                        return behind.get();
                    }
                }
            }
            return word;
        }

        private static boolean hasStreet(DistrictCentre centre, String name) {
            return centre.streets().stream().anyMatch(street -> street.name().equals(name));
        }

        /** What stands behind the place; empty where it does not begin with it, or what is behind is no name. */
        private static Optional<String> behind(String word, String place) {
            String key = key(place);
            int rest = ChineseText.length(word) - ChineseText.length(key);
            boolean enough = rest == 0 || rest >= SHORTEST;
            return !key.isEmpty() && word.startsWith(key) && enough
                    ? Optional.of(word.substring(key.length()))
                    : Optional.empty();
        }

        private static String key(String text) {
            return Simplified.of(ChineseText.fold(text));
        }
    }
}
