package org.maintenancefund.collection.handover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.handover.Succession;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** From the former company to the next one by pages alone, and what each of them is told. */
@IntegrationTest
@Transactional
class HandoverPagesTest {

    private static final String LIST = "/collection/handovers";

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private Succession of;
    private String due;

    @BeforeEach
    void aChangedCompany() {
        of = Succession.named("移页苑", world, context).change();
        due = LIST + "/areas/" + of.area().id();
    }

    /** What a form of the page would send, with changes. */
    private static Map<String, String> filled(Document page, String action, Map<String, String> changes) {
        Element form = page.selectFirst("main form[action$=" + action + "]");
        assertThat(form).as("form to " + action).isNotNull();
        Map<String, String> sent = new LinkedHashMap<>();
        form.select("input[type=hidden], input[type=text], input[type=date]")
                .forEach(input -> sent.put(input.attr("name"), input.val()));
        form.select("select")
                .forEach(select -> sent.put(
                        select.attr("name"), select.select("option[selected]").val()));
        form.select("input[checked]").forEach(input -> sent.put(input.attr("name"), input.val()));
        sent.remove("_csrf");
        sent.putAll(changes);
        return sent;
    }

    /** Everything that a form asks for: the next company settles it within a month, papers are handed over. */
    private Map<String, String> listed() {
        Map<String, String> said = new LinkedHashMap<>();
        for (int money = 0; money <= 2; money++) {
            said.put("matters[" + money + "].settler", money == 2 ? "FORMER" : "SUCCESSOR");
            said.put(
                    "matters[" + money + "].due", of.area().today().plusDays(30).toString());
        }
        for (int paper = 6; paper <= 8; paper++) {
            said.put("matters[" + paper + "].handed", "true");
            said.put("matters[" + paper + "].note", "纸质 2 册");
        }
        return said;
    }

    private String open(CurrentUser by) {
        MvcTestResult opened = pages.post(due, by, Map.of());
        assertThat(opened).hasStatus(303);
        return Pages.redirected(opened);
    }

    private String handedOver() {
        String page = open(of.former());
        assertThat(pages.post(
                        page + "/hand-over", of.former(), filled(pages.open(page, of.former()), "/matters", listed())))
                .hasStatus(303);
        return page;
    }

    @Test
    void fromTheFormerCompanyToTheNextOneByPagesAlone() {
        assertThat(pages.open("/workbench", of.former()).text()).contains("移交清账待办理的小区");
        Document list = pages.open(LIST + "?waiting=1", of.former());
        assertThat(list.select("td.card-title a").attr("href")).isEqualTo(due);
        assertThat(list.select("tbody").text()).contains("移页苑", "移页苑物业有限公司", "待移交");
        assertThat(pages.open(due, of.former()).select("main").text())
                .contains("未缴账单 1 张，22.40 元", "未申报收款 1 笔，30.00 元", "2 户，179.16 ㎡", "开始移交");
        assertThat(pages.open(due, of.next()).select("main").text()).contains("原收取单位还没有开始移交");

        String page = open(of.former());
        MvcTestResult empty = pages.post(
                page + "/hand-over", of.former(), filled(pages.open(page, of.former()), "/matters", Map.of()));
        assertThat(empty).hasStatus(400);
        assertThat(Pages.parse(empty).select(".error-summary li").eachText())
                .contains("未缴账单的由谁处理：没有结清的，请选择由谁处理", "合同和决议的由谁处理：没有移交的，请选择由谁处理；已经移交的，请勾选“已移交”");

        Map<String, String> said = listed();
        assertThat(pages.post(page + "/matters", of.former(), filled(pages.open(page, of.former()), "/matters", said)))
                .hasStatus(303);
        assertThat(pages.post(
                        page + "/hand-over", of.former(), filled(pages.open(page, of.former()), "/matters", Map.of())))
                .as("what was saved stands in the form")
                .hasStatus(303);
        assertThat(pages.open("/workbench", of.next()).text()).contains("移交清账待办理的小区");
        Document received = pages.open(page, of.next());
        assertThat(received.select("main").text())
                .contains("由接收方在 " + of.area().today().plusDays(30) + " 前处理", "纸质 2 册", "确认接收");
        assertThat(pages.post(page + "/receive", of.next(), filled(received, "/receive", Map.of())))
                .hasStatus(303);

        Document paper = pages.open(page + "/paper", of.next());
        assertThat(paper.select(".sheet").text())
                .contains("移交清单", "移页苑", "移页苑物业有限公司", "移页苑后任物业有限公司", "30.00 元", "经办人：郑负责", "纸质 2 册");
        assertThat(pages.open(page, world.clerk()).select("#history").text()).contains("移交清账：接收", "郑负责");
    }

