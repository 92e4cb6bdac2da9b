package org.maintenancefund.notification.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationDecided;
import org.maintenancefund.application.ApplicationLapsed;
import org.maintenancefund.application.ApplicationSubmitted;
import org.maintenancefund.application.ApplicationWithdrawn;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ToldApplication;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells who applied what becomes of it: the organisation's people under 消息, the application's contact by other ways. A district
 * has its queues for what comes in; under 消息 it is told what they don't show: that what somebody returned has come back, and
 * that something left them without a decision.
 */
@Component
@RequiredArgsConstructor
class ApplicationMessages {

    private final Applications applications;
    private final Operators operators;
    private final CompanyEmails emails;
    private final Centres centres;
    private final WorkingDays workingDays;
    private final Outbox outbox;

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ApplicationSubmitted event) {
        MessageKind kind = event.round() == 1 ? MessageKind.APPLICATION_SUBMITTED : MessageKind.APPLICATION_RESUBMITTED;
        ToldApplication told = applications.told(event.number());
        tell(kind, told, event.round(), event.applicant());
        if (event.returnedBy() != null) {
            tellDistrict(kind, told, event.round(), operators.find(event.returnedBy()).stream());
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ApplicationDecided event) {
        MessageKind kind = event.decision() == ReviewAction.APPROVE
                ? MessageKind.APPLICATION_APPROVED
                : event.decision() == ReviewAction.RETURN
                        ? MessageKind.APPLICATION_RETURNED
                        : MessageKind.APPLICATION_REFUSED;
        tell(kind, applications.told(event.number()), event.round(), event.applicant());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ApplicationLapsed event) {
        tell(MessageKind.APPLICATION_LAPSED, applications.told(event.number()), 0, event.applicant());
    }

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(ApplicationWithdrawn event) {
        ToldApplication told = applications.told(event.number());
        tell(MessageKind.APPLICATION_WITHDRAWN, told, 0, event.applicant());
        OrgRef district = new OrgRef(OrgType.DISTRICT_CENTRE, told.district().value());
        tellDistrict(MessageKind.APPLICATION_WITHDRAWN, told, 0, operators.of(district).stream());
    }

    private void tell(MessageKind kind, ToldApplication told, int round, @Nullable OrgRef applicant) {
        Map<Placeholder, String> values = values(told);
        if (isStrangers(kind, applicant)) {
            values.put(Placeholder.NAME, Messages.of("notification.your-application"));
        }
        List<Recipient> recipients = new ArrayList<>();
        if (applicant != null) {
            readers(operators.of(applicant)).map(Recipient::reader).forEach(recipients::add);
        }
        recipients.add(Recipient.contact(told.contactName(), told.contactMobile(), email(told, applicant)));
        outbox.tell(kind, source(told, round), recipients, values, told.href());
    }

    /** Those in use. Where a decision has just disabled them all, it is written down for them all the same. */
    private static Stream<OperatorView> readers(List<OperatorView> people) {
        return people.stream().anyMatch(OperatorView::isInUse)
                ? people.stream().filter(OperatorView::isInUse)
                : people.stream();
    }

    private void tellDistrict(MessageKind kind, ToldApplication told, int round, Stream<OperatorView> people) {
        List<Recipient> readers =
                people.filter(OperatorView::isInUse).map(Recipient::reader).toList();
        outbox.tell(kind, source(told, round), readers, values(told), told.reviewHref());
    }

    private static String source(ToldApplication told, int round) {
        return told.number().value() + "/" + round;
    }

    private Map<Placeholder, String> values(ToldApplication told) {
        Map<Placeholder, String> values = new EnumMap<>(centres.values(told.district()));
        values.put(Placeholder.KIND, told.kind().label());
        values.put(Placeholder.NAME, told.title());
        values.put(Placeholder.NUMBER, told.number().value());
        values.put(
                Placeholder.DAY,
                told.reviseBy() == null
                        ? workingDays.dueWords(told.dueOn())
                        : told.reviseBy().toString());
        values.put(Placeholder.REASONS, String.join(Messages.of("notification.between-reasons"), told.reasons()));
        values.put(Placeholder.NEXT, told.next());
        return values;
    }

    /** What a stranger typed is sent to nobody before somebody has looked at it; taken back, nobody may have looked. */
    private static boolean isStrangers(MessageKind kind, @Nullable OrgRef applicant) {
        return applicant == null
                && (kind == MessageKind.APPLICATION_SUBMITTED
                        || kind == MessageKind.APPLICATION_RESUBMITTED
                        || kind == MessageKind.APPLICATION_WITHDRAWN);
    }

    /** What the form says; else what is known of the company that applied. */
    private String email(ToldApplication told, @Nullable OrgRef applicant) {
        return told.email().isEmpty() && applicant != null ? emails.of(applicant) : told.email();
    }
}
