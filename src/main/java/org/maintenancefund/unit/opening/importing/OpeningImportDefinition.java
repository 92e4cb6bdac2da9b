package org.maintenancefund.unit.opening.importing;

import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.importing.AllOrNoneImport;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningLineService;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
import org.springframework.stereotype.Component;

/** 期初余额导入: the lines of the sheet that is underway in an area, which is its scope. Either all are entered or none is. */
@Component
@RequiredArgsConstructor
class OpeningImportDefinition implements AllOrNoneImport<OpeningColumn> {

    static final String KIND = "openings";

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningMatchers matchers;
    private final OpeningLineService lines;
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
    public String notYours() {
        return "unit.opening.import.not-yours";
    }

    @Override
    public RowMatcher<OpeningColumn> matcher(ImportView run, ImportHeader<OpeningColumn> header) {
        AreaView area = rights.changed(AreaId.of(run.scope()), run.by());
        OpeningView sheet =
                openings.underway(area, run.by()).orElseThrow(() -> Refusal.because("unit.opening.refusal.not-begun"));
        if (!sheet.state().isOpen()) {
            throw Refusal.because("unit.opening.refusal." + sheet.state());
        }
        return matchers.of(sheet, header);
    }

    @Override
    public Locked<OpeningColumn> lock(ImportView run, ImportHeader<OpeningColumn> header) {
        OpeningView sheet = openings.lock(AreaId.of(run.scope()), run.by());
        OpeningMatcher matcher = matchers.of(sheet, header);
        return new Locked<>(matcher, () -> {
            List<OpeningEntry> told = matcher.told();
            lines.enterAll(sheet.area(), told, run.by());
            return told.size();
        });
    }

    @Override
    public boolean meansAnother(ImportRow shown, ImportRow now) {
        return now.outcome() != RowOutcome.SAME && !now.changes().equals(shown.changes());
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
