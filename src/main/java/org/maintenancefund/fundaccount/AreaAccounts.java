package org.maintenancefund.fundaccount;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which account the money of areas lies in, from a month on. Areas as a whole are locked meanwhile: no merge. */
@Service
@Transactional
@RequiredArgsConstructor
public class AreaAccounts {

    private final FundAccounts accounts;
    private final PropertyAreas areas;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The money of these areas lies in the account from that month on; where it lay in another one, until the month before.
     *
     * @throws NotFound where the account is not confirmed, or the person is not of the municipal centre
     * @throws Refusal  where the month is before the account's opening, or not behind the one that an area's present account began with
     */
    public void assign(Collection<AreaId> ids, FundAccountId id, YearMonth from, CurrentUser user) {
        if (!user.is(Role.MUNICIPAL_STAFF)) {
            throw new NotFound("accounts of areas to change");
        }
        locks.lockShared(Purpose.AREAS);
        FundAccountView account = accounts.find(id).orElseThrow(() -> new NotFound("fund account " + id));
        if (from.isBefore(YearMonth.from(account.openingDay()))) {
            throw Refusal.because("fundaccount.area.before-opening", account.openingDay());
        }
        for (AreaId area : ids) {
            assign(areas.standing(area), account, from.atDay(1), user);
        }
    }

    private void assign(AreaView area, FundAccountView account, LocalDate from, CurrentUser user) {
        jdbc.sql(
                        "UPDATE fund_account_area SET valid_to = :last WHERE area_id = :area AND valid_to IS NULL AND valid_from < :from")
                .param("last", from.minusDays(1))
                .param("area", area.id().value())
                .param("from", from)
                .update();
        jdbc.sql(
                        "INSERT INTO fund_account_area (id, area_id, account_id, valid_from, assigned_by, assigned_by_name, assigned_at)"
                                + " VALUES (:id, :area, :account, :from, :by, :name, :now)")
                .param("id", Ids.next())
                .param("area", area.id().value())
                .param("account", account.id().value())
                .param("from", from)
                .param("by", user.operatorId().value())
                .param("name", user.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.record(AuditEvent.of("FUND_ACCOUNT_ASSIGNED")
                .on("area", area.code(), area.name())
                .change("fundAccount", null, account.named())
                .change("from", null, YearMonth.from(from)));
    }
}