    @Test
    void theNextCompanyIsToldWhyItCannotBeginYet() {
        String area = of.area().id().toString();
        String sentence = "移页苑此前由移页苑物业有限公司收取，移交清账完成以前不能出账、收款";
        assertThat(pages.open("/bills/areas/" + area + "/run/" + of.area().thisMonth(), of.next())
                        .text())
                .contains("现在不能出账", sentence);
        MvcTestResult counter = pages.get("/collection/receipts/areas/" + area + "/counter", of.next());
        assertThat(counter).hasStatus(409);
        assertThat(Pages.parse(counter).text()).contains(sentence);

        String page = handedOver();
        pages.post(page + "/receive", of.next(), filled(pages.open(page, of.next()), "/receive", Map.of()));

        assertThat(pages.open("/bills/areas/" + area + "/run/" + of.area().thisMonth(), of.next())
                        .text())
                .doesNotContain("现在不能出账");
        assertThat(pages.get("/collection/receipts/areas/" + area + "/counter", of.next()))
                .hasStatusOk();
    }

    @Test
    void whatIsTypedWronglyIsSaidAndNothingTypedIsLost() {
        String page = open(of.former());
        Map<String, String> wrong = listed();
        wrong.put("matters[0].due", of.area().today().minusDays(1).toString());
        wrong.put("matters[1].due", "后天");
        wrong.put("matters[2].settler", "SUCCESSOR");
        wrong.put("matters[7].note", "");
        wrong.put("matters[6].note", "长".repeat(201));
        MvcTestResult refused =
                pages.post(page + "/hand-over", of.former(), filled(pages.open(page, of.former()), "/matters", wrong));

        assertThat(refused).hasStatus(400);
        Document shown = Pages.parse(refused);
        assertThat(shown.select(".error-summary li")).hasSize(5);
        assertThat(shown.select(".error-summary").text()).contains("期限应不早于今天", "请写明移交了什么", "移交方收到的款项由移交方缴存");
        assertThat(shown.select("[name='matters[1].due']").val()).isEqualTo("后天");
        assertThat(shown.select("[name='matters[6].handed'][checked]")).hasSize(1);
        for (Map<String, String> odd : List.of(
                Map.of("version", "x"),
                Map.<String, String>of(),
                Map.of("matters[99].due", "1", "matters[0]", "x", "matters", "y", "version", "0"))) {
            assertThat(pages.post(page + "/matters", of.former(), odd)
                            .getResponse()
                            .getStatus())
                    .isLessThan(500);
        }
    }

    @Test
    void anObjectionWantsAWordAndReachesTheFormerCompany() {
        String page = handedOver();
        Document shown = pages.open(page, of.next());
        MvcTestResult empty =
                pages.post(page + "/object", of.next(), filled(shown, "/object", Map.of("objection", " ")));
        assertThat(empty).hasStatus(400);
        assertThat(Pages.parse(empty).text()).contains("请写至少两个字");

        assertThat(pages.post(page + "/object", of.next(), filled(shown, "/object", Map.of("objection", "账册少一册"))))
                .hasStatus(303);

        assertThat(pages.open(page, of.former()).select("main").text()).contains("接收方的异议", "账册少一册");
        assertThat(pages.get(page + "/paper", of.former())).hasStatus(404);
        assertThat(pages.post(page + "/receive", of.next(), filled(shown, "/receive", Map.of())))
                .as("seen before")
                .hasStatus(409);
    }

    @Test
    void theDistrictLetsTheNextOneBeginWithAWord() {
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("移交清账没有办完的小区");
        String page = open(world.clerk());
        Document shown = pages.open(page, world.clerk());
        assertThat(pages.post(page + "/release", world.clerk(), filled(shown, "/matters", listed())))
                .hasStatus(400);
        Map<String, String> said = listed();
        said.put("because", "11 月 20 日书面催告，未办理");

        assertThat(pages.post(page + "/release", world.clerk(), filled(shown, "/matters", said)))
                .hasStatus(303);

        assertThat(pages.open(page + "/paper", of.next()).select(".sheet").text())
                .contains("区中心准予接收方按本清单开始收取：11 月 20 日书面催告，未办理", "准予先行收取");
    }

    @Test
    void itsPageAsksAHandfulOfTimes() {
        String page = handedOver();
        for (CurrentUser reader : List.of(of.former(), of.next(), world.clerk())) {
            int frame =
                    Statements.of(() -> pages.open("/account/password", reader)).size();
            for (String path : List.of(page, page + "/paper")) {
                pages.open(path, reader);
                assertThat(Statements.of(() -> pages.open(path, reader)).size() - frame)
                        .as(path)
                        .isLessThanOrEqualTo(7);
            }
        }
    }
}
