package org.maintenancefund.notification.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.committee.TermReminder;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Reminds a committee's people and contact, and the people of its district. */
@Component
@RequiredArgsConstructor
class TermMessages {

    private final Operators operators;
    private final Centres centres;
    private final Outbox outbox;

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(TermReminder reminder) {
        MessageKind kind = MessageKind.valueOf(reminder.occasion().name());
        Map<Placeholder, String> values = new EnumMap<>(centres.values(reminder.district()));
        values.put(Placeholder.NAME, reminder.name());
        values.put(Placeholder.DAY, reminder.day().toString());
        List<Recipient> own = Stream.concat(
                        readers(reminder.committee().ref()),
                        Stream.of(Recipient.contact(reminder.contactName(), reminder.contactMobile(), "")))
                .toList();
        outbox.tell(kind, reminder.key(), own, values, "/my/committee");
        OrgRef district =
                new OrgRef(OrgType.DISTRICT_CENTRE, reminder.district().value());
        outbox.tell(kind, reminder.key(), readers(district).toList(), values, "/committees/" + reminder.committee());
    }

    private Stream<Recipient> readers(OrgRef organisation) {
        return operators.of(organisation).stream().filter(OperatorView::isInUse).map(Recipient::reader);
    }
}
