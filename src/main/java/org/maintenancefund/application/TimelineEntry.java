package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.PersonName;

/**
 * One entry of 办理记录.
 *
 * @param opinion        what the applicant can read
 * @param internalRemark what only the district can read; blank in what an applicant sees
 * @param papers         of a decision: which paper documents had come; only for the district
 * @param marks          of a return: what is to be mended
 */
public record TimelineEntry(
        int round,
        ReviewAction action,
        Instant at,
        String actor,
        String organisation,
        List<String> reasons,
        String opinion,
        String internalRemark,
        List<String> papers,
        List<Mark> marks) {

    /** As the applicant may see it: without internal remarks and papers, and without the person who decided. */
    public TimelineEntry forApplicant() {
        String who = action.party() == ReviewAction.Party.DISTRICT ? organisation : actor;
        return new TimelineEntry(round, action, at, who, organisation, reasons, opinion, "", List.of(), marks);
    }

    /** The same for who only knows number and mobile: without names of files, and the applicant's masked, as on the receipt. */
    public TimelineEntry forStranger() {
        String who = forApplicant().actor();
        Checked<PersonName> name = PersonName.parse(who);
        return new TimelineEntry(
                round,
                action,
                at,
                action.party() == ReviewAction.Party.APPLICANT && name.isOk()
                        ? name.value().masked()
                        : who,
                organisation,
                reasons,
                opinion,
                "",
                List.of(),
                marks.stream().map(Mark::withoutFilename).toList());
    }

    public boolean isBad() {
        return action == ReviewAction.RETURN
                || action == ReviewAction.REFUSE
                || action == ReviewAction.LAPSE
                || action == ReviewAction.CLOSE;
    }

    /** True for what came of a call. */
    public boolean isCall() {
        return action == ReviewAction.NOTIFY
                || action == ReviewAction.CALL_MISSED
                || action == ReviewAction.WRONG_NUMBER;
    }
}
