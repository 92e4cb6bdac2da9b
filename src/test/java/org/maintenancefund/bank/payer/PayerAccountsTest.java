package org.maintenancefund.bank.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 付款账户: told by one person of the municipal centre, used once another one has confirmed it. */
@IntegrationTest
@Transactional
class PayerAccountsTest {

    private static final String NAME = "备案物业有限公司";
    private static final String NUMBER = "3205016151360009";

    @Autowired
    World world;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private EnterpriseId company;
    private CurrentUser clerk;
    private CurrentUser colleague;

    @BeforeEach
    void aCompany() {
        company = world.company(NAME);
        clerk = accounts.clerk();
        colleague = accounts.colleague();
    }

    private MvcTestResult told(String name, String number) {
        return pages.post("/bank/payers", clerk, Map.of("company", name, "number", number, "name", ""));
    }

    private Map<String, String> seen() {
        return Map.of("company", company.toString(), "number", NUMBER);
    }

    private Document list(CurrentUser user) {
        return pages.open("/bank/payers?text=" + NUMBER, user);
    }

    @Test
    void isToldByOneAndUsedOnceAnotherHasConfirmedIt() {
        assertThat(told(NAME, "3205 0161 5136 0009")).hasStatus(303);
        assertThat(list(clerk).select("tbody tr").text()).contains(NAME, NUMBER, "待确认");
        assertThat(list(clerk).select("tbody button").eachText()).containsExactly("取消备案");
        assertThat(list(colleague).select("tbody button").eachText()).containsExactly("确认", "取消备案");
        pages.post("/bank/payers/confirm", clerk, seen());
        assertThat(list(clerk).select("tbody tr").text()).contains("待确认");

        assertThat(pages.post("/bank/payers/confirm", colleague, seen())).hasStatus(303);
        assertThat(list(clerk).select("tbody tr").text()).contains("已备案");
        assertThat(pages.open("/bank/payers?text=" + NUMBER + "&waiting=1", clerk)
                        .select("tbody tr"))
                .isEmpty();
        assertThat(pages.post("/bank/payers/remove", clerk, seen())).hasStatus(303);
        assertThat(list(clerk).select("tbody tr")).isEmpty();
        assertThat(pages.post("/bank/payers/confirm", colleague, seen())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatIsNotRightComesBackAsItWasTyped() {
        MvcTestResult nothing = pages.post("/bank/payers", clerk, Map.of());
        assertThat(nothing).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(nothing).select(".error-summary li").eachText())
                .containsExactly("请填写企业名称", "账号是 8 至 32 位数字，请核对");
        MvcTestResult unknown = told("没有的公司", NUMBER);
        assertThat(Pages.parse(unknown).select(".error-summary li").text()).contains("没有登记的企业“没有的公司”");
        assertThat(Pages.parse(unknown).select("#number").val()).isEqualTo(NUMBER);
        told(NAME, NUMBER);
        assertThat(Pages.parse(told(NAME, NUMBER)).select(".error-summary li").text())
                .contains("这家企业已有账户 " + NUMBER);
    }

    @Test
    void theDatabaseKnowsThatTwoPeopleConfirm() {
        told(NAME, NUMBER);

        assertThatThrownBy(() -> jdbc.sql("UPDATE payer_account SET confirmed = true, decided_by = proposed_by,"
                                + " decided_by_name = proposed_by_name WHERE number = :number")
                        .param("number", NUMBER)
                        .update())
                .hasMessageContaining("ck_payer_account_two_people");
    }
}
