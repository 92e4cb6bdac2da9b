package org.maintenancefund.account.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Accounts that nobody activated: by when their codes are over, and those that are over at hand. */
@IntegrationTest
@Transactional
class UnusedCodesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    Operators operators;

    @Autowired
    TravellingClock clock;

    private CommitteeView committee;

    @BeforeEach
    void aCommittee() {
        committee = world.committee(world.area("听雨轩"), "听雨轩业主委员会");
    }

    private IssuedAccount account(String name, String username) {
        return world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, name, "13900001234", username);
    }

    private Document list(String unused, Instant at) {
        return clock.at(at, () -> pages.open("/operators?unused=" + unused, world.clerk()));
    }

    @Test
    void theListSaysHowLongEachCodeStillWorksAndBeginsWithTheOldest() {
        Instant now = clock.instant();
        clock.at(now.minus(Duration.ofDays(10)), () -> account("李建党", "unusedli"));
        account("王建国", "unusedwang");

        Document list = list("1", now);

        assertThat(list.select("th").eachText()).contains("激活码", "创建时间").doesNotContain("密码来源", "最近登录");
        assertThat(list.select("td[data-label=用户名]").eachText()).containsExactly("unusedli", "unusedwang");
        assertThat(list.select("td[data-label=激活码]").eachText()).containsExactly("还剩 4 天", "还剩 14 天");
        assertThat(list.select("input[name=operator][checked]")).isEmpty();
    }

    @Test
    void thoseThatAreOverAreAllTicked() {
        Instant now = clock.instant();
        clock.at(now.minus(Duration.ofDays(16)), () -> account("李建党", "unusedli"));
        account("王建国", "unusedwang");
        assertThat(list("1", now).select("td[data-label=激活码]").eachText()).containsExactly("已过期", "还剩 14 天");
        assertThat(list("1", now).select("a:contains(勾选全部已过期的)").attr("href")).isEqualTo("/operators?unused=3");

        Document over = list("3", now);

        assertThat(over.select("td[data-label=用户名]").eachText()).containsExactly("unusedli");
        assertThat(over.select("input[name=operator][checked]")).hasSize(1);
        assertThat(over.select("main").text()).contains("激活码已过期");
    }

    @Test
    void whoSetTheFirstPasswordHasSignedIn() {
        IssuedAccount account = account("王建国", "unusedwang");

        operators.activate(account.username(), account.activationCode(), "a quiet long evening");

        assertThat(pages.open("/operators/" + account.id(), world.clerk()).text())
                .doesNotContain("从未登录");
    }
}
