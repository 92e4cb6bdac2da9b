package org.maintenancefund.area.importing;

import java.util.Arrays;
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
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;

/** The rows of an import as its page shows them: a kind at a time, a page at a time. */
@Component
@RequiredArgsConstructor
class ImportPreview {

    /** What is shown where nobody chose: what somebody has to look at comes first. */
    private static final List<RowOutcome> FIRST =
            List.of(RowOutcome.CHANGED_BY_NAME, RowOutcome.FAULTY, RowOutcome.CHANGED, RowOutcome.NEW, RowOutcome.SAME);

    /** What stands in the title of a row. */
    private static final Set<ImportColumn> TITLE = EnumSet.of(
            ImportColumn.CODE, ImportColumn.NAME, ImportColumn.DISTRICT, ImportColumn.STREET, ImportColumn.ADDRESS);

    private final ImportRows rows;
    private final PropertyAreas areas;

    /**
     * A row of the page.
     *
     * @param number as the sheet counts
     * @param name   what it is called, as far as that can be told
     * @param code   number of the area it is about, or empty
     * @param place  where it lies according to the sheet
     * @param area   the area it is about, once there is one
     * @param lines  what it changes; of a new one what there is to enter
     * @param faults what is wrong with it, or empty
     */
    record Row(
            int number,
            String name,
            String code,
            String place,
            @Nullable AreaId area,
            List<FieldChange> lines,
            String faults,
            boolean applied) {

        /** Each change as a line of 变更清单. */
        Stream<List<String>> report() {
            return lines.stream()
                    .map(line ->
                            List.of(Integer.toString(number), code, name, line.label(), line.before(), line.after()));
        }
    }

    /** The kind to look at first. */
    static RowOutcome first(ImportView run) {
        return FIRST.stream().filter(kind -> run.count(kind) > 0).findFirst().orElse(RowOutcome.NEW);
    }

    /** The kinds that there are, and the one that is asked for. */
    List<Option> tabs(ImportView run, @Nullable String asked) {
        return Arrays.stream(RowOutcome.values())
                .filter(kind -> run.count(kind) > 0 || kind.name().equals(asked) || kind == first(run))
                .map(kind -> Option.of(kind.name(), kind.label()))
                .toList();
    }

    Listing<Row> list(ImportView run, RowOutcome kind) {
        return rows.list(run.id(), kind).map(page -> rows(run, page));
    }

    private List<Row> rows(ImportView run, List<ImportRow> page) {
        Map<AreaId, AreaView> records = areas.byId(
                page.stream().flatMap(row -> Stream.ofNullable(row.record())).toList());
        ImportHeader header = ImportHeader.of(run.headers());
        return page.stream()
                .map(row -> row(header, row, records.get(row.record())))
                .toList();
    }

    private static Row row(ImportHeader header, ImportRow row, @Nullable AreaView record) {
        List<String> cells = row.line().cells();
        String name = header.cell(cells, ImportColumn.NAME);
        String code = header.cell(cells, ImportColumn.CODE);
        return new Row(
                row.line().number(),
                name.isEmpty() && record != null ? record.name() : name,
                record == null ? code : record.code(),
                Stream.of(ImportColumn.DISTRICT, ImportColumn.STREET, ImportColumn.ADDRESS)
                        .map(column -> header.cell(cells, column))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · ")),
                row.record(),
                row.outcome() == RowOutcome.NEW ? entered(header, cells) : row.changes(),
                row.faults(),
                row.applied());
    }

    private static List<FieldChange> entered(ImportHeader header, List<String> cells) {
        return Arrays.stream(ImportColumn.values())
                .filter(column -> !TITLE.contains(column))
                .filter(column -> !header.cell(cells, column).isEmpty())
                .map(column -> new FieldChange(column.title(), "", header.cell(cells, column)))
                .toList();
    }
}
