package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The pages of the bank, as the people of the municipal centre go through them. */
@IntegrationTest
@Transactional
class BankPagesTest {

    private static final String NUMBER = "62270000880031";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AFundAccount accounts;

    @Autowired
    World world;

    @Autowired
    AdvisoryLocks locks;

    private FundAccountId account;
    private CurrentUser clerk;
    private CurrentUser colleague;

    @BeforeEach
    void anAccount() {
        // A test is one transaction, and what is confirmed last in it needs the areas, which are locked first.
        locks.lockShared(Purpose.AREAS);
        account = accounts.confirmed(NUMBER, "100.00");
        clerk = accounts.clerk();
        colleague = accounts.colleague();
    }

    private static ABankFile file() {
        return ABankFile.of(NUMBER, "100.00")
                .in(DAY, "126.78", "安居物业公司", "32050161513600000188", "维修资金")
                .in(DAY, "1.25", "", "", "结息");
    }

    private MvcTestResult send(String address, byte[] content, CurrentUser by, Map<String, String> form) {
        var request = mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("file", "流水.csv", null, content))
                .with(SignedIn.as(by))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return send("/bank/imports", content, clerk, Map.of("account", account.toString()));
    }

    /** Lines of the account alone: other tests leave theirs. */
    private String own(String text) {
        return "/bank/lines?account=" + account + "&text=" + text;
    }

    @Test
    void aFileIsPreviewedConfirmedAndItsLinesAreThere() {
        MvcTestResult sent = upload(file().content());
        assertThat(sent).hasStatus(303);
        String preview = Pages.redirected(sent);
        Document page = pages.open(preview, clerk);
        assertThat(page.select("h1").text()).isEqualTo("流水.csv");
        assertThat(page.select(".summary-list dd").eachText()).contains("建设银行", "2 笔", "128.03", "228.03");
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody tr").first().text()).contains("2025-11-03", "126.78", "226.78", "安居物业公司");

        assertThat(pages.post(preview + "/confirm", clerk, Map.of()))
                .hasStatus(303)
                .hasRedirectedUrl(preview);
        assertThat(pages.open(preview, clerk).select(".identity-bar .tag").text())
                .isEqualTo("已导入");
        assertThat(pages.open(preview, clerk).select("form[action$=confirm]")).isEmpty();
        assertThat(pages.open("/bank/imports", clerk).select("tbody tr").first().text())
                .contains("流水.csv", "已导入");
        assertThat(pages.open("/bank/lines?account=" + account, clerk)
                        .select("tbody tr")
                        .eachText())
                .anySatisfy(row -> assertThat(row).contains("126.78", "安居物业公司", "待查", "待处理"));
        assertThat(pages.open(own("1.25"), clerk).select("tbody tr")).hasSize(1);
    }

    @Test
    void aFileThatIsNotRightComesBackWithEachReason() {
        MvcTestResult nothing = mvc.post()
                .uri("/bank/imports")
                .multipart()
                .with(SignedIn.as(clerk))
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(nothing).select(".error-summary li").eachText()).contains("请选择专户");

        MvcTestResult wrong = upload(new String(file().content(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("228.03", "229.03")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(wrong);
        assertThat(page.select(".error-summary li").text())
                .contains("第 3 行：上一笔（第 2 行）余额 226.78，本笔 1.25，余额应为 228.03，文件里是 229.03");
        assertThat(page.select("#account option[selected]").val()).isEqualTo(account.toString());
    }

    @Test
    void aLineIsAssignedByOneAndConfirmedByAnother() {
        String preview = Pages.redirected(upload(file().content()));
        pages.post(preview + "/confirm", clerk, Map.of());
        String line = pages.open(own("1.25"), clerk).select("tbody a").attr("href");

        MvcTestResult nothing = pages.post(line + "/assign", clerk, Map.of());
        assertThat(nothing).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(nothing).select(".error-summary li").eachText()).containsExactly("请选择款项种类");
        MvcTestResult unknown =
                pages.post(line + "/assign", clerk, Map.of("kind", "REMITTANCE", "slips", "JC20261205-9999"));
        assertThat(unknown).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(unknown).select(".error-summary li").text()).contains("没有等待到账的缴存单 JC20261205-9999");
        assertThat(Pages.parse(unknown).select("#slips").val()).isEqualTo("JC20261205-9999");

        assertThat(pages.post(line + "/assign", clerk, Map.of("kind", "INTEREST")))
                .hasStatus(303);
        Document own = pages.open(line, clerk);
        assertThat(own.select("main").text()).contains("这件认定由您提出，要由另一位经办人员确认。");
        assertThat(own.select("form[action$=confirm] button").eachText()).containsExactly("撤回");
        Document other = pages.open(line, colleague);
        String assignment = other.select("input[name=assignment]").val();
        assertThat(pages.post(line + "/confirm", clerk, Map.of("assignment", assignment)))
                .hasStatus(303);
        assertThat(pages.open(line, clerk)
                        .select("h1 + .tag, .identity-bar .tag")
                        .text())
                .isEqualTo("待确认");
        assertThat(pages.post(line + "/confirm", colleague, Map.of("assignment", assignment)))
                .hasStatus(303);
        assertThat(pages.open(line, clerk).select(".identity-bar .tag").text()).isEqualTo("已处理");
        assertThat(pages.post(line + "/confirm", colleague, Map.of("assignment", "")))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aTemplateIsMadeOfASample() throws IOException {
        byte[] sample =
                "单位账号：62270000880031\n记账日,收支,发生金额,账面余额,往来单位,说明\n2025.11.03,进,5.00,105.00,甲公司,缴存\n2025.11.04,出,1.00,104.00,乙公司,费用\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        MvcTestResult sent = send("/bank/templates/samples", sample, clerk, Map.of());
        assertThat(sent).hasStatus(303);
        String address = Pages.redirected(sent);
        Document page = pages.open(address, clerk);
        assertThat(page.select("td.card-title").eachText()).containsExactly("记账日", "收支", "发生金额", "账面余额", "往来单位", "说明");
        assertThat(pages.get(address, colleague)).hasStatus(HttpStatus.NOT_FOUND);

        MvcTestResult lacking = made(address, "save", "江城农商银行", "DAY", "", "AMOUNT", "BALANCE", "", "");
        assertThat(lacking).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(lacking).select(".error-summary li").text()).contains("还没有选：借贷或收付标志");

        MvcTestResult shown =
                made(address, "preview", "江城农商银行", "DAY", "DIRECTION", "AMOUNT", "BALANCE", "COUNTERPARTY", "TEXT");
        assertThat(shown).hasStatusOk();
        assertThat(Pages.parse(shown).select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("2025-11-04", "-1.00", "104.00", "乙公司"));
        assertThat(made(address, "save", "江城农商银行", "DAY", "DIRECTION", "AMOUNT", "BALANCE", "COUNTERPARTY", "TEXT"))
                .hasStatus(303);
        assertThat(made(address, "save", "江城农商银行", "DAY", "DIRECTION", "AMOUNT", "BALANCE", "COUNTERPARTY", "TEXT"))
                .hasStatus(303);
        assertThat(pages.open("/bank/templates", clerk).select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).isEqualTo("江城农商银行 2 借/贷或收/付标志 表头上方的一行 林致远"));

        assertThat(upload(sample)).hasStatus(303);
    }

    @Test
    void aColumnOfDaysThatIsCalledATimeElsewhereIsTakenForTheDay() throws IOException {
        String address = Pages.redirected(send("/bank/templates/samples", file().content(), clerk, Map.of()));

        Document page = pages.open(address, clerk);

        assertThat(page.select("tr:has(td:containsOwn(交易时间)) option[selected]").text())
                .isEqualTo("交易日期");
        assertThat(page.text()).as("its lines are shown at once").doesNotContain("还读不出来");
    }

    private MvcTestResult made(String address, String action, String name, String... columns) {
        var request = mvc.post()
                .uri(address)
                .with(SignedIn.as(clerk))
                .with(csrf())
                .param("action", action)
                .param("name", name)
                .param("sign", "DIRECTION")
                .param("income", "进")
                .param("expense", "出")
                .param("account", "ABOVE")
                .param("accountLabel", "单位账号")
                .param("columns", columns);
        return request.exchange();
    }

    @Test
    void samplesCanBeDownloaded() throws IOException {
        for (String name : List.of("boc", "ccb", "icbc", "icbc-serial", "abc", "cmb")) {
            MvcTestResult sent = pages.get("/bank/imports/samples/" + name + ".csv", clerk);
            assertThat(sent).hasStatusOk();
            assertThat(sent.getResponse().getContentAsByteArray())
                    .isEqualTo(new ClassPathResource("bank/samples/" + name + ".csv").getContentAsByteArray());
        }
        assertThat(pages.get("/bank/imports/samples/none.csv", clerk)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theAuditorReadsAndNobodyElseBesideTheCentreSeesAnything() {
        String preview = Pages.redirected(upload(file().content()));
        pages.post(preview + "/confirm", clerk, Map.of());
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        String line = pages.open(own("1.25"), auditor).select("tbody a").attr("href");
        Document page = pages.open(line, auditor);
        assertThat(page.select("main form")).isEmpty();
        assertThat(pages.post(line + "/assign", auditor, Map.of("kind", "INTEREST")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get("/bank/imports", auditor)).hasStatus(HttpStatus.FORBIDDEN);

        CurrentUser company = SignedIn.person(
                "李某",
                Role.ENTERPRISE_OPERATOR,
                new OrgRef(org.maintenancefund.access.OrgType.ENTERPRISE, java.util.UUID.randomUUID()),
                "某公司",
                world.district().id());
        assertThat(pages.get("/bank/lines", company)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get(line, company)).hasStatus(HttpStatus.FORBIDDEN);
    }
}
