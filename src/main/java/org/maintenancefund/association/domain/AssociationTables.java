package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OrganisationTables;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.enterprise.EnterpriseDependants;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
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
            SELECT * FROM (
                SELECT s.area_id, s.office_id, s.effective_from, s.effective_to, s.end_reason, s.approved_by, t.tense,
                    EXISTS (SELECT FROM organisation e WHERE e.id = s.enterprise_id AND e.state = 'DISABLED') AS rests,
                    count(*) OVER (PARTITION BY t.tense) AS total,
                    row_number() OVER (PARTITION BY t.tense ORDER BY s.effective_to DESC, s.area_id) AS place
                FROM association s CROSS JOIN LATERAL (SELECT CASE WHEN s.effective_to < :today THEN 'OVER'
                    WHEN s.effective_from > :today THEN 'COMING' ELSE 'NOW' END AS tense) t
                WHERE (s.enterprise_id = :organisation OR s.office_id = :organisation)
                    AND s.effective_to >= s.effective_from) r
            WHERE place <= :most ORDER BY effective_to DESC, area_id
            """;

    private static final String DIRECTLY = Messages.of("association.by-company");

    private final JdbcClient jdbc;
    private final PropertyAreas areas;
    private final Offices offices;
    private final Clock clock;

    private enum Tense {
        OVER,
        NOW,
        COMING
    }

    /**
     * A right.
     *
     * @param total how many there are of its tense
     */
    private record Right(
            AreaId area,
            @Nullable OfficeId office,
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
        if (now.isEmpty()) {
            return List.of();
        }
        Names names = names(now);
        return List.of(EnterpriseDependants.named(
                "association.resting",
                total(of(Tense.NOW, all)) + total(of(Tense.COMING, all)),
                now.stream()
                        .map(right -> Messages.of(
                                "association.resting.line",
                                names.area(right).name(),
                                names.area(right).code(),
                                names.manager(right),
                                right.to()))
                        .toList()));
    }

    @Override
    public List<RecordTable> tables(OrgRef organisation, CurrentUser reader) {
        List<Right> rights = rights(organisation);
        Names names = names(rights);
        List<Right> coming = of(Tense.COMING, rights);
        List<RecordTable> tables = new ArrayList<>();
        tables.add(table("association.managing", of(Tense.NOW, rights), names, reader));
        if (!coming.isEmpty()) {
            tables.add(table("association.coming", coming, names, reader));
        }
        tables.add(table("association.managed", of(Tense.OVER, rights), names, reader));
        return tables;
    }

    private static RecordTable table(String key, List<Right> rights, Names names, CurrentUser reader) {
        List<Row> rows = rights.stream().map(right -> row(right, names, reader)).toList();
        return RecordTable.of(key, rows, total(rights));
    }

    private static List<Right> of(Tense tense, List<Right> rights) {
        return rights.stream().filter(right -> right.tense() == tense).toList();
    }

    private static Row row(Right right, Names names, CurrentUser reader) {
        AreaView area = names.area(right);
        boolean open = reader.sees(area.district());
        boolean reviews = open && reader.is(Role.DISTRICT_STAFF);
        return Row.of(
                Cell.of(area.name())
                        .under(area.code() + "　" + area.districtName())
                        .to(open ? "/areas/" + area.id() : null),
                Cell.of(names.manager(right)),
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
        UUID office = row.getObject("office_id", UUID.class);
        String reason = row.getString("end_reason");
        return new Right(
                new AreaId(row.getObject("area_id", UUID.class)),
                office == null ? null : new OfficeId(office),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                reason == null ? null : EndReason.valueOf(reason),
                row.getString("approved_by"),
                Tense.valueOf(row.getString("tense")),
                row.getBoolean("rests"),
                row.getLong("total"));
    }

    /** What rights are called: two questions however many there are. */
    private record Names(Map<AreaId, AreaView> areas, Map<OfficeId, OfficeView> offices) {

        AreaView area(Right right) {
            return Objects.requireNonNull(areas.get(right.area()));
        }

        String manager(Right right) {
            return right.office() == null
                    ? DIRECTLY
                    : Objects.requireNonNull(offices.get(right.office())).name();
        }
    }

    private Names names(List<Right> rights) {
        List<AreaId> areaIds = rights.stream().map(Right::area).distinct().toList();
        List<OfficeId> officeIds = rights.stream()
                .map(Right::office)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Names(
                areas.byId(areaIds),
                offices.views(officeIds).stream().collect(Collectors.toMap(OfficeView::id, Function.identity())));
    }
}
