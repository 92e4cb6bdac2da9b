package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;

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

    public boolean isBad() {
        return action == ReviewAction.RETURN || action == ReviewAction.REFUSE || action == ReviewAction.LAPSE;
    }
}
