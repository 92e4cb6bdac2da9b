package org.maintenancefund.collection.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The matters of hand-overs: as they were written down last, and with today's figures. */
@Component
@RequiredArgsConstructor
class Matters {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** As they were written down last. */
    Map<MatterKind, Matter> kept(HandoverNumber number) {
        Map<MatterKind, Matter> kept = new HashMap<>();
        jdbc.sql("SELECT m.kind, m.items, m.amount, m.handed, m.settler, m.due_on, m.note FROM handover_matter m"
                        + " WHERE m.handover = :number")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .list()
                .forEach(matter -> kept.put(matter.kind(), matter));
        return kept;
    }

    private static Matter read(ResultSet row) throws SQLException {
        String settler = row.getString("settler");
        return new Matter(
                MatterKind.valueOf(row.getString("kind")),
                row.getLong("items"),
                row.getLong("amount"),
                row.getBoolean("handed"),
                settler == null ? null : Matter.Settler.valueOf(settler),
                row.getObject("due_on", LocalDate.class),
                row.getString("note"));
    }

    /** With today's figures, and what was said of them. */
    List<Matter> today(AreaId area, UUID former, Map<MatterKind, Matter> kept) {
        return jdbc
                .sql("SELECT f.kind, f.items, f.amount FROM handover_figures(:area, :former, :today) f")
                .param("area", area.value())
                .param("former", former)
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Matter(
                        MatterKind.valueOf(row.getString("kind")),
                        row.getLong("items"),
                        row.getLong("amount"),
                        false,
                        null,
                        null,
                        ""))
                .list()
                .stream()
                .map(fresh -> {
                    Matter said = kept.getOrDefault(fresh.kind(), fresh);
                    return fresh.said(said.handed(), said.settler(), said.dueOn(), said.note());
                })
                .sorted(Comparator.comparing(Matter::kind))
                .toList();
    }

    /** Those of one that is opened, with today's figures and nothing said. */
    void begin(HandoverNumber number, AreaId area, EnterpriseId former) {
        jdbc.sql("INSERT INTO handover_matter (handover, kind, items, amount) SELECT :number, f.kind, f.items, f.amount"
                        + " FROM handover_figures(:area, :former, :today) f")
                .param("number", number.value())
                .param("area", area.value())
                .param("former", former.value())
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** Writes what is said of them, with the figures that they have. */
    void write(HandoverNumber number, List<Matter> said) {
        for (Matter matter : said) {
            jdbc.sql("UPDATE handover_matter SET handed = :handed, settler = :settler, due_on = :due, note = :note,"
                            + " items = :items, amount = :amount WHERE handover = :number AND kind = :kind")
                    .param("handed", matter.handed())
                    .param(
                            "settler",
                            matter.settler() == null ? null : matter.settler().name(),
                            Types.VARCHAR)
                    .param("due", matter.dueOn(), Types.DATE)
                    .param("note", matter.note())
                    .param("items", matter.items())
                    .param("amount", matter.amount())
                    .param("number", number.value())
                    .param("kind", matter.kind().name())
                    .update();
        }
    }
}
