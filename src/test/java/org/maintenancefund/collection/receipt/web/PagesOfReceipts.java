package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of the pages of 收款登记 have in common: an area that is collected, and what is typed at its counter. */
abstract class PagesOfReceipts {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    CollectedArea area;

    String list;

    String counter;

    @BeforeEach
    void anAreaThatIsCollected() {
        area = CollectedArea.named("缴清苑", world, context);
        list = "/collection/receipts/areas/" + area.id();
        counter = list + "/counter";
    }

    static String path(ReceiptNumber number, String... below) {
        return "/collection/receipts/" + number + String.join("", below);
    }

    String at(UnitId unit) {
        return counter + "/" + unit;
    }

    /** The form as it is filled in, with changes. */
    Map<String, String> form(UnitId unit, String... changes) {
        Document page = pages.open(at(unit), area.clerk());
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=text], main form input[type=date]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        return with(form, changes);
    }

    static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    ReceiptNumber paid(UnitId unit, String... changes) {
        MvcTestResult sent = pages.post(at(unit), area.clerk(), form(unit, changes));
        assertThat(sent).hasStatus(303);
        return ReceiptNumber.of(Pages.redirected(sent).split("/")[3]);
    }

    Map<String, Integer> asked(UnitId flat, ReceiptNumber number) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (String page : List.of(
                "/collection/receipts",
                list,
                list + "/summary",
                counter,
                at(flat),
                path(number),
                path(number, "/paper"))) {
            pages.open(page, area.clerk());
            asked.put(page, Statements.of(() -> pages.open(page, area.clerk())).size());
        }
        return asked;
    }
}
