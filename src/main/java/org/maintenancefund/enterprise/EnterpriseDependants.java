package org.maintenancefund.enterprise;

import java.util.List;
import org.maintenancefund.web.SummaryRow;

/**
 * What rests with a company while it is disabled, in the modules above this one. Nothing of it is changed by 停用, so that 启用
 * brings back exactly what was.
 */
public interface EnterpriseDependants {

    /** So many names are told of what rests; more are only counted. */
    int MOST = 60;

    /** What rests, by name: shown before it is decided. Nothing where nothing does. */
    List<SummaryRow> resting(EnterpriseId company);

    /** A line of the page: how many, and the first of their names. */
    static SummaryRow named(String label, String unit, long total, List<String> names) {
        SummaryRow row = SummaryRow.ofLines(
                label + "（" + total + " " + unit + "）", names.subList(0, Math.min(MOST, names.size())));
        return total > MOST ? row.withNote("这里只列出前 " + MOST + " " + unit) : row;
    }
}
