package org.maintenancefund.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.web.Notice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 操作日志 as the auditor sees it. */
@IntegrationTest
@Transactional
class AuditPagesTest {

    @Autowired
    Pages pages;

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    AuditTrail trail;

    @Autowired
    TravellingClock clock;

    private final CurrentUser auditor = SignedIn.person("方审计", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    private final CurrentUser clerk =
            SignedIn.person("陈晓梅", Role.DISTRICT_STAFF, MunicipalCentre.REF, "东湖区维修资金管理中心", null);
    private final String number = "TS" + UUID.randomUUID();

    @Test
    void theNewestComesFirstAndEveryColumnIsFilled() {
        recordAt(MONDAY, "TEST_FIRST", "和谐花园业委会");
        recordAt(MONDAY.plusSeconds(60), "TEST_SECOND", "和谐花园业委会");

        Document page = pages.open("/audit?object=" + number, auditor);

        assertThat(page.title()).isEqualTo("操作日志 - 物业专项维修资金信息管理系统");
        assertThat(page.select("h1").text()).isEqualTo("操作日志");
        assertThat(page.select("tbody td[data-label=操作]").eachText()).containsExactly("TEST_SECOND", "TEST_FIRST");
        Element first = page.select("tbody tr").first();
        assertThat(first.text())
                .contains("2026-11-23 10:01:00", "陈晓梅（" + clerk.username() + "）", "东湖区维修资金管理中心", "和谐花园业委会", "成功");
        assertThat(page.select(".list-bar strong").text()).isEqualTo("2");
        assertThat(page.select(".empty")).isEmpty();
    }

    @Test
    void whatIsFilteredIsExportedWithWhatWasChanged() {
        recordAt(MONDAY, "TEST_FIRST", "和谐花园业委会");
        recordAt(MONDAY.plusSeconds(60), "TEST_SECOND", "和谐花园业委会");

        List<List<String>> rows = Sheets.rows(pages.get("/audit/export?object=" + number, auditor));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("时间", "操作人", "对象编号", "变更", "请求编号");
        assertThat(rows.get(1)).contains("2026-11-23 10:01:00", "TEST_SECOND", number, "成功");
        assertThat(pages.open("/audit?action=EXPORTED", auditor)
                        .select("td[data-label=对象]")
                        .eachText())
                .as("that it went out stands in the trail itself")
                .anyMatch(object -> object.contains("操作日志"));
    }

    @Test
    void theFiltersNarrowTheListAndStandInTheAddress() {
        recordAt(MONDAY, "TEST_FIRST", "和谐花园业委会");
        recordAt(MONDAY.plusSeconds(86_400), "TEST_SECOND", "100%_满意小区");
        String own = "&operator=" + clerk.username();

        assertThat(actions("/audit?from=2026-11-23&to=2026-11-23" + own)).containsExactly("TEST_FIRST");
        assertThat(actions("/audit?from=2026-11-24" + own)).containsExactly("TEST_SECOND");
        assertThat(actions("/audit?action=TEST_FIRST" + own)).containsExactly("TEST_FIRST");
        assertThat(actions("/audit?object=花园业" + own)).containsExactly("TEST_FIRST");
        assertThat(actions("/audit?object=0%_" + own)).containsExactly("TEST_SECOND");
        assertThat(actions("/audit?operator=陈晓梅&object=" + number)).hasSize(2);
        assertThat(actions("/audit?operator=陈晓&object=" + number)).isEmpty();

        Document page = pages.open("/audit?from=2026-11-23&action=TEST_FIRST" + own, auditor);
        assertThat(page.select("input[name=from]").val()).isEqualTo("2026-11-23");
        assertThat(page.select("#action option[selected]").val()).isEqualTo("TEST_FIRST");
        assertThat(page.select(".chips a").eachAttr("href"))
                .contains("/audit?from=2026-11-23&operator=" + clerk.username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-13-45&to=x",
                "from=%2B999999999-12-31",
                "after=bm9uc2Vuc2U",
                "before=YR9i",
                "after=MjAyNi0xMS0yM1QwMjowMDowMFofeA",
                "action=nonsense'%20OR%20'1'='1",
            })
    void anAddressThatWasEditedStillShowsAPage(String query) {
        assertThat(pages.get("/audit?" + query, auditor)).hasStatusOk();
    }

    @Test
    void pagesLeadOnAndBackWithoutLosingOrRepeatingAnEntry() {
        for (int i = 0; i < 45; i++) {
            recordAt(MONDAY.plusSeconds(i / 3), "TEST_FIRST", "第" + i);
        }
        List<String> seen = new ArrayList<>();
        String address = "/audit?object=" + number;
        for (int i = 0; i < 3; i++) {
            Document page = pages.open(address, auditor);
            seen.addAll(page.select("tbody td[data-label=对象]").eachText());
            address = page.select("a[rel=next]").attr("href");
            if (i == 2) {
                assertThat(address).isEmpty();
                Document back = pages.open(page.select("a[rel=prev]").attr("href"), auditor);
                assertThat(back.select("tbody td[data-label=对象]").eachText()).isEqualTo(seen.subList(20, 40));
            }
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
        assertThat(seen.get(0)).contains("第4");
    }

    @Test
    void anEntryShowsWhatWasChanged() {
        clock.at(
                MONDAY,
                () -> trail.record(AuditEvent.of("DISTRICT_CENTRE_ESTABLISHED")
                        .on("district", number, "东湖区")
                        .change("centreName", "旧名称", "东湖区维修资金管理中心")
                        .change("phone", null, new MobileNumber("13900001234"))
                        .change("streets", null, List.of("望湖街道", "柳堤街道"))
                        .by(clerk)));
        String href =
                pages.open("/audit?object=" + number, auditor).select("tbody a").attr("href");

        Document page = pages.open(href, auditor);

        assertThat(page.select("h1").text()).isEqualTo("日志详情");
        assertThat(page.select(".summary-list").text())
                .contains("陈晓梅（" + clerk.username() + "）", "区中心经办", "新增区中心", "区中心：东湖区", number);
        assertThat(page.select("tbody tr").eachText())
                .containsExactly("区中心名称 旧名称 东湖区维修资金管理中心", "电话 — 139****1234", "街道 — 望湖街道、柳堤街道");
    }

    @Test
    void anEntryThatDoesNotExistIsNotFound() {
        assertThat(pages.get("/audit/entries/" + UUID.randomUUID(), auditor)).hasStatus(404);
        assertThat(pages.get("/audit/entries/x", auditor)).hasStatus(404);
    }

    @Test
    void theChainIsVerifiedAtThePressOfAButton() {
        MvcTestResult result = pages.post("/audit/verification", auditor, Map.of());

        assertThat(result).hasStatus(303).hasRedirectedUrl("/audit");
        Notice notice = (Notice) result.getMvcResult().getFlashMap().get(Notice.ATTRIBUTE);
        assertThat(notice.title()).isEqualTo("验证通过，日志完整");
        assertThat(notice.text()).matches("已验证 \\d+ 条，另有 \\d+ 条等待封存。链尾：.*");
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        assertThat(pages.open("/audit?object=" + UUID.randomUUID(), auditor)
                        .select(".empty")
                        .text())
                .contains("没有符合条件的日志");
    }

    private List<String> actions(String address) {
        return pages.open(address, auditor).select("tbody td[data-label=操作]").eachText();
    }

    private void recordAt(Instant time, String action, String name) {
        clock.at(
                time,
                () -> trail.record(
                        AuditEvent.of(action).on("test", number, name).by(clerk)));
    }
}
