package org.maintenancefund.application;

import java.util.List;
import org.maintenancefund.web.SummaryRow;

/**
 * What a paper says that is handed out after an approval, such as 注销通知书: what was decided, and what came of it.
 *
 * @param addressee to whom it is addressed
 * @param text      the sentences of the notice, a paragraph each
 * @param rows      what was decided, line by line
 * @param effects   what ended or began with it, line by line
 */
public record ApprovalNotice(String addressee, List<String> text, List<SummaryRow> rows, List<SummaryRow> effects) {

    public ApprovalNotice {
        text = List.copyOf(text);
        rows = List.copyOf(rows);
        effects = List.copyOf(effects);
    }
}
