package org.maintenancefund.demo;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.closing.ClosingId;
import org.maintenancefund.closing.ClosingService;
import org.maintenancefund.closing.ReconciliationService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** 结账 of months of the demo: begun by one person, checked as the job does, 余额调节表 by a third, signed and confirmed by a second. */
@Component
class DemoClosings {

    private final ClosingService closings;
    private final ReconciliationService papers;
    private final CustomTask<UUID> work;
    private final DemoBank bank;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoClosings(
            ClosingService closings,
            ReconciliationService papers,
            @Qualifier("closingTask") CustomTask<UUID> work,
            DemoBank bank,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.closings = closings;
        this.papers = papers;
        this.work = work;
        this.bank = bank;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    /** @param told what the bank's own paper says; null where its lines do */
    void closed(YearMonth month, LocalDate on, @Nullable Money told) {
        CurrentUser second = people.named("demo-municipal-colleague");
        FundAccountId account = bank.account().id();
        clock.at(days.on(on, 9, 0), () -> {
            ClosingId id = closings.begin(month, people.named("demo-municipal"));
            work.execute(work.instance(id.toString(), id.value()), null);
        });
        clock.at(
                days.on(on, 10, 30),
                () -> papers.make(
                        month,
                        account,
                        ReconciliationService.NONE,
                        told,
                        "",
                        people.named("demo-municipal-accountant")));
        clock.at(days.on(on, 14, 0), () -> papers.sign(month, account, 0, second));
        clock.at(days.on(on, 14, 10), () -> closings.confirm(month, second));
    }
}
