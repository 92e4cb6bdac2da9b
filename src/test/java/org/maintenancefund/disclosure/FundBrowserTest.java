package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.e2e.Browser;
import org.maintenancefund.e2e.Visitor;
import org.maintenancefund.e2e.Width;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 维修资金查询 as an owner opens it from the code on a notice, at both widths, and without scripts. */
@DemoCityTest
class FundBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    LookUpCodes codes;

    @Autowired
    UnitLookup units;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofAPhoneWalk")
    void anOwnerLooksAtBillsAndPayments(Width width) {
        CollectedArea area = CollectedArea.named("看账苑" + width, world, context);
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.receive(area.payment(flat, "22.40"));
        area.reverse(area.receive(area.payment(flat, "9.00")));
        area.bill(area.thisMonth());
        String number = units.get(flat).number();
        String code = codes.issue(flat, null, area.clerk()).grouped();
        try (Visitor owner = Browser.visitor(port, width)) {
            owner.open("/");
            owner.page().locator("a.tile[href='/fund']").click();
            assertThat(owner.heading()).isEqualTo("维修资金查询");
            owner.open("/fund?number=" + number);
            see(owner, "fund-" + width);
            owner.press("查询");
            assertThat(owner.page().locator(".error-summary").innerText()).contains("请填写查询码");
            see(owner, "fund-errors-" + width);
            owner.page().locator("[name=code]").fill(code);
            owner.press("查询");
            assertThat(owner.page().locator("main").innerText()).contains("22.40", "物业已代收", "已入分户账", "王*国");
            assertThat(owner.page().url()).endsWith("/fund");
            see(owner, "fund-household-" + width);
        }
        try (Visitor owner = Browser.visitorWithoutScripts(port, width)) {
            owner.open("/fund");
            owner.page().locator("[name=number]").fill(number);
            owner.page().locator("[name=code]").fill(code);
            owner.press("查询");
            assertThat(owner.page().locator("main").innerText()).contains("22.40");
        }
    }

    private static void see(Visitor visitor, String picture) {
        visitor.screenshot(picture);
        visitor.assertAccessible();
        visitor.assertAccessibleEnlarged();
        visitor.assertFits();
    }
}
