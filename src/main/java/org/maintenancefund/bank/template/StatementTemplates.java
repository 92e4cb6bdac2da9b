package org.maintenancefund.bank.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 流水模板: those that come with the system, and those that the municipal centre added. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class StatementTemplates {

    private static final String SELECT =
            "SELECT t.id, t.name, t.edition, t.layout, t.made_by_name FROM statement_template t";
    private static final String CURRENT =
            " WHERE NOT EXISTS (SELECT FROM statement_template n WHERE n.name = t.name AND n.edition > t.edition)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail trail;
    private final Clock clock;

    /** The last edition of each, by name. */
    public List<StatementTemplate> all() {
        return jdbc.sql(SELECT + CURRENT + " ORDER BY t.made_by IS NOT NULL, t.name")
                .query((row, i) -> read(row))
                .list();
    }

    /** Of whatever edition; throws {@link NotFound} where there is none. */
    public StatementTemplate get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("statement template " + id));
    }

    public Optional<StatementTemplate> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE t.id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional();
    }

    /** Keeps a layout under a name: the first edition, or the next one where the name is there already. */
    @Transactional
    public StatementTemplate save(String name, StatementLayout layout, CurrentUser by) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO statement_template (id, name, edition, layout, made_at, made_by, made_by_name)"
                        + " SELECT :id, :name, coalesce(max(t.edition), 0) + 1, CAST(:layout AS jsonb), :at, :by, :byName"
                        + " FROM statement_template t WHERE t.name = :name")
                .param("id", id)
                .param("name", name)
                .param("layout", json.writeValueAsString(layout))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .update();
        StatementTemplate saved = get(id);
        trail.record(AuditEvent.of("STATEMENT_TEMPLATE_SAVED")
                .on("statement-template", id, name)
                .change("edition", null, saved.edition()));
        return saved;
    }

    private StatementTemplate read(ResultSet row) throws SQLException {
        return new StatementTemplate(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("edition"),
                json.readValue(row.getString("layout"), StatementLayout.class),
                row.getString("made_by_name"));
    }
}
