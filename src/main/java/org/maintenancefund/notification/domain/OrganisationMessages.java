package org.maintenancefund.notification.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the people and the contact of organisations what concerns them, reminders too. */
@Component
@RequiredArgsConstructor
class OrganisationMessages {

    private final Operators operators;
    private final Organisations organisations;
    private final CompanyEmails emails;
    private final Centres centres;
    private final Outbox outbox;

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(OrganisationMessage message) {
        MessageKind kind = MessageKind.valueOf(message.occasion().name());
        Map<Placeholder, String> values = new EnumMap<>(centres.values(message.district()));
        values.put(Placeholder.NAME, message.name());
        values.put(Placeholder.DAY, message.day().toString());
        for (Addressee addressee : message.addressees()) {
            outbox.tell(kind, message.key(), recipients(addressee.organisation()), values, addressee.href());
        }
    }

    private List<Recipient> recipients(OrgRef organisation) {
        List<Recipient> recipients = new ArrayList<>(operators.of(organisation).stream()
                .filter(OperatorView::isInUse)
                .map(Recipient::reader)
                .toList());
        OrganisationView view = organisations.get(organisation);
        if (view.contactName() != null) {
            recipients.add(Recipient.contact(view.contactName(), view.contactMobile(), emails.of(organisation)));
        }
        return recipients;
    }
}
