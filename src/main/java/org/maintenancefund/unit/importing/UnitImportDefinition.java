package org.maintenancefund.unit.importing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ImportDefinition;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitAreas;
import org.springframework.stereotype.Component;

/**
 * 房屋底册导入: the units of an area. Its scope is the area, its remark the first month that the rows hold. Rows register new
 * units and change none; either all are registered or none is.
 */
@Component
@RequiredArgsConstructor
class UnitImportDefinition implements ImportDefinition<UnitColumn> {

    static final String KIND = "units";

    /** Reason code where the organisation doesn't manage the area any more. */
    static final String NOT_YOURS = "unit.import.not-yours";

    private final UnitAreas rights;
    private final UnitMatchers matchers;
    private final UnitApplying applying;
    private final UnitPreview preview;
    private final UnitImportProperties limits;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<UnitColumn> columns() {
        return UnitColumn.class;
    }

    @Override
    public int maxRows() {
        return limits.maxRows();
    }

    @Override
    public boolean isAllOrNone() {
        return true;
    }

    @Override
    public RowMatcher<UnitColumn> matcher(ImportView run, ImportHeader<UnitColumn> header) {
        try {
            return matchers.of(rights.extended(AreaImports.area(run), run.by()).id(), run, header);
        } catch (NotFound gone) {
            throw Refusal.because(NOT_YOURS);
        }
    }

    @Override
    public void apply(ImportView run, UUID worker) {
        applying.apply(run, worker);
    }

    @Override
    public List<PreviewRow> preview(ImportView run, List<ImportRow> rows) {
        return preview.rows(run, rows);
    }
}
