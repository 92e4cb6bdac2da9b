package org.maintenancefund.billing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the units of an area were billed, and what of it is paid and open; sums alone, nobody's names. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class BillFigures {

    private static final String SUMS =
            "count(*) AS bills, sum(b.amount + b.adjusted) AS billed, sum(b.allocated) AS paid";

    /** The bills of the units that belong to the area today, whichever they belonged to when they were made. */
    private static final String FROM =
            " FROM named_unit u JOIN bill b ON b.unit_id = u.unit_id WHERE u.area_id = :area";

    private final JdbcClient jdbc;

    /** @param billed with adjustments */
    public record Figures(long bills, Money billed, Money paid) {

        public Money open() {
            return billed.minus(paid);
        }

        private static Figures read(ResultSet row) throws SQLException {
            return new Figures(row.getLong("bills"), new Money(row.getLong("billed")), new Money(row.getLong("paid")));
        }
    }

    public record OfMonth(YearMonth month, Figures figures) {}

    public record OfBuilding(String building, Figures figures) {}

    /** The latest first, so many months at most. */
    public List<OfMonth> byMonth(AreaId area, int most) {
        return jdbc.sql("SELECT b.period, " + SUMS + FROM + " GROUP BY b.period ORDER BY b.period DESC LIMIT :most")
                .param("area", area.value())
                .param("most", most)
                .query((row, i) ->
                        new OfMonth(YearMonth.from(row.getObject("period", LocalDate.class)), Figures.read(row)))
                .list();
    }

    /** In the order of the buildings; of one month, or of all of them together. */
    public List<OfBuilding> byBuilding(AreaId area, Optional<YearMonth> month) {
        return jdbc.sql("SELECT u.building, " + SUMS + FROM + " AND (:all OR b.period = :month)"
                        + " GROUP BY u.building, u.building_position ORDER BY u.building_position")
                .param("area", area.value())
                .param("all", month.isEmpty())
                .param("month", month.map(of -> of.atDay(1)).orElse(LocalDate.EPOCH))
                .query((row, i) -> new OfBuilding(row.getString("building"), Figures.read(row)))
                .list();
    }
}
