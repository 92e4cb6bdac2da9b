package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the receipts over declaration and slip to the households' own accounts, and what a district does about who is late. */
@DemoCityTest
class RemittanceBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationContext context;

    private Way way;
    private CollectedArea area;
    private String clerk;
    private String colleague;
    private String district;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Way#withScripts")
    void whatIsReceivedIsHandedOverAndBooked(Way width) {
        way = width;
        Remitting remitting = Remitting.named(width == Way.PHONE ? "缴存小院" : "缴存大院", world, context);
        area = remitting.area();
        people(width.name().toLowerCase(Locale.ROOT));
        NewReceipt late = area.payment(area.flat("101"), "22.40");
        area.receive(new NewReceipt(
                late.unit(),
                late.amount(),
                area.today().minusMonths(3),
                late.way(),
                late.from(),
                late.payer(),
                late.months(),
                null,
                ""));
        area.receive(area.payment(area.flat("102"), "104.38"));

        order();
        String declaration = declare();
        String slip = transfer(declaration);
        remitting.arrive(SlipNumber.of(slip.substring(slip.lastIndexOf('/') + 1)), "126.78");
        book(slip);
        assertThat(remitting.booked()).isEqualTo("126.78");
    }

    private void order() {
        try (Visitor person = way.signedIn(port, district, OWN_PASSWORD)) {
            person.open("/collection/late");
            way.see(person, "late-remittances");
            person.open("/collection/late/" + area.managed().company() + "/order");
            way.see(person, "remittance-order-new");
            person.press("发出通知书");
            way.see(person, "remittance-order");
            person.follow("打印通知书");
            way.see(person, "remittance-order-paper");
            PrintedPaper.of(person, "remittance-order-" + way)
                    .has(1, "责令限期缴存通知书", "贰拾贰元肆角", PrintedPaper.packed("物业有限公司："), "打印时间");
        }
    }

    private String declare() {
        String address;
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open("/collection/held");
            way.see(person, "held");
            person.open("/collection/declarations/areas/" + area.id());
            way.see(person, "declare");
            person.press("申报 2 笔 126.78 元");
            way.see(person, "declaration-proposed");
            address = person.page().url().replaceAll("^https?://[^/]+", "");
        }
        try (Visitor person = way.signedIn(port, colleague, OWN_PASSWORD)) {
            person.open(address);
            way.see(person, "declaration-confirm");
            person.press("确认申报");
            person.open("/collection/declarations");
            way.see(person, "declarations");
        }
        return address;
    }

    private String transfer(String declaration) {
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open("/collection/slips/new");
            person.page()
                    .locator("input[value=" + declaration.substring(declaration.lastIndexOf('/') + 1) + "]")
                    .check();
            way.see(person, "slip-choice");
            person.press("保存草稿");
            way.see(person, "slip-draft");
            String address = person.page().url().replaceAll("^https?://[^/]+", "");
            person.press("提交缴存单");
            way.see(person, "slip-paper");
            PrintedPaper.of(person, "remittance-slip-" + way)
                    .has(1, "住宅专项维修资金缴存单", "壹佰贰拾陆元柒角捌分", "只写缴存单号", "缴存单位（盖章）", "打印时间");
            person.open("/collection/slips");
            way.see(person, "slips");
            return address;
        }
    }

    private void book(String slip) {
        try (Visitor person = way.signedIn(port, district, OWN_PASSWORD)) {
            person.open("/collection/bookings");
            way.see(person, "bookings");
            person.open(slip);
            way.see(person, "slip-arrived");
            person.press("确认入账 126.78 元");
            assertThat(person.page().locator("main").innerText()).contains("已入账");
            way.see(person, "slip-booked");
        }
    }

    private void people(String end) {
        OrgRef office = area.managed().office().ref();
        clerk = account(office, Role.OFFICE_OPERATOR, "郑负责", "13900008811", "remitter" + end);
        colleague = account(office, Role.OFFICE_OPERATOR, "钱联系", "13900008812", "remitchecker" + end);
        district = account(
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value()),
                Role.DISTRICT_STAFF,
                "陈晓梅",
                "13900008813",
                "remitbooker" + end);
    }

    private String account(OrgRef organisation, Role role, String name, String mobile, String username) {
        IssuedAccount account = world.account(organisation, role, name, mobile, username);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return username;
    }
}
