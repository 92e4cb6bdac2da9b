package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Way.type;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.disclosure.paper.PaperWorld;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers with a code, given out at the counter and by the household itself, and verified; and reminders from the filter to the delivery. */
@Lengthy
@DemoCityTest
class DisclosureBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transaction;

    private Way way;
    private PaperWorld books;
    private CollectedArea area;
    private UnitId flat;
    private String clerk;

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void papersAreGivenOutAndVerified(Way way) {
        collected(way, "证明");
        EntryNumber booked =
                transaction.execute(status -> books.booked(flat, area.first().atDay(3), "1,022.40"));
        String receipt = area.receive(area.payment(flat, "30.00")).value();
        try {
            String number;
            String code;
            try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
                person.open("/collection/receipts/" + receipt);
                person.press("缴款证明");
                way.see(person, "payment-proof");
                PrintedPaper.of(person, "payment-proof-" + way).has(1, "缴款证明", "证明编号", "校验码", "开具时间");
                person.open("/papers/units/" + flat);
                way.see(person, "unit-papers");
                person.press("开具余额证明");
                way.see(person, "balance-proof");
                PrintedPaper.of(person, "balance-proof-" + way).has(1, "余额证明", "1,022.40", "壹仟零贰拾贰元肆角");
                number = person.page().locator(".paper-number").innerText();
                code = person.page().locator(".one-time-code").innerText();
                person.open("/papers/units/" + flat);
                type(person, "first", area.first().atDay(1).toString());
                person.press("开具对账单");
                way.see(person, "statement");
                PrintedPaper.of(person, "statement-" + way).has(1, "分户账对账单", "期末余额", receipt);
            }
            verify(number, code);
            print(receipt);
        } finally {
            transaction.executeWithoutResult(status -> books.reversed(booked, area.today()));
        }
    }

    private void verify(String number, String code) {
        try (Visitor buyer = Browser.visitor(port, way == Way.PHONE ? Width.PHONE : Width.DESKTOP)) {
            buyer.open("/verify?number=" + number);
            way.see(buyer, "verify");
            buyer.press("核验");
            assertThat(buyer.page().locator(".error-summary").innerText()).contains("请填写校验码");
            type(buyer, "code", code);
            buyer.press("核验");
            assertThat(buyer.page().locator("main").innerText()).contains("仍然有效", "1,022.40");
            assertThat(buyer.page().url()).endsWith("/verify");
            way.see(buyer, "verified");
        }
    }

    /** As the household prints it. */
    private void print(String receipt) {
        String code = context.getBean(LookUpCodes.class)
                .issue(flat, null, area.clerk())
                .grouped();
        try (Visitor owner = Browser.visitor(port, way == Way.PHONE ? Width.PHONE : Width.DESKTOP)) {
            owner.open("/fund?number="
                    + context.getBean(UnitLookup.class).get(flat).number());
            type(owner, "code", code);
            owner.press("查询");
            way.see(owner, "household-papers");
            owner.press("打印余额证明");
            assertThat(owner.page().locator("main").innerText()).contains("不盖章", "1,022.40");
            way.see(owner, "own-balance");
            PrintedPaper.of(owner, "own-balance-" + way).has(1, "余额证明", "证明编号");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void householdsAreRemindedAndTheDeliveryIsRecorded(Way way) {
        collected(way, "催缴");
        area.unit(AUnit.at("1 栋", "102"));
        area.bill(area.first());
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open("/reminders");
            way.see(person, "reminder-areas");
            person.open("/reminders/areas/" + area.id());
            person.follow("新的一批催缴");
            type(person, "months", "0");
            person.press("生成催缴通知书");
            assertThat(person.page().locator(".error-summary").innerText()).contains("欠缴月数");
            way.see(person, "reminder-errors");
            type(person, "months", "1");
            person.press("先看符合条件的户");
            assertThat(person.page().locator("main").innerText()).contains("符合条件的 2 户");
            way.see(person, "reminder-preview");
            person.press("生成催缴通知书");
            way.see(person, "reminder-batch");
            person.follow("打印催缴通知书");
            way.see(person, "reminder-notices");
            PrintedPaper.of(person, "reminder-notices-" + way);
            person.follow("返回");
            person.page().locator("[name=places]").first().check();
            person.page().locator("input[name=way][value=POSTED]").check();
            person.press("记录送达");
            assertThat(person.page().locator(".notice").first().innerText()).contains("已记录 1 户的送达");
            assertThat(person.page().locator("main tbody").innerText()).contains("张贴");
            person.page().locator("td.card-title a").first().click();
            way.see(person, "reminder");
            person.open("/reminders/areas/" + area.id());
            way.see(person, "reminder-batches");
            person.open("/units/" + flat);
            way.see(person, "unit-reminded");
        }
    }

    private void collected(Way way, String name) {
        this.way = way;
        books = new PaperWorld(name + (way == Way.PHONE ? "小院" : "大院"), world, context);
        area = books.area();
        flat = area.flat("101");
        OrgRef office = area.managed().office().ref();
        clerk = (name.equals("证明") ? "proves" : "reminds") + way.name().toLowerCase(Locale.ROOT);
        IssuedAccount account = world.account(office, Role.OFFICE_OPERATOR, "郑负责", "13900008806", clerk);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
    }
}
