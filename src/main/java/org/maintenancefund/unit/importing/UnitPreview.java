package org.maintenancefund.unit.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowOutcome;
import org.springframework.stereotype.Component;

/** The rows of an import as its page shows them; of mobile numbers as little as a list does. */
@Component
class UnitPreview {

    /** What stands in the title of a row, and what a list leaves out. */
    private static final Set<UnitColumn> NOT_TOLD =
            EnumSet.of(UnitColumn.BUILDING, UnitColumn.ENTRANCE, UnitColumn.DOOR, UnitColumn.MOBILE);

    List<PreviewRow> rows(ImportView run, List<ImportRow> page) {
        ImportHeader<UnitColumn> header = ImportHeader.of(UnitColumn.class, run.headers());
        return page.stream().map(row -> row(header, row)).toList();
    }

    private static PreviewRow row(ImportHeader<UnitColumn> header, ImportRow row) {
        List<FieldChange> lines = row.outcome() == RowOutcome.NEW ? header.told(row.cells(), NOT_TOLD) : List.of();
        return new PreviewRow(
                row.number(),
                title(header, row),
                href(row),
                row.outcome() == RowOutcome.NEW ? "" : floorArea(header, row),
                lines,
                row.faults(),
                row.applied());
    }

    /** 1 栋 2 101, as it stands in the sheet. */
    private static String title(ImportHeader<UnitColumn> header, ImportRow row) {
        return Stream.of(UnitColumn.BUILDING, UnitColumn.ENTRANCE, UnitColumn.DOOR)
                .map(column -> header.cell(row.cells(), column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String floorArea(ImportHeader<UnitColumn> header, ImportRow row) {
        return Stream.of(UnitColumn.FLOOR_AREA, UnitColumn.USE)
                .map(column -> header.cell(row.cells(), column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String href(ImportRow row) {
        return row.record() == null ? null : "/units/" + row.record();
    }
}
