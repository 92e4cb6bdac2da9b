package org.maintenancefund.kernel;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Points in time as people read them, by the city's clock: on pages (as {@code times}), in exports and in sentences. A date
 * of its own needs none of this, it is written as it is: 2026-06-01.
 */
public final class Times {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The one object that templates use. */
    public static final Times INSTANCE = new Times();

    private static final DateTimeFormatter DAY = of("yyyy-MM-dd");
    private static final DateTimeFormatter DIGITS = of("yyyyMMdd");
    private static final DateTimeFormatter MINUTE = of("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = of("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter THIS_YEAR = of("MM-dd HH:mm");
    private static final DateTimeFormatter LONG_DAY = of(Messages.of("kernel.day.long"));
    private static final DateTimeFormatter LONG_DATE = of(Messages.of("kernel.day.date"));
    private static final DateTimeFormatter CLOCK = of("HH:mm");

    private Times() {}

    /** 2026-06-01. */
    public static String day(TemporalAccessor at) {
        return DAY.format(at);
    }

    /** 2026 年 6 月 1 日 星期一. */
    public static String longDay(TemporalAccessor at) {
        return LONG_DAY.format(at);
    }

    /** 20260601, in names of files. */
    public static String digits(TemporalAccessor at) {
        return DIGITS.format(at);
    }

    /** 2026 年 6 月 1 日, on papers and in declarations. */
    public static String longDate(TemporalAccessor at) {
        return LONG_DATE.format(at);
    }

    /** 2026-06-01 09:30. */
    public static String minute(TemporalAccessor at) {
        return MINUTE.format(at);
    }

    /** 2026-06-01 09:30:15. */
    public static String second(TemporalAccessor at) {
        return SECOND.format(at);
    }

    /** 06-01 09:30, of what is never old. */
    public static String thisYear(TemporalAccessor at) {
        return THIS_YEAR.format(at);
    }

    /** 09:30. */
    public static String clock(TemporalAccessor at) {
        return CLOCK.format(at);
    }

    private static DateTimeFormatter of(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.SIMPLIFIED_CHINESE).withZone(ZONE);
    }
}
