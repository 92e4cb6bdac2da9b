package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** Receipts of an area that a company collects in itself, where one of its offices did before: it is the same company. */
@IntegrationTest
@Transactional
class ReceiptsOfCompanyTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ReversalService reversals;

    @Autowired
    List<TodoSource> todos;

    @Autowired
    ReceiptRegister receipts;

    private CollectedArea area;
    private UnitId flat;
    private CurrentUser company;

    @BeforeEach
    void anAreaWithAMonthBilled() {
        area = CollectedArea.named("直收苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        company = area.managed().ofCompany();
    }

    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
    }

    private NewReceipt payment(String amount, LocalDate day, String externalNumber) {
        NewReceipt told = area.payment(flat, amount);
        return new NewReceipt(
                flat, told.amount(), day, told.way(), told.from(), told.payer(), List.of(), externalNumber, "");
    }

    @Test
    void whatItsOfficeReceivedIsReversedByItsOwnPeople() {
        ReceiptNumber number = area.receive(area.payment(flat, "10"));
        area.passToCompany();
        CurrentUser colleague = world.personOf(area.managed().company());

        reversals.propose(number, "登记错户", company);
        assertThat(todos.stream().flatMap(source -> source.todos(colleague).stream()))
                .extracting(Todo::title)
                .contains("收款冲正待您确认的小区");
        reversals.confirm(number, area.proposal(number), colleague);

        assertThat(receipts.get(number, company).receipt().state()).isEqualTo(ReceiptState.REVERSED);
    }

    @Test
    void aDayOfItsOfficesMandateIsRecordedLateAsWhatTheOfficeReceived() {
        LocalDate day = area.first().atDay(3);
        area.passToCompany();

        ReceiptNumber number = area.receive(payment("10", day, "WX-1"), company);

        assertThat(receipts.get(number, company).receipt().organisation()).isEqualTo("直收苑管理处");
    }

    @Test
    void aNumberThatItsOfficeRecordedIsNotRecordedAgainHoweverItIsWritten() {
        ReceiptNumber number = area.receive(payment("10", area.today(), NewReceipt.externalNumber("wx-1")));
        area.passToCompany();

        assertThatThrownBy(() -> area.receive(payment("12", area.today(), NewReceipt.externalNumber("ＷＸ－1")), company))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason()))
                                .isEqualTo("外部流水号 WX-1 已登记过（" + number + "），同一笔款项只登记一次"));
    }
}
