package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OrganisationTables;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.EnterpriseDependants;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas that a company or an office manages now and managed before: on their pages, and what rests with the company. */
@Component
@Order(2)
@RequiredArgsConstructor
class AssociationTables implements OrganisationTables, EnterpriseDependants {

    /** The first of each tense, and how many there are. One that was replaced before it ever began never was a right. */
    private static final String RIGHTS = """
            SELECT r.*, a.name AS area, a.code, a.district_id, o.name AS office FROM (
                SELECT s.area_id, s.office_id, s.effective_from, s.effective_to, s.end_reason, s.approved_by, t.tense,
                    EXISTS (SELECT FROM organisation e WHERE e.id = s.enterprise_id AND e.state = 'DISABLED') AS rests,
                    count(*) OVER (PARTITION BY t.tense) AS total,
                    row_number() OVER (PARTITION BY t.tense ORDER BY s.effective_to DESC, s.area_id) AS place
                FROM association s CROSS JOIN LATERAL (SELECT CASE WHEN s.effective_to < :today THEN 'OVER'
                    WHEN s.effective_from > :today THEN 'COMING' ELSE 'NOW' END AS tense) t
                WHERE (s.enterprise_id = :organisation OR s.office_id = :organisation)
                    AND s.effective_to >= s.effective_from) r
                JOIN named_area a ON a.id = r.area_id LEFT JOIN organisation o ON o.id = r.office_id
            WHERE r.place <= :most ORDER BY r.effective_to DESC, r.area_id
            """;

    private static final String DIRECTLY = Messages.of("association.by-company");

    private final JdbcClient jdbc;
    private final Districts districts;
    private final Clock clock;

    private enum Tense {
        OVER,
        NOW,
        COMING
    }

    /**
     * A right.
     *
     * @param area     its name
     * @param code     the area's number
     * @param district the area's
     * @param manager  the office, or that it is the company itself
     * @param total    how many there are of its tense
     */
    private record Right(
            AreaId id,
            String area,
            String code,
            DistrictId district,
            String manager,
            LocalDate from,
            LocalDate to,
            @Nullable EndReason endReason,
            String number,
            Tense tense,
            boolean rests,
            long total) {}

    @Override
    public List<SummaryRow> resting(EnterpriseId company) {
        List<Right> all = rights(company.ref());
        List<Right> now =
                all.stream().filter(right -> right.tense() != Tense.OVER).toList();
        return now.isEmpty()
                ? List.of()
                : List.of(EnterpriseDependants.named(
                        "association.resting",
                        total(of(Tense.NOW, all)) + total(of(Tense.COMING, all)),
                        now.stream()
                                .map(right -> Messages.of(
                                        "association.resting.line",
                                        right.area(),
                                        right.code(),
                                        right.manager(),
                                        right.to()))
                                .toList()));
    }

    @Override
    public List<RecordTable> tables(OrgRef organisation, CurrentUser reader) {
        List<Right> rights = rights(organisation);
        List<Right> coming = of(Tense.COMING, rights);
        List<RecordTable> tables = new ArrayList<>();
        tables.add(table("association.managing", of(Tense.NOW, rights), reader));
        if (!coming.isEmpty()) {
            tables.add(table("association.coming", coming, reader));
        }
        tables.add(table("association.managed", of(Tense.OVER, rights), reader));
        return tables;
    }

    private RecordTable table(String key, List<Right> rights, CurrentUser reader) {
        List<Row> rows = rights.stream().map(right -> row(right, reader)).toList();
        return RecordTable.of(key, rows, total(rights));
    }

    private static List<Right> of(Tense tense, List<Right> rights) {
        return rights.stream().filter(right -> right.tense() == tense).toList();
    }

    private Row row(Right right, CurrentUser reader) {
        boolean open = reader.sees(right.district());
        boolean reviews = open && reader.is(Role.DISTRICT_STAFF);
        return Row.of(
                Cell.of(right.area())
                        .under(right.code() + "　"
                                + districts.get(right.district()).name())
                        .to(open ? "/areas/" + right.id() : null),
                Cell.of(right.manager()),
                Cell.of(Messages.of("kernel.period", right.from(), right.to())),
                Cell.of(right.number()).to(reviews ? "/associations/reviews/" + right.number() : null),
                state(right));
    }

    private static Cell state(Right right) {
        if (right.rests() && right.tense() != Tense.OVER) {
            return Cell.tag("waiting", Messages.of("association.state.rests"));
        }
        if (right.tense() == Tense.COMING) {
            return Cell.tag("info", Messages.of("association.state.coming"));
        }
        if (right.tense() == Tense.NOW) {
            return Cell.tag("ok", Messages.of("association.state.valid"));
        }
        return Cell.tag(
                "off",
                right.endReason() == null
                        ? Messages.of("association.state.over")
                        : right.endReason().label());
    }

    /** Of each tense as many as a table shows, the last to end first. */
    private List<Right> rights(OrgRef organisation) {
        return jdbc.sql(RIGHTS)
                .param("organisation", organisation.id())
                .param("today", LocalDate.now(clock))
                .param("most", RecordTable.MOST)
                .query((row, i) -> right(row))
                .list();
    }

    private static long total(List<Right> rights) {
        return rights.isEmpty() ? 0 : rights.get(0).total();
    }

    private static Right right(ResultSet row) throws SQLException {
        String office = row.getString("office");
        String reason = row.getString("end_reason");
        return new Right(
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("area"),
                row.getString("code"),
                new DistrictId(row.getObject("district_id", UUID.class)),
                office == null ? DIRECTLY : office,
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                reason == null ? null : EndReason.valueOf(reason),
                row.getString("approved_by"),
                Tense.valueOf(row.getString("tense")),
                row.getBoolean("rests"),
                row.getLong("total"));
    }
}
