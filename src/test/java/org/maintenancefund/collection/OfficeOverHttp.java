package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.HttpVisitor;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An area whose two people of the office bill it and take money over HTTP, by nothing but the forms of their pages. */
@DemoCityTest
abstract class OfficeOverHttp {

    private static final String PASSWORD = "晚风吹过湖面 2026";

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationContext context;

    final Map<String, UnitId> doors = new HashMap<>();
    CollectedArea area;
    HttpVisitor first;
    HttpVisitor second;

    void collected(String name, String user, AUnit... units) {
        area = CollectedArea.named(name, world, context);
        for (AUnit unit : units) {
            doors.put(unit.place().door(), area.unit(unit));
        }
        OrgRef office = area.managed().office().ref();
        first = person(office, Role.OFFICE_OPERATOR, "郑负责", user + "-first");
        second = person(office, Role.OFFICE_OPERATOR, "钱复核", user + "-second");
    }

    HttpVisitor person(OrgRef organisation, Role role, String name, String username) {
        IssuedAccount account = world.account(organisation, role, name, "13900008807", username);
        assertThat(operators.activate(account.username(), account.activationCode(), PASSWORD))
                .isTrue();
        return HttpVisitor.signedIn(port, username, PASSWORD);
    }

    String bills() {
        return "/bills/areas/" + area.id();
    }

    String receipts() {
        return "/collection/receipts/areas/" + area.id();
    }

    /** 试算 by one person and 出账 by another, each by the form that their page has; answers the trial. */
    Document billed(YearMonth month) {
        String run = bills() + "/run/" + month;
        Document trial = first.open(run);
        Document own = first.send(trial, "提交，请另一人确认", Map.of());
        assertThat(own.select("form[action$=/confirm]")).isEmpty();
        Document list = second.send(second.open(run), "确认出账", Map.of());
        assertThat(list.location()).endsWith(bills() + "?month=" + month);
        return trial;
    }

    /** The household at the counter: found by its door, the form as the page fills it in but for the amount; what the paper says. */
    String paid(String door, String offered, String amount) {
        Document page = first.send(first.open(receipts() + "/counter"), "下一步", Map.of("unit", "1栋" + door));
        assertThat(page.location()).contains("/counter/" + doors.get(door));
        assertThat(page.select("#amount").val()).as(door).isEqualTo(offered);
        return first.send(page, "登记并打印收据", Map.of("amount", amount))
                .select(".sheet")
                .text();
    }

    /** What is billed, paid and open of each bill of a list: {@code 1 栋 101 22.40 89.58 ㎡ × 0.25 … 22.40 0.00}. */
    List<String> rows(YearMonth month) {
        return first.open(bills() + "?month=" + month).select("tbody tr").stream()
                .map(row -> String.join(
                        " ",
                        row.select("td[data-label=房屋] > span").first().ownText(),
                        row.select("td[data-label^=应收] > span").first().ownText(),
                        row.select("td[data-label^=应收] .sub").text().replace(" 元/㎡·月", ""),
                        row.select("td[data-label^=已收]").text(),
                        row.select("td[data-label^=未收]").text()))
                .toList();
    }

    /** The state in the head of a record's page. */
    static String state(Document page) {
        return page.select(".identity-bar .tag").text();
    }

    /** What a row of a list says in the column whose heading begins so. */
    static String cell(Element row, String column) {
        return row.select("td[data-label^=" + column + "]").text();
    }

    /** The number that the address of a record ends with. */
    static String number(Document page) {
        return page.location().substring(page.location().lastIndexOf('/') + 1);
    }
}
