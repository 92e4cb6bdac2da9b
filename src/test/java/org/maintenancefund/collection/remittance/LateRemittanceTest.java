package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.city.Settings;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** 逾期未缴存: what was received months ago and has not reached the account, and what a district does about it. */
@IntegrationTest
@RecordApplicationEvents
@Transactional
class LateRemittanceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    RemittanceOrders orders;

    @Autowired
    OrderRegister register;

    @Autowired
    JdbcClient jdbc;

    private Remitting remitting;
    private CollectedArea area;
    private EnterpriseId company;
    private ReceiptNumber late;

    /** One received three months ago, one today. */
    @BeforeEach
    void aLateReceipt() {
        remitting = Remitting.named("迟缴苑", world, context);
        area = remitting.area();
        company = area.managed().company();
        NewReceipt told = area.payment(area.flat("101"), "22.40");
        late = area.receive(new NewReceipt(
                told.unit(),
                told.amount(),
                area.today().minusMonths(3),
                told.way(),
                told.from(),
                told.payer(),
                told.months(),
                null,
                ""));
        area.receive(area.payment(area.flat("102"), "50"));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-15, 2026-11-01", "2026-12-16, 2026-12-01", "2027-01-15, 2026-12-01", "2027-01-31, 2027-01-01"})
    void lateIsWhatHasNotArrivedByTheDayOfTheNextMonth(LocalDate today, LocalDate before) {
        RemittanceDays days = new RemittanceDays(
                context.getBean(Settings.class),
                Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.ofHours(8)), ZoneId.of("Asia/Shanghai")));

        assertThat(days.lateBefore()).contains(before);
        assertThat(days.dueOn(LocalDate.of(2026, 11, 30))).isEqualTo("2026-12-15");
    }

    @Test
    void whatIsLateIsTheOldOneAloneUntilItHasArrived() {
        assertThat(remitting.held(world.clerk())).containsExactly("72.40 0.00 0.00 22.40");

        SlipNumber slip = remitting.submitted();
        assertThat(remitting.held(world.clerk())).containsExactly("0.00 72.40 0.00 22.40");
        remitting.arrive(slip, "72.40");
        assertThat(remitting.held(world.clerk())).containsExactly("0.00 0.00 72.40 0.00");
        assertThat(remitting.held(world.clerkElsewhere())).isEmpty();
        assertThat(remitting.held(area.clerk())).hasSize(1);
        assertThat(remitting.held(world.personOf(area.managed().committee()))).isEmpty();
    }

    @Test
    void anOrderFreezesWhatIsLateAndIsDoneWhenItHasArrived() {
        OrderNumber number = orders.issue(
                company, area.today().plusDays(10), Money.parse("22.40").value(), world.clerk());

        assertThat(register.get(number, area.clerk()).lines()).singleElement().satisfies(line -> {
            assertThat(line.amount()).hasToString("22.40");
            assertThat(line.since()).isEqualTo(area.today().minusMonths(3));
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> orders.issue(
                        company, area.today().plusDays(10), Money.parse("22.40").value(), world.clerk()))
                .satisfies(refusal -> assertThat(Messages.of(refusal.reason())).contains(number + " 还没有缴清"));
        orders.record(number, area.today(), "已电话告知，答复本周缴存", world.clerk());
        SlipNumber slip = remitting.submitted();
        assertThat(register.get(number, world.clerk()).open()).hasToString("22.40");

        remitting.arrive(slip, "72.40");
        OrderRegister.Shown done = register.get(number, world.clerk());
        assertThat(done.order().remittedOn()).isEqualTo(area.today());
        assertThat(done.order().amount()).hasToString("22.40");
        assertThat(done.followUps())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains("本周缴存"));
        remitting.giveBack(slip, "72.40");
        assertThat(register.get(number, world.clerk()).order().remittedOn()).isNull();
    }

    @Test
    void theCompanyAndItsOfficeAreTold(ApplicationEvents events) {
        OrderNumber number = orders.issue(
                company, area.today().plusDays(10), Money.parse("22.40").value(), world.clerk());

        assertThat(events.stream(OrganisationMessage.class)
                        .filter(told -> told.occasion() == Occasion.REMITTANCE_ORDERED))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.day()).isEqualTo(area.today().plusDays(10));
                    assertThat(told.addressees())
                            .extracting(Addressee::organisation)
                            .containsExactly(
                                    company.ref(), area.managed().office().ref());
                    assertThat(told.addressees())
                            .extracting(Addressee::href)
                            .containsOnly("/collection/orders/" + number);
                });
    }

    @Test
    void whatWasReversedIsNotMissingAnyMore() {
        OrderNumber number = orders.issue(
                company, area.today().plusDays(10), Money.parse("22.40").value(), world.clerk());

        area.reverse(late);

        assertThat(register.get(number, world.clerk()).order().remittedOn()).isEqualTo(area.today());
    }

    @Test
    void onlyTheDistrictOrdersAndWritesDownAndOthersDoNotSeeIt() {
        Money shown = Money.parse("22.40").value();
        assertThatThrownBy(() -> orders.issue(company, area.today().plusDays(1), shown, world.clerkElsewhere()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.issue(company, area.today(), shown, world.clerk()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> orders.issue(
                        company, area.today().plusDays(1), Money.parse("1").value(), world.clerk()))
                .isInstanceOf(Refusal.class);
        OrderNumber number = orders.issue(company, area.today().plusDays(1), shown, world.clerk());

        CollectedArea other = CollectedArea.named("不迟苑", world, context);
        for (var stranger : List.of(
                other.clerk(),
                world.clerkElsewhere(),
                world.personOf(area.managed().committee()))) {
            assertThatThrownBy(() -> register.get(number, stranger)).isInstanceOf(NotFound.class);
        }
        assertThat(register.get(number, world.municipal()).records()).isFalse();
        assertThatThrownBy(() -> orders.record(number, area.today(), "不归我管", world.clerkElsewhere()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> orders.record(number, area.today().plusDays(1), "明天的事", world.clerk()))
                .isInstanceOf(Refusal.class);
    }
}
