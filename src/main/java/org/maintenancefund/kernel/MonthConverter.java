package org.maintenancefund.kernel;

import jakarta.persistence.Converter;
import java.time.LocalDate;
import java.time.YearMonth;

/** Lets entities have months where their tables have the first day of them. */
@Converter(autoApply = true)
final class MonthConverter extends ColumnConverter<YearMonth, LocalDate> {

    MonthConverter() {
        super(month -> month.atDay(1), YearMonth::from);
    }
}
