package org.maintenancefund.notification;

import static org.maintenancefund.notification.Placeholder.CENTRE;
import static org.maintenancefund.notification.Placeholder.CENTRE_PHONE;
import static org.maintenancefund.notification.Placeholder.DAY;
import static org.maintenancefund.notification.Placeholder.KIND;
import static org.maintenancefund.notification.Placeholder.NAME;
import static org.maintenancefund.notification.Placeholder.NEXT;
import static org.maintenancefund.notification.Placeholder.NUMBER;
import static org.maintenancefund.notification.Placeholder.PERSON;
import static org.maintenancefund.notification.Placeholder.REASONS;
import static org.maintenancefund.notification.Placeholder.USERNAME;

import java.util.List;
import lombok.Getter;
import org.maintenancefund.kernel.Labelled;

/**
 * What people are told. The words stand in the messages under the constant's name with {@code .subject}, {@code .text} and
 * {@code .sms}, unless the city wrote its own.
 */
public enum MessageKind implements Labelled {
    APPLICATION_SUBMITTED(KIND, NAME, NUMBER, DAY, CENTRE, CENTRE_PHONE),
    APPLICATION_RESUBMITTED(KIND, NAME, NUMBER, DAY, CENTRE, CENTRE_PHONE),
    APPLICATION_APPROVED(KIND, NAME, NUMBER, NEXT, CENTRE, CENTRE_PHONE),
    APPLICATION_RETURNED(KIND, NAME, NUMBER, REASONS, DAY, CENTRE, CENTRE_PHONE),
    APPLICATION_REFUSED(KIND, NAME, NUMBER, REASONS, CENTRE, CENTRE_PHONE),
    APPLICATION_LAPSED(KIND, NAME, NUMBER, CENTRE, CENTRE_PHONE),
    APPLICATION_WITHDRAWN(KIND, NAME, NUMBER, CENTRE, CENTRE_PHONE),
    TERM_ENDING(NAME, DAY, CENTRE, CENTRE_PHONE),
    TERM_ENDED(NAME, DAY, CENTRE, CENTRE_PHONE),
    PREPARATORY_YEAR(NAME, DAY, CENTRE, CENTRE_PHONE),
    CONTRACT_ENDING(NAME, DAY, CENTRE, CENTRE_PHONE),
    CONTRACT_ENDED(NAME, DAY, CENTRE, CENTRE_PHONE),
    ASSOCIATION_ENDED(NAME, DAY, CENTRE, CENTRE_PHONE),
    ASSOCIATION_POSTPONED(NAME, DAY, CENTRE, CENTRE_PHONE),
    MANDATE_BEGUN(NAME, DAY, CENTRE, CENTRE_PHONE),
    MANDATE_ENDED(NAME, DAY, CENTRE, CENTRE_PHONE),
    REMITTANCE_ORDERED(NAME, DAY, CENTRE, CENTRE_PHONE),
    ACCOUNT_CREATED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_CODE_REISSUED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_PASSWORD_RESET(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_ACTIVATED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_PASSWORD_CHANGED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_DISABLED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_ENABLED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE),
    ACCOUNT_LAPSED(PERSON, USERNAME, NAME, CENTRE, CENTRE_PHONE);

    /** What its words may hold. */
    @Getter
    private final List<Placeholder> placeholders;

    MessageKind(Placeholder... placeholders) {
        this.placeholders = List.of(placeholders);
    }
}
