package org.maintenancefund.collection.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of slips has reached the accounts, told by whoever matches the lines of the bank, in the transaction of the match. More than
 * a slip's amount is refused: the bank's side keeps it as a difference. Locks the slip.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class SlipArrivals {

    private static final String EXPECTED =
            "SELECT s.id, s.number, s.enterprise_id, s.company, s.amount, s.arrived, s.submitted_on, s.state"
                    + " FROM remittance_slip_named s WHERE s.state IN ('SUBMITTED', 'PARTLY_ARRIVED')";

    /** Slips that one statement locks. */
    private static final int AT_ONCE = 1_000;

    private final SlipRepository slips;
    private final RemittanceOrders orders;
    private final Differences differences;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** What the account waits for, the earliest first. */
    @Transactional(readOnly = true)
    public List<ExpectedSlip> expected(FundAccountId account) {
        return jdbc.sql(EXPECTED + " AND s.account_id = :account ORDER BY s.number")
                .param("account", account.value())
                .query((row, i) -> read(row))
                .list();
    }

    /** The same of one number, whichever account it goes to; empty where nothing is waited for. */
    @Transactional(readOnly = true)
    public Optional<ExpectedSlip> expected(SlipNumber number) {
        return jdbc.sql(EXPECTED + " AND s.number = :number")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .optional();
    }

    /**
     * So much of it has arrived.
     *
     * @param amount more than nothing
     * @param day    on which it reached the account
     * @throws Refusal where the account doesn't wait for the slip, or not for as much
     */
    public void arrived(SlipId id, Money amount, LocalDate day, CurrentUser by) {
        requirePositive(amount);
        RemittanceSlip slip = lock(id);
        slip.arrive(amount, day);
        note(slip, amount, day, by);
        if (slip.state() == SlipState.ARRIVED) {
            differences.settle(
                    DifferenceKind.SLIP_NOT_ARRIVED,
                    slip.number().value(),
                    Messages.of("remittance.slip.arrived-late", day));
        }
    }

    /**
     * What has arrived of a slip.
     *
     * @param amount more than nothing
     * @param day    on which it reached the account
     */
    public record Arrival(SlipId slip, Money amount, LocalDate day) {}

    /**
     * The same of many slips, each of them once, by some statements for all of them.
     *
     * @throws Refusal where the account doesn't wait for one of them, or not for as much
     */
    public void arrived(List<Arrival> arrivals, CurrentUser by) {
        Map<SlipId, RemittanceSlip> locked = new HashMap<>();
        List<Arrival> inOrder = arrivals.stream()
                .sorted(Comparator.comparing(arrival -> arrival.slip().toString()))
                .toList();
        for (int from = 0; from < inOrder.size(); from += AT_ONCE) {
            slips.lockAll(inOrder.subList(from, Math.min(from + AT_ONCE, inOrder.size())).stream()
                            .map(Arrival::slip)
                            .toList())
                    .forEach(slip -> locked.put(slip.id(), slip));
        }
        for (Arrival arrival : inOrder) {
            requirePositive(arrival.amount());
            RemittanceSlip slip = locked.get(arrival.slip());
            if (slip == null) {
                throw new NotFound("slip " + arrival.slip());
            }
            slip.arrive(arrival.amount(), arrival.day());
        }
        slips.flush();
        note(inOrder, by);
        locked.values().stream()
                .map(RemittanceSlip::enterpriseId)
                .distinct()
                .sorted()
                .forEach(enterprise -> orders.follow(enterprise, LocalDate.now(clock)));
        inOrder.forEach(
                arrival -> record(Objects.requireNonNull(locked.get(arrival.slip())), arrival.amount(), arrival.day()));
    }

    private void note(List<Arrival> arrivals, CurrentUser by) {
        jdbc.sql("INSERT INTO remittance_arrival (id, slip_id, amount, day, recorded_by, recorded_by_name, recorded_at)"
                        + " SELECT n.id, n.slip_id, n.amount, CAST(n.day AS date), :person, :name, CAST(:now AS timestamptz)"
                        + " FROM unnest(CAST(:ids AS uuid[]), CAST(:slips AS uuid[]), CAST(:amounts AS bigint[]),"
                        + " CAST(:days AS text[])) AS n (id, slip_id, amount, day)")
                .param("ids", arrivals.stream().map(arrival -> Ids.next()).toArray(UUID[]::new))
                .param(
                        "slips",
                        arrivals.stream().map(arrival -> arrival.slip().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        arrivals.stream().map(arrival -> arrival.amount().fen()).toArray(Long[]::new))
                .param(
                        "days",
                        arrivals.stream()
                                .map(arrival -> arrival.day().toString())
                                .toArray(String[]::new))
                .param("person", by.operatorId().value())
                .param("name", by.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * So much of it has not: it went back (退票), or what was taken for it is something else.
     *
     * @throws Refusal where the slip is booked, or less of it has arrived
     */
    public void returned(SlipId id, Money amount, LocalDate day, CurrentUser by) {
        requirePositive(amount);
        RemittanceSlip slip = lock(id);
        slip.giveBack(amount, day);
        note(slip, amount.negated(), day, by);
    }

    private void note(RemittanceSlip slip, Money amount, LocalDate day, CurrentUser by) {
        slips.flush();
        jdbc.sql("INSERT INTO remittance_arrival (id, slip_id, amount, day, recorded_by, recorded_by_name, recorded_at)"
                        + " VALUES (:id, :slip, :amount, :day, :person, :name, :now)")
                .param("id", Ids.next())
                .param("slip", slip.id().value())
                .param("amount", amount.fen())
                .param("day", day)
                .param("person", by.operatorId().value())
                .param("name", by.personName())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        orders.follow(slip.enterpriseId(), LocalDate.now(clock));
        record(slip, amount, day);
    }

    private void record(RemittanceSlip slip, Money amount, LocalDate day) {
        trail.record(AuditEvent.of(amount.isPositive() ? "SLIP_ARRIVED" : "SLIP_RETURNED")
                .on("slip", slip.number(), slip.number().value())
                .change("arrivedAmount", null, amount)
                .change("arrivedOn", null, day)
                .change("state", null, slip.state().label()));
    }

    private RemittanceSlip lock(SlipId id) {
        return slips.lock(id).orElseThrow(() -> new NotFound("slip " + id));
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("an arrival is more than nothing: " + amount);
        }
    }

    private static ExpectedSlip read(ResultSet row) throws SQLException {
        return new ExpectedSlip(
                new SlipId(row.getObject("id", UUID.class)),
                new SlipNumber(row.getString("number")),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                row.getString("company"),
                new Money(row.getLong("amount")),
                new Money(row.getLong("arrived")),
                row.getObject("submitted_on", LocalDate.class),
                SlipState.valueOf(row.getString("state")));
    }
}
