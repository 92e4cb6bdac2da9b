package org.maintenancefund.account.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 重新签发激活码, 重置密码 and 解除登录限制 of people of a committee. */
@IntegrationTest
@Transactional
class RenewalPageTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Throttle throttle;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private OrgRef committee;

    @BeforeEach
    void anApprovedCommittee() {
        committee = world.committee(world.area("和谐花园"), "和谐花园业主委员会").id().ref();
    }

    @Test
    void someoneWaitingForTheFirstSignInGetsANewCodeAndTheOldOneIsVoid() {
        IssuedAccount account = has("newcode", "冯新码");

        MvcTestResult result = pages.post("/operators/slips", world.clerk(), renewal(account));

        assertThat(result).hasStatusOk().hasHeader("Cache-Control", "no-store");
        String code = Pages.parse(result).select(".one-time-code").text();
        assertThat(operators.activate("newcode", account.activationCode(), "一句好记的话 2026"))
                .isFalse();
        assertThat(operators.activate("newcode", OneTimeCode.parse(code).orElseThrow(), "一句好记的话 2026"))
                .isTrue();
        assertThat(audited("newcode")).contains("OPERATOR_CODE_REISSUED");
    }

    @Test
    void aRenewalSentAgainShowsNoSecondCode() {
        Map<String, String> renewal = renewal(has("oncecode", "冯一次"));
        pages.post("/operators/slips", world.clerk(), renewal);

        MvcTestResult again = pages.post("/operators/slips", world.clerk(), renewal);

        assertThat(again).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(((Notice) again.getMvcResult().getFlashMap().get(Notice.ATTRIBUTE)).title())
                .contains("账号告知单只显示一次");
    }

    @Test
    void someoneWhoForgotThePasswordIsLedBackToTheInitialOne() {
        IssuedAccount account = has("forgot", "冯忘记");
        operators.activate("forgot", account.activationCode(), "一句好记的话 2026");
        Map<String, String> reset = renewal(account);
        assertThat(pages.post("/operators/slips", world.clerk(), reset))
                .as("a new code for who has a password")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(operators.find(account.id()).orElseThrow().state()).isEqualTo(OperatorState.ACTIVE);

        Document page = pages.open("/operators/new/COMMITTEE/" + committee.id(), world.clerk());
        assertThat(page.select(".card-actions .btn").eachText()).containsExactly("重置密码：冯忘记");
        throttle.ask(Purpose.PASSWORD, "forgot", Throttle.STRANGERS);
        assertThat(pages.open("/operators/new/COMMITTEE/" + committee.id(), world.clerk())
                        .select(".card-actions .btn")
                        .eachText())
                .as("a limit is lifted where there is one")
                .containsExactly("重置密码：冯忘记", "解除登录限制：冯忘记");
        reset.put("submission", UUID.randomUUID().toString());
        reset.put("reset", "true");
        assertThat(Pages.parse(pages.post("/operators/slips", world.clerk(), reset))
                        .select(".sheet"))
                .hasSize(1);
        assertThat(operators.find(account.id()).orElseThrow().state()).isEqualTo(OperatorState.PENDING_ACTIVATION);
        assertThat(audited("forgot")).contains("OPERATOR_PASSWORD_RESET");
    }

    @Test
    void aLimitOnSigningInIsLifted() {
        IssuedAccount account = has("limited", "冯限制");

        MvcTestResult result = pages.post("/operators/" + account.id() + "/release", world.clerk(), Map.of());

        assertThat(result).hasStatus3xxRedirection().hasRedirectedUrl("/operators/" + account.id());
        assertThat(audited("limited")).contains("OPERATOR_THROTTLE_LIFTED");
    }

    private Map<String, String> renewal(IssuedAccount account) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("operator", operators.find(account.id()).orElseThrow().seen().toString());
        form.put("submission", UUID.randomUUID().toString());
        return form;
    }

    private IssuedAccount has(String username, String name) {
        return world.account(committee, Role.COMMITTEE_OPERATOR, name, "13900009999", username);
    }

    /** What people did to the account; failed sign-ins, which are kept whatever a test rolls back, have nobody who did it. */
    private List<String> audited(String username) {
        return jdbc.sql("SELECT action FROM audit_entry WHERE object_id = ? AND operator_id IS NOT NULL"
                        + " ORDER BY occurred_at, id")
                .param(username)
                .query(String.class)
                .list();
    }
}
