package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Way.choose;
import static org.maintenancefund.e2e.Way.type;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.handover.Succession;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From the former company's list to the next one's first trial, and the paper that both sign. */
@Lengthy
@DemoCityTest
class HandoverBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void theNextCompanyBeginsWhenTheFormerOneHasHandedOver(Way way) {
        Succession of = Succession.named(way == Way.PHONE ? "移交小院" : "移交大院", world, context)
                .change();
        String end = way.name().toLowerCase(Locale.ROOT);
        String former = account(of.area().managed().office().ref(), "郑负责", "13900008841", "handformer" + end);
        String next = account(of.office().ref(), "钱联系", "13900008842", "handnext" + end);
        String run = "/bills/areas/" + of.area().id() + "/run/" + of.area().thisMonth();
        try (Visitor person = way.signedIn(port, next, OWN_PASSWORD)) {
            person.open(run);
            assertThat(person.page().locator("main").innerText()).contains("移交清账完成以前不能出账");
            way.see(person, "handover-waits");
        }
        String address = handOver(way, former, of);
        try (Visitor person = way.signedIn(port, next, OWN_PASSWORD)) {
            person.open(address);
            way.see(person, "handover-receive");
            person.press("确认接收");
            way.see(person, "handover-received");
            person.follow("打印移交清单");
            way.see(person, "handover-paper");
            PrintedPaper.of(person, "handover-" + way).has(1, "移交清单", "移交方（盖章）", "接收方（盖章）", "经办人：郑负责", "打印时间");
            person.open(run);
            assertThat(person.page().locator("main").innerText()).doesNotContain("不能出账");
        }
    }

    private String handOver(Way way, String former, Succession of) {
        try (Visitor person = way.signedIn(port, former, OWN_PASSWORD)) {
            person.open("/collection/handovers");
            way.see(person, "handovers");
            person.open("/collection/handovers/areas/" + of.area().id());
            way.see(person, "handover-offered");
            person.press("开始移交");
            String address = person.page().url().replaceAll("^https?://[^/]+", "");
            person.press("移交");
            assertThat(person.page().locator(".error-summary").count()).isEqualTo(1);
            way.see(person, "handover-errors");
            for (int money = 0; money <= 2; money++) {
                choose(person, "matters[" + money + "].settler", money == 0 ? "接收方" : "移交方");
                type(
                        person,
                        "matters[" + money + "].due",
                        of.area().today().plusDays(30).toString());
            }
            for (int paper = 6; paper <= 8; paper++) {
                person.page()
                        .locator("input[name='matters[" + paper + "].handed'][type=checkbox]")
                        .check();
                type(person, "matters[" + paper + "].note", "纸质 2 册");
            }
            way.see(person, "handover-filled");
            person.press("移交");
            way.see(person, "handover-handed");
            return address;
        }
    }

    private String account(OrgRef organisation, String name, String mobile, String username) {
        IssuedAccount account = world.account(organisation, Role.OFFICE_OPERATOR, name, mobile, username);
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();
        return username;
    }
}
