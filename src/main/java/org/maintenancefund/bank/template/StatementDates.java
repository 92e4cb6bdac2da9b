package org.maintenancefund.bank.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;

/** Days and times as a bank writes them, by the patterns of its template. */
public final class StatementDates {

    /** Those that banks are known to use, for a template that is made from a sample. */
    private static final List<String> KNOWN = List.of(
            "uuuuMMdd",
            "uuuu-M-d",
            "uuuu/M/d",
            "uuuu.M.d",
            "uuuu年M月d日",
            "uuuuMMdd H:mm:ss",
            "uuuuMMddHHmmss",
            "uuuu-M-d H:mm:ss",
            "uuuu/M/d H:mm:ss",
            "uuuu/M/d H:mm",
            "uuuu-M-d-HH.mm.ss",
            "uuuu-M-d'T'HH:mm:ss");

    /** A cell that Excel has as a date. */
    private static final String OF_EXCEL = "uuuu/M/d";

    private static final List<DateTimeFormatter> TIMES =
            List.of(format("H:mm:ss"), format("HHmmss"), format("H:mm"), format("HH.mm.ss"));

    private final List<DateTimeFormatter> patterns;

    public StatementDates(List<String> patterns) {
        this.patterns = java.util.stream.Stream.concat(patterns.stream(), java.util.stream.Stream.of(OF_EXCEL))
                .distinct()
                .map(StatementDates::format)
                .toList();
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                .toFormatter()
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The known patterns by which all of these days can be read; empty where there is none. */
    public static List<String> patternsOf(List<String> days) {
        return KNOWN.stream()
                .filter(pattern -> !days.isEmpty()
                        && days.stream()
                                .allMatch(day -> read(day, format(pattern)).isPresent()))
                .toList();
    }

    /** Null where it is none. */
    public @Nullable LocalDate day(String text) {
        return patterns.stream()
                .flatMap(pattern -> read(text, pattern).stream())
                .map(found -> found.query(TemporalQueries.localDate()))
                .findFirst()
                .orElse(null);
    }

    /** A time by itself, or the one behind a day; null where there is none. */
    public @Nullable LocalTime time(String text) {
        return java.util.stream.Stream.concat(patterns.stream(), TIMES.stream())
                .flatMap(pattern -> read(text, pattern).stream())
                .flatMap(found -> Optional.ofNullable(found.query(TemporalQueries.localTime())).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<TemporalAccessor> read(String text, DateTimeFormatter pattern) {
        try {
            return Optional.of(pattern.parse(ChineseText.nfkc(text).strip()));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
