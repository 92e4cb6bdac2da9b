package org.maintenancefund.account.username;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Pinyin;

/**
 * Makes user names of people's names: the surname in full and the initials of the given name (王建国 → wangjg, 欧阳修 →
 * ouyangx); of a name in parts (买买提·阿不都拉) the first part in full and the initials of the rest. Knows how surnames are
 * read (单 shan, 万俟 moqi) and offers a surname's second reading too.
 */
public final class NameReader {

    private static final int LONGEST_SURNAME = 4;
    private static final int MAX = 36;
    private static final Pattern PARTS = Pattern.compile("[·\\s\\-.'’]+");

    private final ReadingTable surnames = ReadingTable.load("/pinyin/surnames.txt");
    private final ReadingTable givenNames = ReadingTable.load("/pinyin/given-names.txt");

    /**
     * The user names a name gives, the one to suggest first; empty where a character can't be read or the name is none.
     *
     * <p>At most 36 characters each, so that a number still fits behind.
     */
    List<String> read(@Nullable String name) {
        String text = withoutMarks(ChineseText.nfkc(ChineseText.clean(name)));
        List<String> parts =
                PARTS.splitAsStream(text).filter(part -> !part.isEmpty()).toList();
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

    /** The name in full letters, once for each reading of its surname; empty where a character can't be read. */
    public List<String> spelled(@Nullable String name) {
        String text = PARTS.matcher(withoutMarks(ChineseText.nfkc(ChineseText.clean(name))))
                .replaceAll("");
        if (text.isEmpty()) {
            return List.of();
        }
        String surname = surnameOf(text);
        Stream<String> readings = Stream.concat(surnames.of(surname).stream(), full(surname).stream());
        return full(text.substring(surname.length())).stream()
                .flatMap(given -> readings.map(reading -> reading + given))
                .distinct()
                .toList();
    }

    private List<String> surnameFirst(String name) {
        if (isLatin(name)) {
            return full(name).stream().toList();
        }
        String surname = surnameOf(name);
        Optional<String> initials = givenInitials(name.substring(surname.length()));
        if (initials.isEmpty()) {
            return List.of();
        }
        List<String> readings = surnames.of(surname);
        if (readings.isEmpty()) {
            readings = full(surname).stream().toList();
        }
        return readings.stream().map(reading -> reading + initials.get()).toList();
    }

    /** The longest surname of the table that leaves a given name, else the first character. */
    private String surnameOf(String name) {
        int length = ChineseText.length(name);
        for (int i = Math.min(LONGEST_SURNAME, length - 1); i > 1; i--) {
            String beginning = name.substring(0, name.offsetByCodePoints(0, i));
            if (!surnames.of(beginning).isEmpty()) {
                return beginning;
            }
        }
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private List<String> firstPartFull(List<String> parts) {
        StringBuilder username = new StringBuilder();
        for (String part : parts) {
            Optional<String> more = username.isEmpty() ? full(part) : isLatin(part) ? first(part) : givenInitials(part);
            if (more.isEmpty()) {
                return List.of();
            }
            username.append(more.get());
        }
        return List.of(username.toString());
    }

    private Optional<String> givenInitials(String given) {
        return each(given, c -> {
            List<String> usual = givenNames.of(Character.toString(c));
            return (usual.isEmpty() ? Pinyin.of(c) : Optional.of(usual.get(0))).map(r -> r.substring(0, 1));
        });
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

    /** Without the marks that only choose between two shapes of a character. */
    private static String withoutMarks(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
