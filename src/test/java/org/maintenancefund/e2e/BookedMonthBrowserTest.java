package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Walk.see;
import static org.maintenancefund.e2e.Way.type;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * What a company receives becomes the households' own, by everybody who has to do with it, until the month is closed and published: 收款,
 * 申报, 缴存单, 流水, 对账, 入账, 维修资金查询, 结账, 公示. In a city of its own: a month is closed for all of it, when it is over, for good.
 */
@IntegrationTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "app.rate-limit.limits.sign-in.amount=1000",
            "app.rate-limit.limits.sign-in.per=5m",
        })
@DirtiesContext
class BookedMonthBrowserTest {

    private static final int DAY = 20;
    private static final String ACCOUNT = "62270000885501";

    @LocalServerPort
    private int port;

    @TestBean(name = "clock")
    Clock clock;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    InvariantService invariants;

    @Autowired
    Jobs jobs;

    @Autowired
    ApplicationContext context;

    private Walk walk;
    private CollectedArea area;
    private String clerk;
    private String colleague;

    static Clock clock() {
        return new MovedClock(DAY);
    }

    @Test
    void whatIsReceivedIsHandedOverBookedClosedAndPublished() {
        walk = new Walk(port);
        area = CollectedArea.named("月清苑", world, context);
        OrgRef office = area.managed().office().ref();
        clerk = person(office, Role.OFFICE_OPERATOR, "郑负责", "receives");
        colleague = person(office, Role.OFFICE_OPERATOR, "钱联系", "confirms");
        OrgRef centre =
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value());
        HandingOver money =
                new HandingOver(walk, area, clerk, colleague, person(centre, Role.DISTRICT_STAFF, "陈晓梅", "books"));
        String municipal = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "林致远", "imports");
        String checker = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "何复核", "checks");
        BankWork bank = new BankWork(walk, municipal, checker);
        MonthsEnd end = new MonthsEnd(
                walk,
                area.thisMonth(),
                municipal,
                person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "何编制", "reconciles"),
                checker);

        bank.account(ACCOUNT, area.first().atEndOfMonth(), "月清苑");
        UnitId flat = received();
        money.order();
        String slip = money.transfer(money.declare("126.78"), "壹佰贰拾陆元柒角捌分");
        bank.statement(ACCOUNT, area.today(), "126.78", Walk.last(slip));
        bank.interest();
        money.book(slip, "126.78");
        ownerLooks(flat);
        ((MovedClock) clock).to(area.thisMonth().plusMonths(1).atDay(3));
        jobs.doNow("differences");
        end.close(jobs::run);
        end.publish(
                area.id(),
                clerk,
                person(area.managed().committee().id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "decides"));

        assertThat(invariants.violations()).isEmpty();
    }

    /** One three months ago, and one at the counter today; both were billed. */
    private UnitId received() {
        UnitId flat = area.flat("102");
        NewReceipt late = area.payment(area.flat("101"), "22.40");
        area.bill(area.first());
        area.bill(area.thisMonth());
        area.receive(new NewReceipt(
                late.unit(),
                late.amount(),
                area.today().minusMonths(3),
                late.way(),
                late.from(),
                late.payer(),
                List.of(),
                null,
                ""));
        try (Visitor person = walk.clerk(clerk)) {
            person.open("/collection/receipts/areas/" + area.id() + "/counter");
            type(person, "unit", "1栋102");
            person.press("下一步");
            type(person, "amount", "104.38");
            person.press("登记并打印收据");
            if (person.page().locator(".paper-number").count() == 0) {
                person.page().locator("input[type=checkbox][name=answered]").check();
                person.press("登记并打印收据");
            }
            person.page().locator(".paper-number").waitFor();
        }
        return flat;
    }

    /** With 户号 and 查询码 from the counter: all four stages are behind the payment. */
    private void ownerLooks(UnitId flat) {
        String number;
        String code;
        try (Visitor person = walk.clerk(clerk)) {
            person.open("/fund/codes/" + flat);
            person.press("发放查询码");
            number = person.page().locator(".sheet td strong").first().innerText();
            code = person.page().locator(".one-time-code").innerText();
        }
        try (Visitor owner = walk.anybody()) {
            owner.open("/fund?number=" + number);
            type(owner, "code", code);
            owner.press("查询");
            assertThat(owner.page().locator(".payment-stages").first().innerText())
                    .contains("应收", "物业已代收", "已到专户", "已入分户账", area.today().toString())
                    .doesNotContain("还没有");
            see(owner, "fund-booked");
        }
    }

    /** Somebody with a password of their own; returns the user name. */
    private String person(OrgRef organisation, Role role, String name, String username) {
        IssuedAccount account = world.account(organisation, role, name, "13900008815", "month-" + username);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return account.username();
    }
}
