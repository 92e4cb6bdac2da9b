package org.maintenancefund.unit.opening.importing;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.unit.opening.OpeningView;
import org.springframework.stereotype.Component;

/** Begins to compare the rows of a file, when it is read and once more when it is applied. */
@Component
@RequiredArgsConstructor
class OpeningMatchers {

    private final OpeningList units;
    private final OpeningFigures figures;

    /** @param sheet what is underway in the area of the import */
    OpeningMatcher of(OpeningView sheet, ImportHeader<OpeningColumn> header) {
        return new OpeningMatcher(units, figures, header, new OpeningRowReader(header, sheet.area()), sheet);
    }
}
