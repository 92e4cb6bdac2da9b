package org.maintenancefund.application;

import java.util.List;
import java.util.Optional;

/**
 * A round of an application as its papers show it.
 *
 * @param paperDocuments whose arrival the reviewer notes
 */
public record PrintedRound(
        ApplicationView application,
        int round,
        List<DetailField> fields,
        List<ApplicationFile> files,
        List<String> paperDocuments) {

    /** Its (re)submission. */
    public TimelineEntry submission() {
        return application.timeline().stream()
                .filter(entry -> entry.round() == round)
                .filter(entry -> entry.action() == ReviewAction.SUBMIT || entry.action() == ReviewAction.RESUBMIT)
                .findFirst()
                .orElseThrow();
    }

    /** How it was decided; empty while it waits, and where it was withdrawn before. */
    public Optional<TimelineEntry> decision() {
        return application.timeline().stream()
                .filter(entry -> entry.round() == round && entry.action().isDecision())
                .findFirst();
    }
}
