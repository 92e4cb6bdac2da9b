package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.collection.RandomRemittance.refused;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.closing.CarriedDifferences;
import org.maintenancefund.closing.ClosingService;
import org.maintenancefund.closing.ClosingState;
import org.maintenancefund.closing.ClosingView;
import org.maintenancefund.closing.ReconciliationService;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.PeriodClosing;
import org.maintenancefund.test.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 结账 of the months of a {@link RandomCity} that are over, one after the other, in the middle of everything else. */
final class RandomClosings {

    private final RandomRemittance model;
    private final RandomCity city;
    private final RandomStatements statements;
    private final List<Task<?>> tasks;
    private final ClosingService service;
    private final ReconciliationService papers;
    private final JdbcClient jdbc;
    private final CurrentUser maker = AFundAccount.municipal("何编制");
    private final CurrentUser signer = AFundAccount.municipal("宋签认");
    private int closed;

    RandomClosings(RandomRemittance model, RandomStatements statements, List<Task<?>> tasks) {
        this.model = model;
        this.statements = statements;
        this.tasks =
                tasks.stream().filter(task -> task.getName().equals("closing")).toList();
        city = model.city;
        service = city.get(ClosingService.class);
        papers = city.get(ReconciliationService.class);
        jdbc = city.get(JdbcClient.class);
    }

    /** Begun, checked by the system, and confirmed or given up; a line of the bank may come while it is underway. */
    boolean close(Flat flat) {
        Optional<YearMonth> next = city.get(PeriodClosing.class).next();
        if (next.isEmpty() || !next.get().isBefore(city.now())) {
            next.ifPresent(month -> refused(() -> service.begin(month, model.clerk)));
            return false;
        }
        YearMonth month = next.get();
        carryOver(month);
        service.begin(month, model.clerk);
        model.books.close(month);
        if (city.upTo(2) == 0) {
            statements.others(flat);
        }
        city.get(Jobs.class).run(tasks);
        ClosingView closing = service.attempts(month).get(0);
        assertThat(closing.state()).as(closing.reason()).isEqualTo(ClosingState.READY);
        kept(month);
        if (city.upTo(4) == 0) {
            service.giveBack(month, "再核一遍", signer);
            model.books.giveBack(month, closed == 0);
            model.seen.add(Event.A_CLOSING_GIVEN_UP);
            return true;
        }
        sign(month);
        refused(() -> service.confirm(month, model.clerk));
        service.confirm(month, signer);
        if (++closed == 2) {
            model.seen.add(Event.TWO_MONTHS_CLOSED);
        }
        return true;
    }

    /** What nobody has explained stands against it, unless it is carried over with a reason. */
    private void carryOver(YearMonth month) {
        List<Line> open = model.lines.stream()
                .filter(line -> line.state == BankLineState.OPEN
                        && !YearMonth.from(line.day).isAfter(month))
                .limit(1)
                .toList();
        open.forEach(line -> city.get(TransactionTemplate.class)
                .executeWithoutResult(status -> city.get(Differences.class)
                        .raise(NewDifference.of(
                                DifferenceKind.LINE_UNMATCHED, line.id.toString(), "流水待查", line.day, "", 3))));
        List<CarriedDifferences.Open> against =
                city.get(CarriedDifferences.class).of(month).shown();
        if (against.stream().anyMatch(each -> each.reason().isEmpty())) {
            refused(() -> service.begin(month, model.clerk));
            model.seen.add(Event.A_DIFFERENCE_CARRIED_OVER);
        }
        service.carry(
                month,
                against.stream().collect(Collectors.toMap(CarriedDifferences.Open::number, each -> "下月继续查")),
                model.clerk);
    }

    /** 余额调节表: what the bank had at the end of the month, also by lines that came later. */
    private void sign(YearMonth month) {
        long bank = model.lines.stream()
                .filter(line -> !YearMonth.from(line.day).isAfter(month))
                .mapToLong(line -> line.fen)
                .sum();
        refused(() -> service.confirm(month, signer));
        papers.make(month, model.account, ReconciliationService.NONE, new Money(bank), "待清分的款项待查", maker);
        refused(() -> papers.sign(month, model.account, 0, maker));
        papers.sign(month, model.account, 0, signer);
    }

    /** The snapshot has what the model says of the end of that month, whatever was booked since. */
    private void kept(YearMonth month) {
        Map<String, Long> found = jdbc
                .sql("SELECT unit_id, balance FROM closing_unit WHERE month = :month")
                .param("month", month.atDay(1))
                .query((row, i) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(found)
                .isEqualTo(city.flats().stream()
                        .collect(Collectors.toMap(
                                flat -> flat.id.toString(), flat -> model.books.balance(flat, month))));
        String parts = jdbc.sql("SELECT concat_ws(' ', bank, unallocated, income, spending) FROM closing_account a"
                        + " JOIN period_closing c ON c.id = a.closing_id WHERE c.month = :month AND c.state = 'READY'")
                .param("month", month.atDay(1))
                .query(String.class)
                .single();
        assertThat(parts)
                .isEqualTo("%d %d %d %d"
                        .formatted(
                                model.books.balance(LedgerAccount.BANK, month),
                                -model.books.balance(LedgerAccount.UNALLOCATED, month),
                                -model.books.balance(LedgerAccount.INCOME, month),
                                model.books.balance(LedgerAccount.SPENDING, month)));
    }
}
