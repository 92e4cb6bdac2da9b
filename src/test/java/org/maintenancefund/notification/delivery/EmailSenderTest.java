package org.maintenancefund.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.delivery.Outcome.Result;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server is given, and what its answer, or none, means. Against a server of SMTP, and one that says what a test wants. */
class EmailSenderTest {

    private static final OutgoingMessage MESSAGE = new OutgoingMessage(
            UUID.fromString("01a22712-5e7f-7dd1-aeb6-7513eae47d12"),
            "office@company.example",
            "陆晓岚",
            "业委会注册已退回，需要修改：和谐花园业主委员会",
            "请在 2026-11-30 前修改。");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static EmailSender sender(int port) {
        return sender("127.0.0.1", port);
    }

    private static EmailSender sender(String host, int port) {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost(host);
        mail.setPort(port);
        mail.getJavaMailProperties().put("mail.smtp.connectiontimeout", "5000");
        mail.getJavaMailProperties().put("mail.smtp.timeout", "3000");
        mail.getJavaMailProperties().put("mail.smtp.writetimeout", "3000");
        return new EmailSender(
                mail,
                new NotificationProperties(
                        null, null, null, null, null, null, new NotificationProperties.Email("weixiujin@city.example")),
                Clock.systemUTC());
    }

    @Test
    void aMailArrivesInChineseUnderTheSameIdentifierAtEachAttempt() throws Exception {
        EmailSender sender = sender(server.getSmtp().getPort());

        assertThat(sender.send(MESSAGE)).isEqualTo(Outcome.sent());
        assertThat(sender.send(MESSAGE)).isEqualTo(Outcome.sent());

        assertThat(server.getReceivedMessages()).hasSize(2).allSatisfy(mail -> {
            assertThat(((MimeMessage) mail).getMessageID()).isEqualTo("<" + MESSAGE.id() + "@city.example>");
            assertThat(mail.getSubject()).isEqualTo(MESSAGE.subject());
            assertThat(mail.getFrom()[0]).hasToString("weixiujin@city.example");
            assertThat(mail.getAllRecipients()[0]).hasToString("office@company.example");
            assertThat(mail.getContent().toString().strip()).isEqualTo(MESSAGE.text());
            assertThat(GreenMailUtil.getHeaders(mail)).contains("Auto-Submitted: auto-generated");
        });
    }

    @Test
    void whereNobodyListensItIsTriedLater() throws Exception {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThat(sender(port).send(MESSAGE).result()).isEqualTo(Result.LATER);
    }

    @Test
    void aServerWhoseNameIsUnknownIsTriedLater() {
        EmailSender sender = sender("mail.invalid", 25);

        assertThat(sender.send(MESSAGE).result()).isEqualTo(Result.LATER);
    }

    @Test
    void anAddressThatIsNoneIsNotTriedAgain() {
        OutgoingMessage nowhere =
                new OutgoingMessage(MESSAGE.id(), "nobody at all", MESSAGE.name(), MESSAGE.subject(), MESSAGE.text());

        assertThat(sender(server.getSmtp().getPort()).send(nowhere).result()).isEqualTo(Result.REFUSED);
    }

    @ParameterizedTest(name = "{1} to {0} means {2}")
    @CsvSource({
        "RCPT, 550 no such mailbox, REFUSED",
        "RCPT, 450 try again, LATER",
        "MAIL, 421 too busy, LATER",
        "'.', 554 refused, REFUSED",
        "'.', 451 later, LATER",
        "'.', '', UNKNOWN",
    })
    void whatTheServerSaysHasItsMeaning(String at, String reply, Result meaning) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread talk = new Thread(() -> talk(listening, at, reply));
            talk.setDaemon(true);
            talk.start();

            assertThat(sender(listening.getLocalPort()).send(MESSAGE).result()).isEqualTo(meaning);
        }
    }

    /** Speaks SMTP until that command, and then says that; nothing where it is empty. */
    private static void talk(ServerSocket listening, String at, String reply) {
        try (Socket client = listening.accept()) {
            var in = new java.io.BufferedReader(
                    new java.io.InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            boolean body = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (body && !line.equals(".")) {
                    continue;
                }
                body = line.startsWith("DATA");
                if (line.startsWith(at)) {
                    if (!reply.isEmpty()) {
                        say(client, reply);
                    }
                } else {
                    say(client, body ? "354 go on" : "250 ok");
                }
            }
        } catch (java.io.IOException gone) {
            // The client has heard enough.
        }
    }

    private static void say(Socket client, String line) throws java.io.IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
