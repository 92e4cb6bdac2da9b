package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A committee's person reads what they were told; the centre changes the words of messages and looks after what did not arrive. */
@Lengthy
@DemoCityTest
class MessagesBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void messagesAreReadOneByOne(Width width) {
        try (Visitor person = signedIn(port, width, "demo-committee")) {
            Locator header = person.page().locator(".header-tools a[href='/messages']");
            int unread = number(header);
            assertThat(unread).isPositive();
            header.click();
            assertThat(person.heading()).isEqualTo("消息");
            see(person, "messages-" + width);

            person.page().locator("form[action$='/read'] button").last().click();

            assertThat(number(header)).isEqualTo(unread - 1);
        }
    }

    private static int number(Locator header) {
        return Integer.parseInt("0" + header.innerText().replaceAll("[^0-9]", ""));
    }

    @ParameterizedTest
    @EnumSource
    void wordsAreLookedAtBeforeTheyAreSaved(Width width) {
        try (Visitor staff = signedIn(port, width, "demo-municipal")) {
            staff.open("/message-templates");
            assertThat(staff.heading()).isEqualTo("消息模板");
            see(staff, "message-templates-" + width);
            staff.page()
                    .locator("td.card-title a")
                    .filter(new Locator.FilterOptions().setHasText("申请已退回"))
                    .click();
            see(staff, "message-template-" + width);
            staff.page().locator("input[name=subject]").fill("请修改：{单位}");
            staff.page().locator("button[formaction$='/preview']").click();
            assertThat(staff.page().locator(".error-summary").innerText()).contains("不认识的占位 {单位}");
            staff.page().locator("input[name=subject]").fill("请修改：{名称}");
            staff.page().locator("button[formaction$='/preview']").click();
            assertThat(staff.page().locator("main").innerText()).contains("请修改：和谐花园业主委员会");
            see(staff, "message-template-preview-" + width);
        }
    }

    /** The demo city's people are phoned: what is sent elsewhere is put there. */
    @ParameterizedTest
    @EnumSource
    void whatDidNotArriveIsLookedAfter(Width width) {
        jdbc.sql("DELETE FROM message WHERE channel = 'SMS'").update();
        jdbc.sql("INSERT INTO message (id, kind, source, channel, address, recipient_name, subject, text, created_at,"
                        + " state, attempt, attempted_at, tries, trouble, trouble_detail) SELECT gen_random_uuid(),"
                        + " 'APPLICATION_RETURNED', 'YW20261123-001' || n || '/1', 'SMS', '1390000123' || n, '王建国', '题',"
                        + " '文', now(), CASE n WHEN 1 THEN 'UNCERTAIN' ELSE 'FAILED' END, gen_random_uuid(), now(), n,"
                        + " CASE n WHEN 1 THEN 'NO_ANSWER' ELSE 'OTHER_SIDE_FAILED' END, CASE n WHEN 1 THEN '' ELSE '500' END"
                        + " FROM generate_series(1, 3) n")
                .update();
        try (Visitor staff = signedIn(port, width, "demo-admin")) {
            staff.open("/message-deliveries");
            see(staff, "message-deliveries-" + width);
            staff.page()
                    .locator("tbody tr button")
                    .filter(new Locator.FilterOptions().setHasText("已送达"))
                    .click();
            assertThat(staff.page().locator(".notice").innerText()).contains("已记为送达");
            assertThat(staff.page().locator("tbody tr").count()).isEqualTo(2);
        }
    }
}
