package org.maintenancefund.review;

import java.util.List;
import java.util.Map;

/**
 * All a reviewer needs to decide, beside the application itself.
 *
 * @param changes        each line beside what it was in the round before, by key
 * @param filesBefore    the scans of the round before
 * @param checks         系统比对
 * @param returnReasons  the ticks offered
 * @param paperDocuments whose arrival is noted
 * @param daysLeft       working days until the due date; negative where it is over
 * @param mayDecide      false where the reviewer entered it
 */
public record ReviewSheet(
        ApplicationView application,
        Map<String, FieldChange> changes,
        List<ApplicationFile> filesBefore,
        List<SystemCheck> checks,
        List<String> returnReasons,
        List<String> paperDocuments,
        int daysLeft,
        boolean mayDecide) {

    public ReviewSheet {
        filesBefore = List.copyOf(filesBefore);
        checks = List.copyOf(checks);
        returnReasons = List.copyOf(returnReasons);
        paperDocuments = List.copyOf(paperDocuments);
    }
}
