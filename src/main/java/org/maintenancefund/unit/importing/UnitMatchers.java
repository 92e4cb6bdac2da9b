package org.maintenancefund.unit.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.unit.domain.UnitList;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.stereotype.Component;

/** Begins to compare the rows of a file, when it is read and once more when it is applied. */
@Component
@RequiredArgsConstructor
class UnitMatchers {

    private final UnitService units;
    private final UnitList registered;
    private final SheetDoubts doubts;
    private final PropertyAreas areas;
    private final Clock clock;

    /** @param area that of the import, or what it went into */
    UnitMatcher of(AreaId area, ImportView run, ImportHeader<UnitColumn> header) {
        YearMonth from = YearMonth.parse(run.remark());
        UnitRowReader reader = new UnitRowReader(header, areas.buildings(area), from);
        LocalDate today = LocalDate.now(clock);
        LocalDate first = from.atDay(1);
        return new UnitMatcher(
                units, registered, doubts, header, reader, area, first.isAfter(today) ? first : today, run.by());
    }
}
