package org.maintenancefund.collection.remittance;

import java.util.Locale;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.search.NameWriting;

/** What is looked for in lists: a part of a name, however it is written, or of a number. */
final class Sought {

    private Sought() {}

    /** @param name   the column of names as they are compared */
    static Conditions in(Conditions where, String text, String name, String number) {
        String code = ChineseText.code(text).toLowerCase(Locale.ROOT);
        String key = NameWriting.of(text);
        return code.isEmpty() && key.isEmpty()
                ? where
                : where.and("(strpos(" + name + ", :sought_name) > 0 OR strpos(lower(" + number
                                + "), :sought_code) > 0)")
                        .bind("sought_name", key.isEmpty() ? text : key)
                        .bind("sought_code", code);
    }
}
