package org.maintenancefund.enterprise;

import java.util.List;
import org.maintenancefund.kernel.Messages;
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

    /** A line of the page: how many, and the first of their names; its words stand under the key and {@code .first}. */
    static SummaryRow named(String key, long total, List<String> names) {
        SummaryRow row = SummaryRow.ofLines(Messages.of(key, total), names.subList(0, Math.min(MOST, names.size())));
        return total > MOST ? row.withNote(Messages.of(key + ".first", MOST)) : row;
    }
}
