package org.maintenancefund.city;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import lombok.Getter;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.Messages;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.convert.PeriodStyle;

/**
 * The catalogue of what the system administrator may set while the system runs (节假日与参数): each with its default, which is a
 * property of the configuration, and its bounds, which hold for that property too. Its label and what is said about it stand in
 * the messages; its value is asked of {@link Settings}.
 *
 * <p>What no law and no manual settles for every city has no default and no property: it is unset until somebody of the city has
 * decided, and what needs it says so (日常收取: no community is opened before).
 *
 * <p>What deletes records, what the machines have to bear and how servers are reached stays with the configuration.
 */
public enum Setting implements Labelled {
    BUREAU_NAME(SettingGroup.CENTRE, "app.city.bureau-name", Unit.TEXT, 2, 60, "云州市住房和城乡建设局"),
    CENTRE_NAME(SettingGroup.CENTRE, "app.city.centre-name", Unit.TEXT, 2, 60, "云州市物业专项维修资金管理中心"),
    SECTION_NAME(SettingGroup.CENTRE, "app.city.section-name", Unit.TEXT, 2, 30, "归集使用科"),
    CENTRE_PHONE(SettingGroup.CENTRE, "app.city.phone", Unit.PHONE, 0, 0, "0000-88006600"),
    OFFICE_HOURS(SettingGroup.CENTRE, "app.city.office-hours", Unit.TEXT, 2, 100, "工作日 9:00–12:00，14:00–17:30"),

    WORKING_DAYS(SettingGroup.REVIEW, "app.application.working-days", Unit.WORKING_DAYS, 1, 30, "5"),
    LAPSE_AFTER(SettingGroup.REVIEW, "app.application.lapse-after", Unit.DAYS, 15, 365, "90d"),
    CALL_AGAIN(SettingGroup.REVIEW, "app.application.call-again", Unit.MINUTES, 10, 480, "2h"),

    DRAFT_LIFETIME(SettingGroup.FILLING_IN, "app.application.draft-lifetime", Unit.HOURS, 1, 168, "24h"),
    OWN_DRAFT_LIFETIME(SettingGroup.FILLING_IN, "app.application.own-draft-lifetime", Unit.DAYS, 1, 180, "30d"),
    DRAFTS_PER_BROWSER(SettingGroup.FILLING_IN, "app.application.drafts-per-browser", Unit.COUNT, 1, 50, "10"),
    DRAFTS_PER_ACCOUNT(SettingGroup.FILLING_IN, "app.application.drafts-per-account", Unit.COUNT, 5, 500, "50"),
    FILES_PER_DRAFT(SettingGroup.FILLING_IN, "app.application.files-per-draft", Unit.FILES, 1, 20, "10"),
    FILES_PER_APPLICATION(SettingGroup.FILLING_IN, "app.application.files-per-application", Unit.FILES, 1, 50, "20"),
    RECEIPT_LIFETIME(SettingGroup.FILLING_IN, "app.application.receipt-lifetime", Unit.DAYS, 7, 365, "90d"),

    CODE_LIFETIME(SettingGroup.ACCOUNTS, "app.account.code-lifetime", Unit.DAYS, 1, 30, "14d"),
    UNACTIVATED_AFTER(SettingGroup.ACCOUNTS, "app.account.unactivated-after", Unit.DAYS, 30, 365, "30d"),
    UNUSED_AFTER(SettingGroup.ACCOUNTS, "app.account.unused-after", Unit.DAYS, 30, 730, "180d"),
    PASSWORD_AGE(SettingGroup.ACCOUNTS, "app.account.password-age", Unit.DAYS, 0, 730, "0d"),

    COMMITTEE_LONGEST_TERM(SettingGroup.REGISTRATION, "app.committee.longest-term", Unit.YEARS, 1, 10, "5y"),
    COMMITTEE_MAX_OPERATORS(SettingGroup.REGISTRATION, "app.committee.max-operators", Unit.PEOPLE, 5, 30, "10"),
    ENTERPRISE_MAX_OPERATORS(SettingGroup.REGISTRATION, "app.enterprise.max-operators", Unit.PEOPLE, 5, 30, "10"),

