package org.maintenancefund.account.username;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Pinyin;
import org.maintenancefund.kernel.SortKey;

/**
 * Makes user names of people's names: the surname in full and the initials of the given name (王建国 → wangjg, 欧阳修 →
 * ouyangx); of a name in parts (买买提·阿不都拉) the first part in full and the initials of the rest. Knows how surnames and given
 * names are read (单 shan, 万俟 moqi, 长江 changjiang) and offers second readings too, and another surname where a name can be
 * parted in two ways (贺兰英).
 */
public final class NameReader {

    private static final int LONGEST_SURNAME = 4;
    private static final int MAX = 36;

    /** A name with many characters of two readings each has more of them than anybody chooses from. */
    private static final int MOST_READINGS = 64;

    private static final Pattern PARTS = Pattern.compile("[·\\s\\-.'’]+");

    private final ReadingTable surnames = ReadingTable.load("/pinyin/surnames.txt");
    private final ReadingTable extinct = ReadingTable.load("/pinyin/extinct-surnames.txt");
    private final ReadingTable givenNames = ReadingTable.load("/pinyin/given-names.txt");

    /** A name as surname and given name. */
    private record Parted(String surname, String given) {}

    /**
     * The user names a name gives, the one to suggest first; empty where a character can't be read or the name is none.
     *
     * <p>At most 36 characters each, so that a number still fits behind.
     */
    List<String> read(@Nullable String name) {
        List<String> parts =
                PARTS.splitAsStream(text(name)).filter(part -> !part.isEmpty()).toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        List<String> usernames = parts.size() == 1 ? surnameFirst(parts.get(0)) : firstPartFull(parts);
        return usernames.stream()
                .filter(username -> username.length() > 1)
                .map(username -> username.substring(0, Math.min(username.length(), MAX)))
                .distinct()
                .toList();
    }

    /** Initials of all characters, as organisations are abbreviated; empty where one can't be read. */
    static Optional<String> initials(String text) {
        return each(text, c -> Pinyin.of(c).map(reading -> reading.substring(0, 1)));
    }

    /** All characters in full; empty where one can't be read. */
    static Optional<String> full(String text) {
        return each(text, Pinyin::of);
    }

    /** The name in full letters, in all ways it may be read; empty where a character can't be read. */
    public List<String> spelled(@Nullable String name) {
        String text = PARTS.matcher(text(name)).replaceAll("");
        return text.isEmpty()
                ? List.of()
                : parted(text).stream()
                        .flatMap(parted -> joined(
                                with(surnameReadings(parted.surname()), full(parted.surname())),
                                given(parted.given(), this::allReadings))
                                .stream())
                        .distinct()
                        .toList();
    }

    /** The place of a name among names ({@link SortKey}), its surname read as surnames are. */
    public String sortKey(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return SortKey.of(name);
        }
        String surname = parted(text).get(0).surname();
        String reading = surnames.of(surname).stream().findFirst().orElse("");
        // Of 尉迟 yuchi the first character's alone.
        String rest = full(surname.substring(surname.offsetByCodePoints(0, 1))).orElse("");
        return reading.endsWith(rest)
                ? SortKey.of(text, reading.substring(0, reading.length() - rest.length()))
                : SortKey.of(text);
    }

    private List<String> surnameFirst(String name) {
        if (isLatin(name)) {
            return full(name).stream().toList();
        }
        return parted(name).stream()
                .flatMap(parted ->
                        joined(surnameReadings(parted.surname()), given(parted.given(), this::usualInitials)).stream())
                .toList();
    }

    /**
     * The longest surname of the table that leaves a given name, else the first character; where the longer one is extinct
     * both ways, the likelier first.
     */
    private List<Parted> parted(String name) {
        Parted usual = parted(name, 1);
        for (int i = Math.min(LONGEST_SURNAME, ChineseText.length(name) - 1); i > 1; i--) {
            Parted longer = parted(name, i);
            if (!surnames.of(longer.surname()).isEmpty()) {
                return List.of(longer);
            }
            if (!extinct.of(longer.surname()).isEmpty()) {
                return List.of(usual, longer);
            }
        }
        return List.of(usual);
    }

    private static Parted parted(String name, int characters) {
        int end = name.offsetByCodePoints(0, characters);
        return new Parted(name.substring(0, end), name.substring(end));
    }

    private List<String> surnameReadings(String surname) {
        List<String> readings = Stream.of(surnames, extinct)
                .flatMap(table -> table.of(surname).stream())
                .toList();
        return readings.isEmpty() ? full(surname).stream().toList() : readings;
    }

    private List<String> firstPartFull(List<String> parts) {
        List<String> usernames = surnameReadings(parts.get(0));
        for (String part : parts.subList(1, parts.size())) {
            List<String> more = isLatin(part) ? first(part).stream().toList() : given(part, this::usualInitials);
            usernames = joined(usernames, more);
        }
        return usernames;
    }

    /** Each way a given name is read, a character after the other; nothing where one can't be read. */
    private static List<String> given(String given, IntFunction<List<String>> readings) {
        List<String> read = List.of("");
        for (int c : given.codePoints().toArray()) {
            read = joined(read, readings.apply(c));
        }
        return read;
    }

    private List<String> usualInitials(int c) {
        return usual(c).stream()
                .map(reading -> reading.substring(0, 1))
                .distinct()
                .toList();
    }

    private List<String> usual(int c) {
        List<String> usual = givenNames.of(Character.toString(c));
        return usual.isEmpty() ? Pinyin.of(c).stream().toList() : usual;
    }

    private List<String> allReadings(int c) {
        return with(usual(c), Pinyin.of(c));
    }

    private static List<String> with(List<String> readings, Optional<String> another) {
        Set<String> all = new LinkedHashSet<>(readings);
        another.ifPresent(all::add);
        return List.copyOf(all);
    }

    private static List<String> joined(List<String> beginnings, List<String> ends) {
        return beginnings.stream()
                .flatMap(beginning -> ends.stream().map(beginning::concat))
                .limit(MOST_READINGS)
                .toList();
    }

    private static Optional<String> first(String latin) {
        return Pinyin.of(latin.codePointAt(0));
    }

    private static Optional<String> each(String text, Function<Integer, Optional<String>> reading) {
        List<Optional<String>> read = new ArrayList<>();
        text.codePoints().forEach(c -> read.add(reading.apply(c)));
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream().map(Optional::get).reduce("", String::concat))
                : Optional.empty();
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /**
     * A name as the tables have it: with the usual dot, in simplified characters where the table has its own reading for them,
     * without the marks that only choose between two shapes of a character.
     */
    private static String text(@Nullable String name) {
        String spelled = PersonName.spelled(ChineseText.clean(name));
        StringBuilder rest = new StringBuilder(spelled.length());
        ChineseText.nfkc(spelled)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(SimplifiedNames::of)
                .forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
