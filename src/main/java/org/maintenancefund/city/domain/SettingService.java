package org.maintenancefund.city.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's view of the settings, past the memory, so that another instance's change shows. */
@Service
@Transactional
@RequiredArgsConstructor
public class SettingService {

    private static final String SELECT = "SELECT name, value, version, changed_at, changed_by FROM setting";

    private final Settings settings;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * A setting with its value.
     *
     * @param value     null where it is unset
     * @param standard  the default; null where it has none
     * @param changedAt null where the default holds, or none
     * @param version   0 where the default holds, or none
     */
    public record Known(
            Setting setting,
            @Nullable String value,
            @Nullable String standard,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            int version) {

        /** Whether the administrator has set it. */
        public boolean own() {
            return version > 0;
        }

        /** The value as people read it. */
        public String words() {
            return setting.words(value);
        }

        /** The default as people read it. */
        public String standardWords() {
            return standard == null ? Messages.of("city.setting.no-default") : setting.words(standard);
        }

        /** True where the default can take the place of what was set. */
        public boolean restorable() {
            return own() && standard != null;
        }
    }

    private record Row(String name, String value, int version, Instant changedAt, String changedBy) {}

    /** All of the catalogue, in its order. */
    @Transactional(readOnly = true)
    public List<Known> all() {
        Map<String, Row> rows = jdbc.sql(SELECT).query((row, i) -> row(row)).list().stream()
                .collect(Collectors.toMap(Row::name, Function.identity()));
        return Arrays.stream(Setting.values())
                .map(setting -> known(setting, rows.get(setting.name())))
                .toList();
    }

    @Transactional(readOnly = true)
    public Known get(Setting setting) {
        return known(
                setting,
                jdbc.sql(SELECT + " WHERE name = :name")
                        .param("name", setting.name())
                        .query((row, i) -> row(row))
                        .optional()
                        .orElse(null));
    }

    /**
     * Holds from now on; other instances feel it within {@code app.city.remembered}.
     *
     * @param value as {@link Setting#read} gives it
     * @param seen  the version that was changed
     * @throws StaleVersion where somebody else was quicker
     */
    public void save(Setting setting, String value, int seen, CurrentUser by) {
        Known before = get(setting);
        if (before.version() == seen && value.equals(before.value())) {
            return;
        }
        settings.readPastTheMemoryUntilTheEnd();
        Map<String, Object> params = Map.of(
                "name", setting.name(),
                "value", value,
                "now", Timestamp.from(clock.instant()),
                "by", by.personName());
        int saved = seen == 0
                ? jdbc.sql(
                                "INSERT INTO setting (name, value, version, changed_at, changed_by)"
                                        + " VALUES (:name, :value, 1, :now, :by) ON CONFLICT ON CONSTRAINT pk_setting DO NOTHING")
                        .params(params)
                        .update()
                : jdbc.sql("UPDATE setting SET value = :value, version = version + 1, changed_at = :now,"
                                + " changed_by = :by WHERE name = :name AND version = :seen")
                        .params(params)
                        .param("seen", seen)
                        .update();
        if (saved == 0) {
            throw new StaleVersion(setting);
        }
        settings.readPastTheMemoryAfterTheChange();
        record("SETTING_CHANGED", before, value);
    }

    /**
     * 恢复默认值; {@link StaleVersion} where somebody else was quicker.
     *
     * @throws Refusal where it has no default: what was decided may be decided otherwise, but not left open again
     */
    public void restore(Setting setting, int seen) {
        Known before = get(setting);
        if (before.standard() == null) {
            throw Refusal.because("city.setting.stays-set", setting.label());
        }
        settings.readPastTheMemoryUntilTheEnd();
        int removed = jdbc.sql("DELETE FROM setting WHERE name = :name AND version = :seen")
                .param("name", setting.name())
                .param("seen", seen)
                .update();
        if (removed == 0) {
            throw new StaleVersion(setting);
        }
        settings.readPastTheMemoryAfterTheChange();
        record("SETTING_RESTORED", before, before.standard());
    }

    private void record(String action, Known before, @Nullable String now) {
        Setting setting = before.setting();
        audit.record(AuditEvent.of(action)
                .on("setting", setting.name(), setting.label())
                .change("settingValue", before.words(), setting.words(now)));
    }

    private Known known(Setting setting, @Nullable Row row) {
        String standard = settings.defaultOf(setting).orElse(null);
        if (row == null) {
            return new Known(setting, standard, standard, null, null, 0);
        }
        // What is out of its bounds doesn't hold: the default does.
        Checked<String> stored = setting.read(row.value());
        return new Known(
                setting,
                stored.isOk() ? stored.value() : standard,
                standard,
                row.changedAt(),
                row.changedBy(),
                row.version());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("name"),
                row.getString("value"),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