    /** By which day of the next month a company pays in what it has received. */
    REMITTANCE_DAY(SettingGroup.COLLECTION, Unit.DAY_OF_MONTH, 1, 28),
    /** The first month that a new owner pays for. */
    CHARGE_START(ChargeStart.class),
    /** Whether owners pay while the builder still answers for the building. */
    CHARGED_IN_WARRANTY(YesNo.class),
    /** How many years from the delivery the builder answers for it. */
    WARRANTY_YEARS(SettingGroup.COLLECTION, Unit.YEARS, 0, 10),
    /** Who is exempt, in words that companies and owners read. */
    EXEMPTIONS(SettingGroup.COLLECTION, Unit.TEXT, 1, 200),
    /** Every so many months what was collected is published. */
    PUBLICATION_MONTHS(SettingGroup.COLLECTION, Unit.MONTHS, 1, 12),
    /** Whether it is published which doors have not paid; while nobody has decided, none is. */
    PUBLISHED_DOORS(YesNo.class),
    /** The highest standard of an area, in percent of the city's. */
    HIGHEST_AREA_RATE(SettingGroup.COLLECTION, Unit.PERCENT, 100, 500),

    /** In how many working days a difference is to be settled. */
    DIFFERENCE_DUE(SettingGroup.DIFFERENCES, "app.difference.due", Unit.WORKING_DAYS, 1, 60, "5"),
    /** After how many days a line of the bank that nobody has matched is a difference. */
    LINE_PATIENCE(SettingGroup.DIFFERENCES, "app.difference.line-patience", Unit.DAYS, 0, 60, "3d"),
    /** After how many days a slip whose money has not arrived is one. */
    SLIP_PATIENCE(SettingGroup.DIFFERENCES, "app.difference.slip-patience", Unit.DAYS, 0, 60, "5d");

    /** What a value is: words, a telephone, one of several answers, or a whole number of something. */
    public enum Unit implements Labelled {
        TEXT,
        PHONE,
        CHOICE,
        COUNT,
        FILES,
        PEOPLE,
        WORKING_DAYS,
        MINUTES,
        HOURS,
        DAYS,
        DAY_OF_MONTH,
        MONTHS,
        YEARS,
        PERCENT
    }

    @Getter
    private final SettingGroup group;

    /** The property that its default is, as the configuration calls it; null where it has no default. */
    @Getter
    private final @Nullable String property;

    @Getter
    private final Unit unit;

    private final int lowest;
    private final int highest;
    private final @Nullable String delivered;
    private final @Nullable Class<? extends Labelled> answers;

    Setting(SettingGroup group, String property, Unit unit, int lowest, int highest, String delivered) {
        this.group = group;
        this.property = property;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
        this.delivered = delivered;
        this.answers = null;
    }

    /** Without a default. */
    Setting(SettingGroup group, Unit unit, int lowest, int highest) {
        this.group = group;
        this.property = null;
        this.unit = unit;
        this.lowest = lowest;
        this.highest = highest;
        this.delivered = null;
        this.answers = null;
    }

    /** One of the constants of an enum, kept under its name; without a default. */
    Setting(Class<? extends Labelled> answers) {
        this.group = SettingGroup.COLLECTION;
        this.property = null;
        this.unit = Unit.CHOICE;
        this.lowest = 0;
        this.highest = 0;
        this.delivered = null;
        this.answers = answers;
    }

    /** What may be chosen, by name, in the order of the page; empty where the value is typed. */
    public List<Labelled> answers() {
        return answers == null ? List.of() : List.of(answers.getEnumConstants());
    }

    private Stream<Labelled> answer(String name) {
        return answers().stream().filter(one -> ((Enum<?>) one).name().equals(name));
    }

    /** The value as it is kept: a whole number without its unit, words without spaces around them, the name of an answer. */
    public Checked<String> read(@Nullable String typed) {
        return switch (unit) {
            case TEXT -> readText(typed);
            case PHONE -> LandlineNumber.parse(typed).map(LandlineNumber::toString);
            case CHOICE -> readAnswer(ChineseText.code(typed));
            default -> readNumber(typed);
        };
    }

