package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.mandate.MandateService;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.collection.handover.Succession;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** On which days somebody can have received money where a mandate ended: by a revocation, a replacement, or another collector's. */
@IntegrationTest
@Transactional
class ReceivingDaysTest extends BilledArea {

    @Autowired
    ApplicationContext context;

    @Autowired
    ReceiptService service;

    @Autowired
    MandateService mandates;

    @Autowired
    CollectionRights rights;

    @BeforeEach
    void anOfficeCollectsFromTodayOn() {
        opened("换期苑", AUnit.at("1 栋", "101"));
    }

    private LocalDate day(int days) {
        return world.today().plusDays(days);
    }

    private void on(int days, Runnable work) {
        clock.at(day(days).atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private void revokedFrom(int firstDay) {
        Mandate mandate = rights.mandateOn(managed.id(), day(0)).orElseThrow();
        mandates.revoke(mandate.id(), 0, day(firstDay), "改由社区代收", world.personOf(managed.committee()));
    }

    private void received(int day, CurrentUser by) {
        NewReceipt told = new NewReceipt(
                at("101"), new Money(10_00), day(day), PaymentWay.CASH, ReceivedFrom.OWNER, "王建国", List.of(), null, "");
        assertThat(service.receive(managed.id(), told, doubts -> true, by).number())
                .isNotNull();
    }

    /** With the sentence that names the days of each mandate that the company has or had. */
    private void refused(int day, CurrentUser by, String... mandates) {
        assertThat(sentence(catchThrowable(() -> received(day, by))))
                .isEqualTo("收款日期 " + day(day) + " 不在贵单位的收取授权期内（" + String.join("、", mandates) + "），不能登记");
    }

    private String days(int from, int to) {
        return day(from) + " 至 " + day(to);
    }

    @Test
    void aDayBetweenARevokedMandateAndTheNextOneOfTheSameOfficeIsRefused() {
        revokedFrom(30);
        world.mandate(managed.committee(), day(60), day(200));

        on(29, () -> received(29, first));
        on(
                45,
                () -> assertThatThrownBy(() -> received(29, first))
                        .as("nobody collects meanwhile")
                        .isInstanceOf(NotFound.class));
        on(65, () -> {
            for (int gap : List.of(30, 45, 59)) {
                refused(gap, first, days(0, 29), days(60, 200));
                refused(gap, managed.ofCompany(), days(0, 29), days(60, 200));
            }
            received(29, first);
            received(60, second);
            refused(-1, first, days(0, 29), days(60, 200));
        });
        on(
                201,
                () -> assertThatThrownBy(() -> received(200, first))
                        .as("over again")
                        .isInstanceOf(NotFound.class));
    }

    @Test
    void whereAMandateReplacesAnotherOfTheSameOfficeNoDayIsMissing() {
        world.mandate(managed.committee(), day(20), day(100));

        on(25, () -> {
            received(19, first);
            received(20, first);
        });
        on(101, () -> assertThatThrownBy(() -> received(100, first)).isInstanceOf(NotFound.class));
    }

    @Test
    void aDayOfTheOneBeforeIsRefusedToTheNextCollectorAndEveryDayToTheOneBefore() {
        EnterpriseId next = world.company("云州接手物业有限公司");
        world.association(managed.committee(), next, null, day(30), day(300));
        world.mandate(managed.committee(), day(40), day(300));
        CurrentUser collector = world.personOf(next);

        on(50, () -> {
            Succession.handOver(managed.id(), first, collector, context);
            refused(29, collector, days(40, 300));
            refused(30, collector, days(40, 300));
            refused(39, collector, days(40, 300));
            received(40, collector);
            for (int day : List.of(29, 30, 45)) {
                assertThatThrownBy(() -> received(day, first)).isInstanceOf(NotFound.class);
            }
        });
    }
}
