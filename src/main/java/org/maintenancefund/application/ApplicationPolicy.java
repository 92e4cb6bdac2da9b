package org.maintenancefund.application;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.Reason;

/**
 * What is asked of applications of a kind, and what an approval does.
 *
 * @param <D> the details of one round: an immutable record that Jackson can write and read back, also years later
 */
public interface ApplicationPolicy<D> {

    /** What lists, look-ups and the district in charge are taken from. Called at each (re)submission. */
    ApplicationSummary summarise(D details);

    /** True where {@link #consult} does something. */
    default boolean consults() {
        return false;
    }

    /**
     * Asks other systems, outside of any transaction, before an application is looked at or decided: {@link #obstacle} and
     * {@link #compare} look at what was kept.
     */
    default void consult(D details) {}

    /**
     * Why it can't be submitted, resubmitted or approved as things stand now, beside the one-pending rule that this module
     * keeps itself. Empty where nothing stands against it.
     */
    Optional<Reason> obstacle(D details);

    /** 系统比对: what the system checked by itself for the reviewer. */
    List<SystemCheck> compare(ApplicationNumber number, D details);

    /**
     * 提交前预审: what of that comparison concerns the applicant, in words for them and without others' data. Empty where there is
     * nothing to mend.
     *
     * @param draft with its scans and what was typed
     */
    default List<PreCheck> foresee(Draft<?> draft, D details) {
        return List.of();
    }

    /** What the reviewer has to give a reason for, in 内部备注, to approve it all the same; empty: nothing. */
    default Optional<Reason> doubt(D details) {
        return Optional.empty();
    }

    /**
     * Does what the approval means, in the same transaction as the decision. Refuses with a {@link
     * org.maintenancefund.kernel.Refusal} where it can't be done any more.
     */
    void approved(ApprovedApplication application, D details);

    /**
     * True where an approval ends other applications, and what they are about: nobody submits or decides anything meanwhile, so
     * that nothing is approved for what has just ended.
     */
    default boolean approvesAlone() {
        return false;
    }

    /** Paper documents whose arrival the reviewer notes (纸质文件 未收到 / 已收到); none by default. */
    default List<String> paperDocuments(D details) {
        return List.of();
    }

    /** The organisation whose application it is, where a clerk may enter it from paper; empty: who is signed in applies. */
    default Optional<OrgRef> applicant(D details) {
        return Optional.empty();
    }
}
