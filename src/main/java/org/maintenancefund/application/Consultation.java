package org.maintenancefund.application;

/**
 * What a kind of application asks of another system before it is submitted, shown to its reviewer or approved. Asked before the
 * transaction begins, since an answer can take seconds and locks would wait for it; who asks keeps the answer, and the rules
 * ({@link ApplicationType#obstacle}, {@link ApplicationType#compare}) look at what was kept.
 *
 * @param <D> the details of the kind
 */
public interface Consultation<D> {

    ApplicationKind kind();

    Class<D> detailsType();

    /** Asks and keeps the answer. Where the other system doesn't answer, what was kept before goes on. */
    void consult(D details);
}
