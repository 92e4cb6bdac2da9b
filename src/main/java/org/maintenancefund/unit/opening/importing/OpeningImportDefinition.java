package org.maintenancefund.unit.opening.importing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.importing.ImportDefinition;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.importing.AreaImports;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
import org.springframework.stereotype.Component;

/** 期初余额导入: the lines of the sheet that is underway in an area, which is its scope. Either all are entered or none is. */
@Component
@RequiredArgsConstructor
class OpeningImportDefinition implements ImportDefinition<OpeningColumn> {

    static final String KIND = "openings";

    /** Reason code where the organisation doesn't manage the area any more. */
    static final String NOT_YOURS = "unit.opening.import.not-yours";

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningMatchers matchers;
    private final OpeningApplying applying;
    private final OpeningImportProperties limits;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<OpeningColumn> columns() {
        return OpeningColumn.class;
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
    public RowMatcher<OpeningColumn> matcher(ImportView run, ImportHeader<OpeningColumn> header) {
        try {
            AreaView area = rights.changed(AreaImports.area(run), run.by());
            OpeningView sheet = openings.underway(area, run.by())
                    .orElseThrow(() -> Refusal.because("unit.opening.refusal.not-begun"));
            if (!sheet.state().isOpen()) {
                throw Refusal.because("unit.opening.refusal." + sheet.state());
            }
            return matchers.of(sheet, header);
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
        ImportHeader<OpeningColumn> header = ImportHeader.of(OpeningColumn.class, run.headers());
        return rows.stream().map(row -> preview(header, row)).toList();
    }

    private static PreviewRow preview(ImportHeader<OpeningColumn> header, ImportRow row) {
        String number = header.cell(row.cells(), OpeningColumn.NUMBER);
        String place = header.cell(row.cells(), OpeningColumn.PLACE);
        return new PreviewRow(
                row.number(),
                Stream.of(number, place)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""),
                row.record() == null ? null : "/units/" + row.record(),
                number.isEmpty() ? "" : place,
                row.changes(),
                row.faults(),
                row.applied());
    }
}
