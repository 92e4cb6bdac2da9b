package org.maintenancefund.account.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 用户名查询. */
@IntegrationTest
@Transactional
class LookupPageTest {

    @Autowired
    World world;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    TravellingClock clock;

    private int address;

    @BeforeEach
    void aCommitteeWithTwoPeople() {
        CommitteeView committee = world.committee(world.area("问津里"), "问津里业主委员会");
        world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900001234", "lookwangjg");
        world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "单雄", "13900008888", "lookshanx");
    }

    private void add(CommitteeView committee, String name, String mobile, String username) {
        operators.create(new NewOperator(
                committee.id().ref(),
                Role.COMMITTEE_OPERATOR,
                name,
                MobileNumber.parse(mobile).value(),
                username));
    }

    private MvcTestResult look(String type, String name, String mobile) {
        return mvc.post()
                .uri("/username-lookup")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("198.51.100." + ++address);
                    return request;
                })
                .param("type", type)
                .param("name", name)
                .param("mobile", mobile)
                .exchange();
    }

    @Test
    void theContactsMobileShowsUserNamesWithMaskedNames() {
        Document page = Pages.parse(look("COMMITTEE", "问津里业主委员会", "139 0000 1234"));

        assertThat(page.select("dl").text())
                .contains("王*国 lookwangjg", "单* lookshanx")
                .doesNotContain("王建国");
    }

    @Test
    void anOperatorsMobileAndTheOtherWordForCommitteeDoToo() {
        assertThat(Pages.parse(look("COMMITTEE", " 问津里 业委会", "13900008888")).text())
                .contains("lookwangjg");
    }

    @Test
    void unknownAndWrongGetTheSameAnswer() {
        String wrongMobile = Pages.parse(look("COMMITTEE", "问津里业主委员会", "13900007777"))
                .select("main h2")
                .text();
        String unknown = Pages.parse(look("COMMITTEE", "没有的业主委员会", "13900001234"))
                .select("main h2")
                .text();
        String otherKind = Pages.parse(look("OFFICE", "问津里业主委员会", "13900001234"))
                .select("main h2")
                .text();

        assertThat(wrongMobile).isEqualTo("没有查到").isEqualTo(unknown).isEqualTo(otherKind);
    }

    @Test
    void whatIsMissingIsSaidAndTheRestStays() {
        MvcTestResult result = look("", "问津里业主委员会", "1390000");

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.select(".error-summary li").eachText()).containsExactly("请选择单位类型", "联系人手机号码应为 11 位数字，现在只有 7 位");
        assertThat(page.select("#name").val()).isEqualTo("问津里业主委员会");
    }

    @Test
    void moreThanTwentyAMinuteAreTooMany() {
        clock.at(Instant.parse("2026-11-23T02:00:00Z"), () -> {
            for (int i = 0; i < 20; i++) {
                assertThat(oneFrom("203.0.113.9")).hasStatusOk();
            }
            assertThat(oneFrom("203.0.113.9")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
            assertThat(oneFrom("203.0.113.10")).hasStatusOk();
        });
    }

    private MvcTestResult oneFrom(String remote) {
        return mvc.post()
                .uri("/username-lookup")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(remote);
                    return request;
                })
                .param("type", "COMMITTEE")
                .param("name", "没有的业委会")
                .param("mobile", "13900001234")
                .exchange();
    }
}
