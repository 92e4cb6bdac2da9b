package org.maintenancefund.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.Reason;

/**
 * What a feature tells about its kind of application; everything else about an application's life is here in this module.
 * One bean for each {@link ApplicationKind} in use.
 *
 * @param <D> the details of one round: an immutable record that Jackson can write and read back, also years later
 */
public interface ApplicationType<D> {

    ApplicationKind kind();

    Class<D> detailsType();

    /** What lists, look-ups and the district in charge are taken from. Called at each (re)submission. */
    ApplicationSummary summarise(D details);

    /** The application as a summary list, in the order of the form. Field keys are stable: rounds are compared by them. */
    List<DetailField> describe(D details);

    /**
     * Why it can't be submitted, resubmitted or approved as things stand now, beside the one-pending rule that this module
     * keeps itself. Empty where nothing stands against it.
     */
    Optional<Reason> obstacle(D details);

    /** What the applicant is told where another application for the same subject is pending, without a word about whose. */
    Reason alreadyPending();

    /** 系统比对: what the system checked by itself for the reviewer. */
    List<SystemCheck> compare(ApplicationNumber number, D details);

    /** The ticks under 退回原因, as shown. */
    List<String> returnReasons();

    /**
     * Does what the approval means, in the same transaction as the decision. Refuses with a {@link
     * org.maintenancefund.kernel.Refusal} where it can't be done any more.
     */
    void approved(ApprovedApplication application, D details);

    /** Where the reviewer goes after an approval; empty: to the page that says whom to phone. */
    default Optional<String> nextAfterApproval(ApplicationNumber number) {
        return Optional.empty();
    }

    /** What to say on the telephone after an approval, whenever that is: what happens next, what to bring, where to look. */
    String sayAfterApproval(ApplicationNumber number, D details);

    /** The names (place, street) of the subjects of a page of applications, looked up together. */
    Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects);

    /** Paper documents whose arrival the reviewer notes (纸质文件 未收到 / 已收到); none by default. */
    default List<String> paperDocuments(D details) {
        return List.of();
    }

    /** What the reviewer has to give a reason for, in 内部备注, to approve it all the same; empty: nothing. */
    default Optional<Reason> doubt(D details) {
        return Optional.empty();
    }

    /** The organisation whose application it is, where a clerk may enter it from paper; empty: who is signed in applies. */
    default Optional<OrgRef> applicant(D details) {
        return Optional.empty();
    }

    /** The choices of the tag filter in the queue, as shown; empty: no such filter. */
    default List<String> tags() {
        return List.of();
    }
}
