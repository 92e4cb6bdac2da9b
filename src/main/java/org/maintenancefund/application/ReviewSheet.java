package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DueDate;

/**
 * All a reviewer needs to decide, beside the application itself.
 *
 * @param before         what each line was in the round before, by key; empty in the first round
 * @param asked          what was marked to be mended when the round before was returned
 * @param places         what can be marked now
 * @param checks         系统比对: as it is now while it waits, afterwards as it was at the decision
 * @param checkedAt      when that was; null while it waits
 * @param paperDocuments whose arrival is noted
 * @param papersReceived those of them that had come by an earlier round
 * @param mayDecide      false where the reviewer entered it
 */
public record ReviewSheet(
        ApplicationView application,
        Map<String, List<String>> before,
        List<Mark> asked,
        List<MarkPlace> places,
        List<ApplicationFile> filesBefore,
        List<SystemCheck> checks,
        @Nullable Instant checkedAt,
        List<String> returnReasons,
        List<String> paperDocuments,
        List<String> papersReceived,
        DueDate due,
        boolean mayDecide) {}
