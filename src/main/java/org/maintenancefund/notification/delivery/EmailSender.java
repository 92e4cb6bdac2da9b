package org.maintenancefund.notification.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.delivery.Outcome.Result;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands an e-mail over to the city's mail server, under the same Message-ID at each attempt. */
@Component
@RequiredArgsConstructor
@ConditionalOnProperty("spring.mail.host")
class EmailSender implements MessageSender {

    /** From here on a reply of a server is final. */
    private static final int PERMANENT = 500;

    private final JavaMailSender server;
    private final NotificationProperties settings;
    private final Clock clock;

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        try {
            server.send(mail(message));
            return Outcome.sent();
        } catch (MailAuthenticationException refused) {
            return Outcome.of(Result.LATER, Trouble.OTHER_SIDE_FAILED, "");
        } catch (MailSendException failed) {
            if (failed.getCause() != null && failed.getMessageExceptions().length > 0) {
                // There was no connection yet: no name, no handshake, no greeting.
                return Outcome.of(Result.LATER, Trouble.UNREACHABLE, "");
            }
            return failed.getMessageExceptions().length > 0
                    ? outcome(failed.getMessageExceptions()[0])
                    : outcome(failed.getCause());
        } catch (MailException | MessagingException failed) {
            return Outcome.of(Result.REFUSED, Trouble.ADDRESS_REFUSED, "");
        }
    }

    private MimeMessage mail(OutgoingMessage message) throws MessagingException {
        String from = settings.email().from();
        String id = "<" + message.id() + from.substring(from.indexOf('@')) + ">";
        MimeMessage mail = new MimeMessage(server.createMimeMessage().getSession()) {

            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(message.address(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** Where the connection breaks after the server was given the message, nobody knows whether it took it. */
    private static Outcome outcome(@Nullable Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = next(cause)) {
            if (cause instanceof MailConnectException) {
                return Outcome.of(Result.LATER, Trouble.UNREACHABLE, "");
            }
            if (cause instanceof SMTPAddressFailedException address) {
                return ofReply(address.getReturnCode(), Trouble.ADDRESS_REFUSED);
            }
            if (cause instanceof SMTPSendFailedException reply && reply.getNextException() == null) {
                return ofReply(reply.getReturnCode(), Trouble.NOT_ACCEPTED);
            }
            if (cause instanceof AuthenticationFailedException) {
                return Outcome.of(Result.LATER, Trouble.OTHER_SIDE_FAILED, "");
            }
            if (cause instanceof IOException) {
                return Outcome.of(Result.UNKNOWN, Trouble.BROKEN_OFF, "");
            }
        }
        return failed instanceof SendFailedException
                ? Outcome.of(Result.REFUSED, Trouble.ADDRESS_REFUSED, "")
                : Outcome.of(Result.UNKNOWN, Trouble.BROKEN_OFF, "");
    }

    private static @Nullable Throwable next(Throwable failed) {
        return failed instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failed.getCause();
    }

    private static Outcome ofReply(int code, Trouble trouble) {
        return code >= PERMANENT
                ? Outcome.of(Result.REFUSED, trouble, code)
                : code > 0
                        ? Outcome.of(Result.LATER, Trouble.OTHER_SIDE_FAILED, code)
                        : Outcome.of(Result.UNKNOWN, Trouble.BROKEN_OFF, "");
    }
}
