package org.maintenancefund.city;

import java.time.Duration;
import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Remembered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What holds now: the value that the administrator has set, or the default. Kept in memory; read again after a change of this
 * instance's own, and after {@code app.city.remembered} for those of others. While the database is gone, what was read last
 * holds on.
 */
@Service
public class Settings {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

    private final Map<Setting, String> defaults;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Remembered<Map<Setting, String>> remembered;

    /** Throws an {@link InvalidConfigurationPropertyValueException} where the configuration has what no setting may be. */
    @Autowired
    Settings(Environment environment, CityProperties city, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(defaults(environment), city.remembered(), jdbc, transactions);
    }

    Settings(Map<Setting, String> defaults, Duration kept, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.defaults = defaults;
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.remembered = new Remembered<>(kept, this::read);
    }

    static Map<Setting, String> defaults(Environment environment) {
        Binder configuration = Binder.get(environment);
        Map<Setting, String> defaults = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            String property = setting.property();
            String delivered = setting.delivered();
            if (property == null || delivered == null) {
                continue;
            }
            String said = configuration.bind(property, String.class).orElse(delivered);
            try {
                defaults.put(setting, setting.defaultValue(said));
            } catch (IllegalArgumentException noValue) {
                throw new InvalidConfigurationPropertyValueException(
                        property, said, Objects.toString(noValue.getMessage(), ""));
            }
        }
        return Collections.unmodifiableMap(defaults);
    }

    /** The value as it is kept; empty where nobody has set it and it has no default. */
    public Optional<String> find(Setting setting) {
        String set = remembered.getOr(Map.of()).get(setting);
        return set == null ? defaultOf(setting) : Optional.of(set);
    }

    /**
     * Words, as they are shown.
     *
     * @throws Refusal that names the setting where it is unset; so do all the following
     */
    public String text(Setting setting) {
        return find(setting).orElseThrow(() -> Refusal.because("city.setting.needed", setting.label()));
    }

    /** What was chosen, of a setting with these answers. */
    public <E extends Enum<E>> E choice(Setting setting, Class<E> answers) {
        return Enum.valueOf(answers, text(setting));
    }

    /** A whole number, in the setting's unit. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** A span of minutes, hours, or days of 24 hours. */
    public Duration duration(Setting setting) {
        int number = number(setting);
        return switch (setting.unit()) {
            case MINUTES -> Duration.ofMinutes(number);
            case HOURS -> Duration.ofHours(number);
            case DAYS -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException(setting + " is no duration");
        };
    }

    /** A span of days or years of the calendar. */
    public Period period(Setting setting) {
        int number = number(setting);
        return switch (setting.unit()) {
            case DAYS -> Period.ofDays(number);
            case YEARS -> Period.ofYears(number);
            default -> throw new IllegalArgumentException(setting + " is no period");
        };
    }

    /** What holds where the administrator has set nothing; empty where nothing does. */
    public Optional<String> defaultOf(Setting setting) {
        return Optional.ofNullable(defaults.get(setting));
    }

    /** For whoever is about to change a setting: said once in the transaction, before or after the change. */
    public void readPastTheMemoryUntilTheEnd() {
        remembered.readPastUntilTheEnd();
    }

    /** For whoever has changed one in the transaction. */
    public void readPastTheMemoryAfterTheChange() {
        remembered.readPastAfterTheChange();
    }

    private Map<Setting, String> read() {
        Map<Setting, String> set = new EnumMap<>(Setting.class);
        Objects.requireNonNull(reading.execute(status -> jdbc.sql("SELECT name, value FROM setting")
                        .query((row, i) -> Map.entry(row.getString("name"), row.getString("value")))
                        .list()))
                .forEach(row -> put(row.getKey(), row.getValue(), set));
        return set;
    }

    /** A row that an older or newer release understands, or that somebody wrote past the page, stops nothing. */
    private static void put(String name, String value, Map<Setting, String> set) {
        Arrays.stream(Setting.values())
                .filter(setting -> setting.name().equals(name))
                .filter(setting -> setting.read(value).isOk())
                .findFirst()
                .ifPresentOrElse(
                        setting -> set.put(setting, setting.read(value).value()),
                        () -> LOG.warn("Passed over what stands in the table setting under {}", name));
    }
}
