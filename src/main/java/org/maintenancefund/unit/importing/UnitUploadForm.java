package org.maintenancefund.unit.importing;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.importing.ImportPages;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * 上传并预览 as typed.
 *
 * @param from the first month that all rows of the file hold
 * @param file is checked by {@link ImportPages#check}, which puts its error here
 */
@Labels("unit.import.field.")
record UnitUploadForm(
        @Typed(TypedMonth.class) @Nullable String from,
        @Nullable String file) {

    static UnitUploadForm beginning(YearMonth from) {
        return new UnitUploadForm(from.toString(), null);
    }

    /** Of a form without faults. */
    YearMonth fromMonth() {
        return TypedMonth.parse(from).value();
    }
}
