package org.maintenancefund.disclosure.reminder;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a batch that is made now would remind. */
@Component
@RequiredArgsConstructor
public class ReminderCandidates {

    /** What is asked of, in the order of its parameters. */
    static final String FROM = " FROM reminder_candidate(:area, :today, :building, :sold, :months, :amount) c";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A unit that would be reminded. */
    public record Candidate(
            String unitNumber,
            String unitNamed,
            @Nullable String payer,
            int months,
            YearMonth first,
            YearMonth last,
            Money amount) {}

    /** How many there are, and what they owe together. */
    public record Figures(int units, Money total) {}

    @Transactional(readOnly = true)
    public Figures figures(AreaId area, NewBatch wanted) {
        return ask("SELECT count(*), coalesce(sum(c.amount), 0)" + FROM, area, wanted)
                .query((row, i) -> new Figures(row.getInt(1), new Money(row.getLong(2))))
                .single();
    }

    /** The first of them, in the order of the houses. */
    @Transactional(readOnly = true)
    public List<Candidate> first(AreaId area, NewBatch wanted, int most) {
        return ask(
                        "SELECT c.unit_number, c.unit_named, c.payer, c.months, c.first_month, c.last_month, c.amount"
                                + FROM + " ORDER BY c.place LIMIT :most",
                        area,
                        wanted)
                .param("most", most)
                .query((row, i) -> new Candidate(
                        row.getString("unit_number"),
                        row.getString("unit_named"),
                        row.getString("payer"),
                        row.getInt("months"),
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class)),
                        new Money(row.getLong("amount"))))
                .list();
    }

    /** A statement with the parameters of {@link #FROM}. */
    StatementSpec ask(String sql, AreaId area, NewBatch wanted) {
        return jdbc.sql(sql)
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .param("building", wanted.building().map(Building::key).orElse(null), Types.VARCHAR)
                .param("sold", wanted.sold().sold, Types.BOOLEAN)
                .param("months", wanted.months())
                .param("amount", wanted.amount().fen());
    }
}