    private Checked<String> readText(@Nullable String typed) {
        Checked<String> text = ChineseText.required(typed, highest);
        return text.isOk() && ChineseText.length(text.value()) < lowest
                ? Checked.refused("kernel.text.too-short", lowest)
                : text;
    }

    private Checked<String> readAnswer(String name) {
        return answer(name).findAny().isPresent() ? Checked.ok(name) : Checked.refused("city.setting.choice");
    }

    private Checked<String> readNumber(@Nullable String typed) {
        String digits = ChineseText.code(typed);
        if (!digits.matches("[0-9]{1,6}")) {
            return Checked.refused("city.setting.number", lowest, highest);
        }
        int number = Integer.parseInt(digits);
        return number < lowest || number > highest
                ? Checked.refused("city.setting.number", lowest, highest)
                : Checked.ok(Integer.toString(number));
    }

    /** False where it is unset until somebody sets it. */
    public boolean hasDefault() {
        return delivered != null;
    }

    /**
     * The default.
     *
     * @param said what the configuration says ({@code 90d}, {@code 2h}, {@code 5}), or the system where that says nothing
     * @throws IllegalArgumentException where that is no value of the setting
     */
    String defaultValue(String said) {
        Checked<String> read = read(said.isBlank() ? said : inUnit(said));
        if (!read.isOk()) {
            throw new IllegalArgumentException(Messages.of(read.reason()));
        }
        return read.value();
    }

    /** What it is where neither the administrator nor the configuration says anything; null: then it is unset. */
    @Nullable
    String delivered() {
        return delivered;
    }

    /** Spans of time are written with a unit there, which may be another than that of the setting. */
    private String inUnit(String configured) {
        return switch (unit) {
            case YEARS -> years(PeriodStyle.detectAndParse(configured));
            case DAYS -> days(configured);
            case HOURS -> amount(DurationStyle.detectAndParse(configured), Duration.ofHours(1));
            case MINUTES -> amount(DurationStyle.detectAndParse(configured), Duration.ofMinutes(1));
            default -> configured;
        };
    }

    private String years(Period period) {
        if (period.getDays() != 0 || period.toTotalMonths() % 12 != 0) {
            throw new IllegalArgumentException(Messages.of("city.setting.whole", unit.label()));
        }
        return Long.toString(period.toTotalMonths() / 12);
    }

    /** Months and years count thirty days a month; hours are understood where they make whole days. */
    private String days(String configured) {
        try {
            Period period = PeriodStyle.detectAndParse(configured);
            return Long.toString(period.toTotalMonths() * 30 + period.getDays());
        } catch (IllegalArgumentException noPeriod) {
            return amount(DurationStyle.detectAndParse(configured), Duration.ofDays(1));
        }
    }

    private String amount(Duration span, Duration one) {
        if (!one.multipliedBy(span.dividedBy(one)).equals(span)) {
            throw new IllegalArgumentException(Messages.of("city.setting.whole", unit.label()));
        }
        return Long.toString(span.dividedBy(one));
    }

    /** The value as people read it: 5 个工作日; words under {@code Setting.PASSWORD_AGE.zero} for a 0; 未设置 for null. */
    public String words(@Nullable String value) {
        if (value == null) {
            return Messages.of("city.setting.unset");
        }
        if (unit == Unit.CHOICE) {
            return answer(value).map(Labelled::label).findAny().orElse(value);
        }
        String zero = value.equals("0") ? Messages.find("Setting." + name() + ".zero") : null;
        return zero != null ? zero : isNumber() ? value + " " + unit.label() : value;
    }

    /** What may be put in. */
    public String bounds() {
        return switch (unit) {
            case TEXT -> Messages.of("city.setting.bounds.text", lowest, highest);
            case PHONE -> Messages.of("city.setting.bounds.phone");
            case CHOICE -> Messages.of("city.setting.bounds.choice");
            default -> Messages.of("city.setting.bounds.number", lowest, highest);
        };
    }

    public boolean isNumber() {
        return unit != Unit.TEXT && unit != Unit.PHONE && unit != Unit.CHOICE;
    }

    /** The most characters an input for it takes. */
    public int longest() {
        return switch (unit) {
            case TEXT -> highest;
            case PHONE, CHOICE -> 30;
            default -> 6;
        };
    }
}
