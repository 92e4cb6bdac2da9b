package org.maintenancefund.application.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Consultation;
import org.springframework.stereotype.Component;

/** Asks other systems about an application, outside of any transaction. */
@Component
public class Consultations {

    private final List<Consultation<?>> consultations;
    private final ApplicationRepository applications;
    private final Rounds rounds;

    Consultations(List<Consultation<?>> consultations, ApplicationRepository applications, Rounds rounds) {
        this.consultations = consultations;
        this.applications = applications;
        this.rounds = rounds;
    }

    /** Before an application with these details is looked at or submitted. */
    public void before(ApplicationKind kind, Object details) {
        of(kind).ifPresent(consultation -> consult(consultation, details));
    }

    /** Before the round of an application that was submitted last is looked at or approved; nothing where there is none. */
    public void before(ApplicationKind kind, ApplicationNumber number) {
        of(kind).ifPresent(consultation -> applications
                .findById(number)
                .filter(application -> application.kind() == kind)
                .ifPresent(application -> consult(
                        consultation, rounds.details(number, application.round(), consultation.detailsType()))));
    }

    private Optional<Consultation<?>> of(ApplicationKind kind) {
        return consultations.stream()
                .filter(consultation -> consultation.kind() == kind)
                .findFirst();
    }

    private static <D> void consult(Consultation<D> consultation, Object details) {
        consultation.consult(consultation.detailsType().cast(details));
    }
}
