package org.maintenancefund.account.username;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maintenancefund.kernel.ChineseText;

/**
 * Tells user names that stand for a unit instead of a person: the initials or the pinyin of the organisation (和谐花园业委会 →
 * hxhyywh), or something that ends like one. Users are people; such a name passes from hand to hand. Only a warning: a
 * person's name can look the same.
 */
public final class UnitNames {

    private static final String LONG = "业主委员会";
    private static final String SHORT = "业委会";
    private static final int SHORTEST = 3;

    private static final List<String> KINDS =
            List.of("业委会", "业主委员会", "筹备组", "管理处", "物业", "服务中心", "物业公司", "有限公司", "管理公司");

    private static final List<String> ENDINGS = Stream.concat(
                    KINDS.stream().map(NameReader::initials), KINDS.stream().map(NameReader::full))
            .flatMap(Optional::stream)
            .filter(ending -> ending.length() >= SHORTEST)
            .toList();

    private UnitNames() {}

    /** True where the user name is made of the organisation's name or ends like a unit's. */
    public static boolean looksLikeUnit(String username, String organisationName) {
        String spelt = username.replaceAll("[^a-z]+", "");
        return ENDINGS.stream().anyMatch(spelt::endsWith)
                || spellings(letters(organisationName))
                        .flatMap(name -> Stream.of(NameReader.initials(name), NameReader.full(name)))
                        .flatMap(Optional::stream)
                        .anyMatch(unit -> unit.length() >= SHORTEST && unit.equals(spelt));
    }

    /** Without numbers and brackets, which nobody spells. */
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        ChineseText.fold(name).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The name with 业委会 written both ways, and without what kind of organisation it is. */
    private static Stream<String> spellings(String name) {
        Stream<String> withoutKind = KINDS.stream()
                .filter(kind -> name.endsWith(kind) && name.length() > kind.length())
                .map(kind -> name.substring(0, name.length() - kind.length()));
        return Stream.concat(
                Stream.of(name, name.replace(LONG, SHORT), name.replace(SHORT, LONG))
                        .distinct(),
                withoutKind);
    }
}
