package org.maintenancefund.fundaccount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other features may know about accounts: those that are confirmed. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class FundAccounts {

    private static final String SELECT =
            "SELECT f.id, f.bank, f.name, f.number, f.custody, f.opening_balance, f.opening_day"
                    + " FROM fund_account f WHERE f.state = 'CONFIRMED'";

    private static final String WITH_MONTH =
            "SELECT f.id, f.bank, f.name, f.number, f.custody, f.opening_balance, f.opening_day,"
                    + " k.valid_from FROM fund_account_area k JOIN fund_account f ON f.id = k.account_id";

    private final JdbcClient jdbc;

    /** The account that an area's money lies in on that day. */
    public Optional<FundAccountView> ofAreaOn(AreaId area, LocalDate day) {
        return jdbc.sql(SELECT + " AND f.id = (SELECT k.account_id FROM fund_account_area k"
                        + " WHERE k.area_id = :area AND k.validity @> CAST(:day AS date))")
                .param("area", area.value())
                .param("day", day)
                .query(FundAccounts::view)
                .optional();
    }

    /** The account that an area got last, also where that is still to begin. */
    public Optional<AreaAccount> lastOf(AreaId area) {
        return jdbc.sql(WITH_MONTH + " WHERE k.area_id = :area ORDER BY k.valid_from DESC LIMIT 1")
                .param("area", area.value())
                .query((row, i) ->
                        new AreaAccount(view(row, i), YearMonth.from(row.getObject("valid_from", LocalDate.class))))
                .optional();
    }

    public Optional<FundAccountView> find(FundAccountId id) {
        return jdbc.sql(SELECT + " AND f.id = :id")
                .param("id", id.value())
                .query(FundAccounts::view)
                .optional();
    }

    /** That of the number as the bank prints it, whatever stands between the digits. */
    public Optional<FundAccountView> byNumber(String digits) {
        return jdbc.sql(SELECT + " AND f.number = :number")
                .param("number", digits)
                .query(FundAccounts::view)
                .optional();
    }

    /** All of them, by bank and number. */
    public List<FundAccountView> all() {
        return jdbc.sql(SELECT + " ORDER BY f.bank, f.number")
                .query(FundAccounts::view)
                .list();
    }

    private static FundAccountView view(ResultSet row, int i) throws SQLException {
        return new FundAccountView(
                new FundAccountId(row.getObject("id", UUID.class)),
                row.getString("bank"),
                row.getString("name"),
                row.getString("number"),
                Custody.valueOf(row.getString("custody")),
                new Money(row.getLong("opening_balance")),
                row.getObject("opening_day", LocalDate.class));
    }
}
