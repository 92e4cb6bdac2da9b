package org.maintenancefund.application.domain;

import java.util.Objects;
import java.util.Optional;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks other systems about an application, outside of any transaction. */
@Component
public class Consultations {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final TransactionOperations transactions;

    Consultations(
            ApplicationDefinitions definitions,
            ApplicationRepository applications,
            ApplicationViews views,
            PlatformTransactionManager transactions) {
        this.definitions = definitions;
        this.applications = applications;
        this.views = views;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Before the round of an application that was submitted last is looked at or approved; nothing where there is none. */
    public void before(ApplicationKind kind, ApplicationNumber number) {
        Optional<Object> details = Objects.requireNonNull(transactions.execute(status -> applications
                .findById(number)
                .filter(application -> application.kind() == kind)
                .map(application -> views.details(application, application.round(), definitions.of(kind)))));
        details.ifPresent(read -> consult(definitions.of(kind), read));
    }

    private static <D> void consult(ApplicationDefinition<?, D> definition, Object details) {
        definition.policy().consult(definition.detailsType().cast(details));
    }
}
