package org.maintenancefund.city.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Holiday;
import org.maintenancefund.city.HolidayYear;
import org.maintenancefund.city.WorkingDayCalendar;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;

/**
 * Reads the holidays of a year as people write them, line by line: as the State Council announces them
 * ({@code 春节：2月5日至11日放假调休，共7天。1月31日（星期日）上班。}), or a line a holiday as it is typed or comes out of a spreadsheet
 * ({@code 2027-02-05 至 2027-02-11 春节}, {@code 2027-01-31 上班}). Strictly: what a line says twice has to agree (the number of
 * days, the day of the week), and nothing but the headings of a table is passed over.
 */
public final class HolidayNotice {

    /** The most characters of a text: an announcement has some five hundred. */
    public static final int LONGEST = 4000;

    /** More days than a holiday has ever had: a wrong month, or two holidays taken for one. */
    private static final int MOST_DAYS = 20;

    private static final int LONGEST_NAME = 20;

    private static final String DAY = "(?:(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月])?(\\d{1,2})(日?)(?:\\(([^()]*)\\))?";
    private static final String NAME = "[\\p{IsHan}·、]+?";

    /** 一、 (二) 3. before what a line says; a date has no such mark behind its digits. */
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:\\([一二三四五六七八九十\\d]{1,2}\\)|[一二三四五六七八九十\\d]{1,2}[、.])(?!\\d)\\s*");

    /** 节日 开始日期 结束日期 天数: what stands above the columns of a table that was copied with it. */
    private static final Pattern HEADINGS =
            Pattern.compile("^(?:(?:节假日|节日|名称|假期|放假|开始|结束|起止|日期|时间|天数|调休|上班|备注)[\\s,、/]*)+$");

    private static final Pattern ONE_DAY = Pattern.compile(DAY);

    private static final Pattern HOLIDAY = Pattern.compile("^(?:(" + NAME + ")[:\\s,]*)?" + DAY
            + "(?:\\s*(至|到|~|—+|--?|/|,|\\s)\\s*" + DAY + ")?"
            + "[\\s,]*(?:放假调休|调休放假|放假|调休)?(?:一天)?(?:[\\s,]*(?:共|(?<!\\d))(\\d{1,2})天?)?(?:[\\s,]*与周末连休)?"
            + "(?:[\\s,]*(" + NAME + "))?$");

    /** What is said of the days and is no name: 不放假, 七天, 连休. */
    private static final Pattern NO_NAME = Pattern.compile("不|放假|天|休");

    private static final Pattern WORKED =
            Pattern.compile("^(?:调休)?(?:上班|补班)?[:\\s,]*(\\d.*?)[\\s,]*(?:调休)?(?:正常)?(?:上班|补班)?$");
    private static final Pattern WORD_OF_WORK = Pattern.compile("上班|补班");
    private static final Pattern BETWEEN_DAYS = Pattern.compile("[、,\\s和及]+");
    private static final Pattern DAY_OF_WEEK = Pattern.compile("(?:星期|周|礼拜)([一二三四五六日天])");
    private static final String DAYS_OF_WEEK = "一二三四五六日";

    private final int year;
    private final List<Holiday> holidays = new ArrayList<>();
    private final TreeSet<LocalDate> workdays = new TreeSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private HolidayNotice(int year) {
        this.year = year;
    }

    /**
     * A line that can't be taken as it is.
     *
     * @param line from 1
     */
    public record Fault(int line, String text, Reason reason) {

        private static final int SHOWN = 30;

        /** 第 3 行“…”：为什么. */
        public String words() {
            String shown = ChineseText.length(text) > SHOWN
                    ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                    : text;
            return Messages.of("city.holidays.line", line, shown, Messages.of(reason));
        }
    }

    /**
     * What a text says.
     *
     * @param faults empty where all of it was understood
     */
    public record Reading(HolidayYear year, List<Fault> faults) {

        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /** Reads the text as the holidays of that year; days without a year are its own. */
    public static Reading read(int year, @Nullable String text) {
        HolidayNotice notice = new HolidayNotice(year);
        String[] lines = Objects.requireNonNullElse(text, "").split("\\R");
        boolean first = true;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.isEmpty()) {
                continue;
            }
            if (!first || !HEADINGS.matcher(ChineseText.nfkc(line)).matches()) {
                notice.readLine(i + 1, line);
            }
            first = false;
        }
        notice.holidays.sort(Comparator.comparing(holiday -> holiday.days().start()));
        return new Reading(new HolidayYear(year, notice.holidays, List.copyOf(notice.workdays)), notice.faults);
    }

    private void readLine(int number, String line) {
        String said = ChineseText.nfkc(line)
                .replace('；', ';')
                .replace("“", "")
                .replace("”", "")
                .strip();
        said = NUMBERING.matcher(said).replaceFirst("");
        try {
            for (String sentence : said.split("[。;]")) {
                if (!sentence.isBlank()) {
                    readSentence(sentence.strip());
                }
            }
        } catch (Refusal refused) {
            faults.add(new Fault(number, line, refused.reason()));
        }
    }

    private void readSentence(String sentence) {
        if (WORD_OF_WORK.matcher(sentence).find()) {
            readWorkdays(sentence);
        } else {
            readHoliday(sentence);
        }
    }

    private void readHoliday(String sentence) {
        Matcher said = HOLIDAY.matcher(sentence);
        if (!said.matches()) {
            throw Refusal.because("city.holidays.unknown");
        }
        DateRange days = days(said);
        String count = said.group(13);
        if (count != null && Integer.parseInt(count) != days.days()) {
            throw Refusal.because("city.holidays.count", count, days.days());
        }
        String name = name(said.group(1), said.group(14));
        if (holidays.stream().anyMatch(holiday -> holiday.days().overlaps(days))) {
            throw Refusal.because("city.holidays.twice");
        }
        if (workdays.stream().anyMatch(days::contains)) {
            throw Refusal.because("city.holidays.worked");
        }
        holidays.add(new Holiday(days, name));
    }

    private DateRange days(Matcher said) {
        LocalDate start = day(said, 2, null, said.group(9));
        String between = said.group(7);
        if (between == null) {
            return DateRange.of(start, start);
        }
        boolean columns = between.equals(",") || between.isBlank();
        if (columns && (said.group(2) == null || said.group(8) == null)) {
            throw Refusal.because("city.holidays.unknown");
        }
        LocalDate end = day(said, 8, start, null);
        if (end.isBefore(start)) {
            throw Refusal.because("city.holidays.order");
        }
        DateRange days = DateRange.of(start, end);
        if (days.days() > MOST_DAYS) {
            throw Refusal.because("city.holidays.too-many-days", MOST_DAYS, days.days());
        }
        return days;
    }

    /** What stands in front of the days or behind them, never both. */
    private static String name(@Nullable String inFront, @Nullable String behind) {
        if (inFront != null && behind != null) {
            throw Refusal.because("city.holidays.unknown");
        }
        String name = inFront != null ? inFront : behind;
        if (name == null) {
            throw Refusal.because("city.holidays.no-name");
        }
        if (NO_NAME.matcher(name).find()) {
            throw Refusal.because("city.holidays.unknown");
        }
        if (ChineseText.length(name) > LONGEST_NAME) {
            throw Refusal.because("city.holidays.long-name", LONGEST_NAME);
        }
        return name;
    }

    private void readWorkdays(String sentence) {
        Matcher said = WORKED.matcher(sentence);
        if (!said.matches()) {
            throw Refusal.because("city.holidays.unknown");
        }
        String days = said.group(1);
        Matcher day = ONE_DAY.matcher(days);
        Matcher between = BETWEEN_DAYS.matcher(days);
        int at = 0;
        while (at < days.length()) {
            if (!day.region(at, days.length()).lookingAt()) {
                throw Refusal.because("city.holidays.unknown");
            }
            addWorkday(day(day, 1, null, null));
            at = day.end();
            if (at < days.length()) {
                if (!between.region(at, days.length()).lookingAt()) {
                    throw Refusal.because("city.holidays.unknown");
                }
                at = between.end();
            }
        }
    }

    private void addWorkday(LocalDate day) {
        if (!WorkingDayCalendar.isWeekend(day)) {
            throw Refusal.because("city.holidays.no-weekend", day);
        }
        if (holidays.stream().anyMatch(holiday -> holiday.days().contains(day))) {
            throw Refusal.because("city.holidays.worked");
        }
        if (!workdays.add(day)) {
            throw Refusal.because("city.holidays.twice");
        }
    }

    /**
     * The day in five groups: year, month, day, 日, what stands in brackets behind it.
     *
     * @param start   of the range that it ends, whose month it may leave out
     * @param endsIn  the month in which the range ends that it begins: one from December to January began the year before
     */
    private LocalDate day(Matcher said, int group, @Nullable LocalDate start, @Nullable String endsIn) {
        String ownYear = said.group(group);
        String month = said.group(group + 1);
        int monthNumber = monthOf(month, start);
        int yearNumber = ownYear != null ? Integer.parseInt(ownYear) : yearOf(monthNumber, start, endsIn);
        LocalDate day;
        try {
            day = LocalDate.of(yearNumber, monthNumber, Integer.parseInt(said.group(group + 2)));
        } catch (DateTimeException none) {
            throw Refusal.because("city.holidays.no-day");
        }
        String note = said.group(group + 4);
        Matcher dayOfWeek = DAY_OF_WEEK.matcher(note == null ? "" : note);
        if (dayOfWeek.find()
                && DAYS_OF_WEEK.indexOf(dayOfWeek.group(1).replace('天', '日')) + 1
                        != day.getDayOfWeek().getValue()) {
            throw Refusal.because("city.holidays.day-of-week", day, dayOfWeek.group());
        }
        if (day.isBefore(LocalDate.of(year - 1, 12, 1)) || day.isAfter(LocalDate.of(year + 1, 1, 31))) {
            throw Refusal.because("city.holidays.other-year", year);
        }
        return day;
    }

    private static int monthOf(@Nullable String month, @Nullable LocalDate start) {
        if (month != null) {
            return Integer.parseInt(month);
        }
        if (start != null) {
            return start.getMonthValue();
        }
        throw Refusal.because("city.holidays.unknown");
    }

    private int yearOf(int month, @Nullable LocalDate start, @Nullable String endsIn) {
        if (start != null) {
            if (month >= start.getMonthValue()) {
                return start.getYear();
            }
            if (start.getMonthValue() == 12 && month == 1) {
                return start.getYear() + 1;
            }
            throw Refusal.because("city.holidays.order");
        }
        return month == 12 && endsIn != null && Integer.parseInt(endsIn) == 1 ? year - 1 : year;
    }

    /** The same as lines that are read again: what an administrator finds in the field. */
    public static String lines(HolidayYear year) {
        return Stream.of(holidays(year), workdays(year)).flatMap(List::stream).collect(Collectors.joining("\n"));
    }

    static List<String> holidays(HolidayYear year) {
        return year.holidays().stream()
                .map(holiday -> days(holiday.days()) + " " + holiday.name())
                .toList();
    }

    static List<String> workdays(HolidayYear year) {
        return year.workdays().stream().map(day -> day + " 上班").toList();
    }

    private static String days(DateRange days) {
        return days.days() == 1 ? days.start().toString() : days.start() + " 至 " + days.end();
    }
}
