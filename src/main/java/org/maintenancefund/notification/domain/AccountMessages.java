package org.maintenancefund.notification.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.AccountChanged;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells a person what was done to their account; nothing that one could sign in with. */
@Component
@RequiredArgsConstructor
class AccountMessages {

    private final Operators operators;
    private final Organisations organisations;
    private final CompanyEmails emails;
    private final Centres centres;
    private final Outbox outbox;

    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(AccountChanged event) {
        OperatorView person = operators.get(event.operator());
        OrganisationView organisation = organisations.get(person.organisation());
        Map<Placeholder, String> values = new EnumMap<>(centres.values(organisation.district()));
        values.put(Placeholder.PERSON, person.personName());
        values.put(Placeholder.USERNAME, person.username());
        values.put(Placeholder.NAME, organisation.name());
        outbox.tell(
                MessageKind.valueOf("ACCOUNT_" + event.change()),
                "account " + event.at(),
                List.of(Recipient.person(person, emails.of(organisation.ref()))),
                values,
                null);
    }
}
