package org.maintenancefund.application.domain;

import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** Asks other systems about an application, outside of any transaction. */
@Component
public class Consultations {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final Rounds rounds;

    Consultations(ApplicationDefinitions definitions, ApplicationRepository applications, Rounds rounds) {
        this.definitions = definitions;
        this.applications = applications;
        this.rounds = rounds;
    }

    /** Before an application with these details is looked at or submitted. */
    public void before(ApplicationKind kind, Object details) {
        consult(definitions.of(kind), details);
    }

    /** Before the round of an application that was submitted last is looked at or approved; nothing where there is none. */
    public void before(ApplicationKind kind, ApplicationNumber number) {
        applications
                .findById(number)
                .filter(application -> application.kind() == kind)
                .ifPresent(application -> consult(
                        definitions.of(kind),
                        rounds.details(
                                number,
                                application.round(),
                                definitions.of(kind).detailsType())));
    }

    private static <D> void consult(ApplicationDefinition<?, D> definition, Object details) {
        definition.policy().consult(definition.detailsType().cast(details));
    }
}
