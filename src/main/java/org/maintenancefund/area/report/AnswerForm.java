package org.maintenancefund.area.report;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * The answer to a report as typed.
 *
 * @param outcome DONE or REJECTED
 * @param reply   what the person is told
 * @param result  编号 of the area it led to, or blank
 */
@Labels("area.answer.field.")
record AnswerForm(
        @Choice(value = ReportState.class, required = "area.report.outcome.required") @Nullable
        String outcome,

        @Text(max = 1000) @Nullable String reply,
        @Nullable String result) {}
