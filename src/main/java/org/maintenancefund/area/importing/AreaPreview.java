package org.maintenancefund.area.importing;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowOutcome;
import org.springframework.stereotype.Component;

/** The rows of an import as its page and 变更清单 show them. */
@Component
@RequiredArgsConstructor
class AreaPreview {

    /** What stands in the title of a row. */
    private static final Set<AreaColumn> TITLE =
            EnumSet.of(AreaColumn.CODE, AreaColumn.NAME, AreaColumn.DISTRICT, AreaColumn.STREET, AreaColumn.ADDRESS);

    private final PropertyAreas areas;

    /**
     * What a row is about.
     *
     * @param name as far as that can be told
     * @param code number of the area, or empty
     */
    private record Title(String name, String code) {}

    List<PreviewRow> rows(ImportView run, List<ImportRow> page) {
        ImportHeader<AreaColumn> header = ImportHeader.of(AreaColumn.class, run.headers());
        Map<AreaId, AreaView> records = records(page);
        return page.stream()
                .map(row -> row(header, row, title(header, row, records)))
                .toList();
    }

    /** Each change as a line of 变更清单: row, number, name, field, what is on record, what it becomes. */
    List<List<String>> changes(ImportView run, List<ImportRow> page) {
        ImportHeader<AreaColumn> header = ImportHeader.of(AreaColumn.class, run.headers());
        Map<AreaId, AreaView> records = records(page);
        return page.stream()
                .flatMap(row -> {
                    Title title = title(header, row, records);
                    return row.changes().stream()
                            .map(change -> List.of(
                                    Integer.toString(row.number()),
                                    title.code(),
                                    title.name(),
                                    change.label(),
                                    change.replaced(),
                                    change.after()));
                })
                .toList();
    }

    private Map<AreaId, AreaView> records(List<ImportRow> page) {
        return areas.byId(page.stream()
                .flatMap(row -> Stream.ofNullable(row.record()))
                .map(AreaId::new)
                .toList());
    }

    private static Title title(ImportHeader<AreaColumn> header, ImportRow row, Map<AreaId, AreaView> records) {
        AreaView record = row.record() == null ? null : records.get(new AreaId(row.record()));
        String name = header.cell(row.cells(), AreaColumn.NAME);
        return record == null
                ? new Title(name, header.cell(row.cells(), AreaColumn.CODE))
                : new Title(name.isEmpty() ? record.name() : name, record.code());
    }

    private static PreviewRow row(ImportHeader<AreaColumn> header, ImportRow row, Title title) {
        String place = Stream.of(AreaColumn.DISTRICT, AreaColumn.STREET, AreaColumn.ADDRESS)
                .map(column -> header.cell(row.cells(), column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        List<FieldChange> lines = row.outcome() == RowOutcome.NEW ? header.told(row.cells(), TITLE) : row.changes();
        return new PreviewRow(
                row.number(),
                title.name(),
                href(row),
                Stream.of(title.code(), place).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")),
                lines,
                row.faults(),
                row.applied());
    }

    private static @Nullable String href(ImportRow row) {
        return row.record() == null ? null : "/areas/" + row.record();
    }
}
