package org.maintenancefund.fundaccount;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
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

/**
 * Says which account the money of areas lies in, from a month on, and books what their units begin with where that waited for it. Areas as
 * a whole are locked meanwhile (no merge), then each of them.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class AreaAccounts {

    private final FundAccounts accounts;
    private final OpeningBooking openings;
    private final PropertyAreas areas;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The money of these areas lies in the account from that month on; where it lay in another one, until the month before.
     *
     * @throws NotFound where the account is not confirmed, or the person is not of the municipal centre
     * @throws Refusal  where the month is before the account's opening, or an area has that account then already, or gets one later
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
        List<AreaView> given = ids.stream().map(areas::standing).distinct().toList();
        List<AreaId> locked = given.stream().map(AreaView::id).toList();
        openings.lock(locked);
        given.forEach(area -> assign(area, account, from.atDay(1), user));
        openings.book(locked);
    }

    private void assign(AreaView area, FundAccountView account, LocalDate from, CurrentUser user) {
        requirePossible(area, account, from);
        jdbc.sql("UPDATE fund_account_area SET valid_to = :last WHERE area_id = :area AND valid_to IS NULL")
                .param("last", from.minusDays(1))
                .param("area", area.id().value())
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
                .change("validFrom", null, YearMonth.from(from)));
    }

    private void requirePossible(AreaView area, FundAccountView account, LocalDate from) {
        AreaAccount last = accounts.lastOf(area.id()).orElse(null);
        if (last == null) {
            return;
        }
        if (last.account().id().equals(account.id())) {
            throw Refusal.because("fundaccount.area.already", area.name(), last.from());
        }
        if (!last.from().isBefore(YearMonth.from(from))) {
            throw Refusal.because("fundaccount.area.later", area.name(), last.from());
        }
    }
}
