package org.maintenancefund.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.kernel.Messages;

/** How applications of a kind are told to people. */
public interface ApplicationPresenter<D> {

    /** The application as a summary list, in the order of the form. Field keys are stable: rounds are compared by them. */
    List<DetailField> describe(D details);

    /** The names (place, street) of the subjects of a page of applications, looked up together. */
    Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects);

    /** What comes next, in the banner after a submission under an account. */
    default String whatNext(Applicant applicant) {
        return Messages.of("application.what-next");
    }

    /** What to say on the telephone after an approval, whenever that is: what happens next, what to bring, where to look. */
    String sayAfterApproval(ApplicationNumber number, D details);

    /** The same for several, looked up together where something has to be. */
    default Map<ApplicationNumber, String> sayAfterApproval(Map<ApplicationNumber, D> approved) {
        Map<ApplicationNumber, String> say = new HashMap<>();
        approved.forEach((number, details) -> say.put(number, sayAfterApproval(number, details)));
        return say;
    }

    /** The number that an approval gave, which the applicant passes on; empty where it gave none. */
    default Optional<DetailField> assigned(ApplicationNumber number, D details) {
        return Optional.empty();
    }

    /** The contact's e-mail address; empty where the form asks for none, or none was typed. */
    default Optional<String> email(D details) {
        return Optional.empty();
    }

    /**
     * What the paper after an approval says, see {@link ApplicationKind#noticeTitle}, as it was at the approval; empty where the
     * kind has no such paper.
     */
    default Optional<ApprovalNotice> notice(ApplicationNumber number, D details) {
        return Optional.empty();
    }

    /** Where the reviewer goes after an approval; empty: to the page that says whom to phone. */
    default Optional<String> nextAfterApproval(ApplicationNumber number) {
        return Optional.empty();
    }
}
