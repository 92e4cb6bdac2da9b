package org.maintenancefund.home.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.StatusLine;
import org.maintenancefund.web.StatusSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** For the administrator: which version runs, on which version of the tables, and how much room the database takes. */
@Component
@Order(90)
@RequiredArgsConstructor
class SystemStatus implements StatusSource {

    private static final String KEY = "home.status.version";

    private final ObjectProvider<BuildProperties> build;
    private final JdbcClient jdbc;

    @Override
    public List<StatusLine> lines(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN)) {
            return List.of();
        }
        BuildProperties built = build.getIfAvailable();
        String version = built == null ? Messages.of("home.none") : built.getVersion();
        String text = jdbc.sql("SELECT (SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
                        + " ORDER BY installed_rank DESC LIMIT 1), pg_database_size(current_database())")
                .query((row, i) -> Messages.of(
                        KEY + ".text",
                        version,
                        row.getString(1),
                        DataSize.ofBytes(row.getLong(2)).toMegabytes()))
                .single();
        return List.of(StatusLine.of(KEY, text, "off", "runs", null));
    }
}
