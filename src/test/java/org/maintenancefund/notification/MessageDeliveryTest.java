package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.notification.domain.MessageDelivery;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Messages by SMS and e-mail: each once, or in sight of a person. With a gateway and a mail server; nothing is rolled back. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class MessageDeliveryTest {

    private static final SmsGateway GATEWAY = new SmsGateway();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final String LIST = "/message-deliveries";
    private static int number;

    @Autowired
    World world;

    @Autowired
    ACommittee committees;

    @Autowired
    Enterprises enterprises;

    @Autowired
    MessageDelivery delivery;

    @Autowired
    TravellingClock clock;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        MAIL.start();
        settings.add("app.notification.channels", () -> "sms,email");
        settings.add("app.notification.sms.url", GATEWAY::url);
        settings.add("app.notification.sms.secret", () -> SmsGateway.SECRET);
        settings.add("app.notification.sms.read-timeout", () -> "3s");
        settings.add("app.notification.email.from", () -> "weixiujin@city.example");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
        MAIL.stop();
    }

    @BeforeEach
    void allIsSent() throws Exception {
        jdbc.sql("DELETE FROM message").update();
        GATEWAY.well();
        MAIL.purgeEmailFromAllMailboxes();
    }

    private record Row(UUID id, String kind, String state, int tries, String text) {}

    private ApplicationNumber submitted() {
        String name = "短信" + ++number + "号院";
        return committees.submitted(world.area(name), name + "业主委员会");
    }

    private List<Row> sms() {
        return jdbc.sql(
                        "SELECT id, kind, state, tries, text FROM message WHERE channel = 'SMS' ORDER BY created_at, id")
                .query(Row.class)
                .list();
    }

    private Row onlySms() {
        List<Row> rows = sms();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private int sendLater(Duration time) {
        return clock.at(Instant.now().plus(time), delivery::sendDue);
    }

    private void post(String action, String seen) {
        assertThat(pages.post(LIST + "/" + onlySms().id() + "/" + action, world.administrator(), Map.of("seen", seen)))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aStrangersSubmissionAndItsReturnReachTheContact(CapturedOutput printed) {
        ApplicationNumber application = submitted();
        committees.decided(application, ReviewAction.RETURN, world.clerk());

        assertThat(delivery.sendDue()).isEqualTo(2);
        assertThat(delivery.sendDue()).isZero();

        assertThat(sms()).extracting(Row::state).containsExactly("SENT", "SENT");
        assertThat(GATEWAY.requests()).hasSize(2).allMatch(SmsGateway.Request::signed);
        assertThat(GATEWAY.requests().get(1).body())
                .contains(application.value(), "已退回")
                .doesNotContain("说明");
        assertThat(printed.getOut().lines().filter(line -> line.contains("[maintenance-fund]")))
                .noneMatch(line -> line.contains("13900001234"));
    }

    @Test
    void aGatewayThatFailsIsAskedAgainLaterAndLaterAndThenAPersonIs() {
        submitted();
        GATEWAY.answers(500);

        delivery.sendDue();
        assertThat(onlySms().state()).isEqualTo("WAITING");
        assertThat(delivery.sendDue()).as("before its time").isZero();
        assertThat(sendLater(Duration.ofMinutes(2))).isOne();
        assertThat(sendLater(Duration.ofMinutes(3)))
                .as("the next pause is longer")
                .isZero();
        for (int hours = 1; hours <= 40; hours += 10) {
            sendLater(Duration.ofHours(hours));
        }

        assertThat(onlySms().state()).isEqualTo("FAILED");
        assertThat(onlySms().tries()).isEqualTo(6);
        assertThat(GATEWAY.requests())
                .hasSize(6)
                .extracting(SmsGateway.Request::id)
                .containsOnly(onlySms().id().toString());
        Document list = pages.open(LIST, world.administrator());
        assertThat(list.select("tbody tr").text())
                .contains("申请已提交", "短信　139****1234", "发送失败", "对方暂时不能处理（500），已试 6 次")
                .doesNotContain("13900001234");
        assertThat(pages.open("/workbench", world.administrator()).text()).contains("消息没有送达");

        GATEWAY.well();
        post("resend", "FAILED");
        assertThat(delivery.sendDue()).isOne();
        assertThat(onlySms().state()).isEqualTo("SENT");
        assertThat(pages.open(LIST, world.administrator()).text()).contains("这里没有发送记录");
        assertThat(pages.open(LIST + "?tab=SENT", world.municipal()).select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void theListIsNarrowedDownByNumberEndOfTheMobileWayStateAndDay() {
        ApplicationNumber first = submitted();
        ApplicationNumber second = submitted();
        GATEWAY.answers(400);
        delivery.sendDue();
        GATEWAY.well();
        String all = LIST + "?tab=ALL";

        assertThat(found(all + "&q=" + first)).isEqualTo(1);
        assertThat(pages.open(all + "&q=" + first, world.administrator())
                        .select("tbody tr")
                        .text())
                .contains(first.value())
                .doesNotContain(second.value());
        assertThat(found(all + "&q=1234")).isEqualTo(2);
        assertThat(found(all + "&q=13900001234")).isEqualTo(2);
        assertThat(found(all + "&q=1235")).isZero();
        assertThat(found(all + "&q=234")).as("too few digits").isZero();
        assertThat(found(all + "&q=13900001234&channel=SMS&state=FAILED")).isEqualTo(2);
        assertThat(found(all + "&channel=EMAIL")).isZero();
        assertThat(found(all + "&state=SENT")).isZero();
        assertThat(found(all + "&from=" + world.today() + "&to=" + world.today()))
                .isEqualTo(2);
        assertThat(found(all + "&from=" + world.today().plusDays(1))).isZero();
        Document wrong = pages.open(all + "&state=NOTHING", world.administrator());
        assertThat(wrong.select(".chip-unreadable")).hasSize(1);
        assertThat(wrong.select("tbody tr")).isEmpty();
        Document filtered = pages.open(LIST + "?q=1234", world.administrator());
        assertThat(filtered.select("form[action$=/message-deliveries/resend]"))
                .as("all failed ones would be sent, not those that are shown")
                .isEmpty();
        assertThat(filtered.select("input[name=tab]").attr("value")).isEqualTo("DEAD");
        assertThat(filtered.select("form[action$='/drop?q=1234']"))
                .as("a decision leads back to what was found")
                .hasSize(2);
        assertThat(filtered.select(".list-bar").text()).contains("最早的在前");
        assertThat(pages.open(all, world.administrator()).select(".list-bar").text())
                .contains("最新的在前");
    }

    private int found(String address) {
        return pages.open(address, world.administrator()).select("tbody tr").size();
    }

    @Test
    void whatMayHaveArrivedIsShownAndNeverSentAgainByItself() {
        submitted();
        GATEWAY.isSlow(Duration.ofMillis(4500));

        delivery.sendDue();

        assertThat(onlySms().state()).isEqualTo("UNCERTAIN");
        assertThat(sendLater(Duration.ofDays(2))).isZero();
        assertThat(pages.open(LIST, world.administrator()).select("tbody tr").text())
                .contains("待确认", "已交出，没有等到答复", "仍要重发", "已送达");
        assertThat(pages.post(LIST + "/resend", world.administrator(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(onlySms().state()).as("重发 of all failed ones leaves it").isEqualTo("UNCERTAIN");

        post("confirm", "UNCERTAIN");
        assertThat(onlySms().state()).isEqualTo("SENT");
        post("resend", "UNCERTAIN");
        assertThat(onlySms().state()).as("somebody was quicker").isEqualTo("SENT");
    }

    @Test
    void sentAgainByAPersonItIsTheSameMessageToTheGateway() {
        submitted();
        GATEWAY.isSlow(Duration.ofMillis(4500));
        delivery.sendDue();
        GATEWAY.isSlow(Duration.ZERO).answers(409);

        post("resend", "UNCERTAIN");
        delivery.sendDue();

        assertThat(onlySms().state()).isEqualTo("SENT");
        assertThat(GATEWAY.requests())
                .extracting(SmsGateway.Request::id)
                .hasSize(2)
                .containsOnly(onlySms().id().toString());
        assertThat(GATEWAY.taken().get(onlySms().id().toString())).hasValue(1);
    }

    @Test
    void whatIsNotWantedAnyMoreIsDropped() {
        submitted();
        GATEWAY.answers(400);
        delivery.sendDue();

        post("drop", "FAILED");

        assertThat(onlySms().state()).isEqualTo("DROPPED");
        assertThat(sendLater(Duration.ofDays(2))).isZero();
        assertThat(pages.post(
                        LIST + "/" + UUID.randomUUID() + "/drop", world.administrator(), Map.of("seen", "FAILED")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(LIST + "/" + UUID.randomUUID() + "/drop", world.administrator(), Map.of("seen", "NONE")))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void fourInstancesSendEachMessageOnce() throws Exception {
        ApplicationNumber application = submitted();
        jdbc.sql("INSERT INTO message (id, kind, source, channel, address, recipient_name, subject, text, created_at,"
                        + " state, due_at) SELECT gen_random_uuid(), m.kind, 'race ' || n, m.channel, m.address,"
                        + " m.recipient_name, m.subject, m.text, m.created_at, m.state, m.due_at"
                        + " FROM message m, generate_series(1, 79) n WHERE m.source LIKE :number")
                .param("number", application + "/%")
                .update();
        GATEWAY.isSlow(Duration.ofMillis(20));

        Callable<Integer> instance = delivery::sendDue;
        List<Race.Outcome<Integer>> instances = Race.of(Collections.nCopies(4, instance));

        assertThat(instances).allMatch(Race.Outcome::won);
        assertThat(instances.stream().mapToInt(Race.Outcome::value).sum()).isEqualTo(80);
        assertThat(instances).filteredOn(one -> one.value() > 0).hasSizeGreaterThan(1);
        assertThat(GATEWAY.requests())
                .extracting(SmsGateway.Request::id)
                .hasSize(80)
                .doesNotHaveDuplicates();
        assertThat(sms()).extracting(Row::state).containsOnly("SENT");
    }

    @Test
    void whatAnInstanceLeftInTheMiddleIsLookedAtByAPersonUnlessItComesBack() {
        submitted();
        jdbc.sql("UPDATE message SET state = 'SENDING', due_at = NULL, attempt = gen_random_uuid(),"
                        + " attempted_at = now() - interval '1 minute', tries = 1")
                .update();

        assertThat(delivery.sendDue()).isZero();
        assertThat(onlySms().state()).isEqualTo("SENDING");
        assertThat(sendLater(Duration.ofMinutes(2))).isZero();

        assertThat(onlySms().state()).isEqualTo("UNCERTAIN");
        assertThat(pages.open(LIST, world.administrator()).text()).contains("发送时系统中断");
        assertThat(GATEWAY.requests()).isEmpty();
    }

    @Test
    void aCompanyWithAMailboxIsWrittenTo() throws Exception {
        EnterpriseId company = enterprises.register(new NewEnterprise(
                World.freeCreditCode(),
                "邮件物业公司",
                new PersonName("沈澄之"),
                "云州市示范路 1 号",
                "",
                world.district().id(),
                new PersonName("陆晓岚"),
                new MobileNumber("13900004999"),
                null,
                "office@company.example",
                Qualification.UNQUALIFIED));
        world.account(company.ref(), Role.ENTERPRISE_OPERATOR, "周敏", "13900004998", "mailed");

        delivery.sendDue();

        assertThat(MAIL.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("账号已创建：mailed");
            assertThat(mail.getAllRecipients()[0]).hasToString("office@company.example");
        });
        assertThat(GATEWAY.requests()).hasSize(1);
        assertThat(pages.open(LIST + "?tab=ALL", world.municipal()).text())
                .contains("o***@company.example")
                .doesNotContain("office@company.example");
    }

    @Test
    void oldMessagesGoAndThoseThatSomebodyHasToLookAtStay() {
        submitted();
        delivery.sendDue();
        submitted();
        GATEWAY.answers(400);
        delivery.sendDue();

        assertThat(clock.at(Instant.now().plus(Duration.ofDays(179)), delivery::deleteExpired))
                .isZero();
        assertThat(clock.at(Instant.now().plus(Duration.ofDays(181)), delivery::deleteExpired))
                .isEqualTo(1);
        assertThat(onlySms().state()).isEqualTo("FAILED");
        post("drop", onlySms().state());
        assertThat(clock.at(Instant.now().plus(Duration.ofDays(181)), delivery::deleteExpired))
                .isEqualTo(1);
    }
}
