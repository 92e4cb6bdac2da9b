package org.maintenancefund.unit.importing;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.importing.AllOrNoneImport;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.stereotype.Component;

/**
 * 房屋底册导入: the units of an area. Its scope is the area, its remark the first month that the rows hold. Rows register new
 * units and change none; either all are registered or none is.
 */
@Component
@RequiredArgsConstructor
class UnitImportDefinition implements AllOrNoneImport<UnitColumn> {

    static final String KIND = "units";

    private final UnitAreas rights;
    private final UnitMatchers matchers;
    private final UnitService units;
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
    public String notYours() {
        return "unit.import.not-yours";
    }

    @Override
    public RowMatcher<UnitColumn> matcher(ImportView run, ImportHeader<UnitColumn> header) {
        return matchers.of(rights.extended(AreaId.of(run.scope()), run.by()).id(), run, header);
    }

    @Override
    public Locked<UnitColumn> lock(ImportView run, ImportHeader<UnitColumn> header) {
        AreaId area = units.lock(AreaId.of(run.scope()), run.by()).id();
        UnitMatcher matcher = matchers.of(area, run, header);
        return new Locked<>(
                matcher, () -> register(area, List.copyOf(matcher.told().values()), run));
    }

    private int register(AreaId area, List<NewUnit> told, ImportView run) {
        units.registerAll(area, told, run.by()).faults().stream().findFirst().ifPresent(fault -> {
            throw new Refusal(fault.reason());
        });
        return told.size();
    }

    /** What others registered with the same content is there already. */
    @Override
    public boolean meansAnother(ImportRow shown, ImportRow now) {
        return now.outcome() == RowOutcome.FAULTY;
    }

    @Override
    public List<PreviewRow> preview(ImportView run, List<ImportRow> rows) {
        return preview.rows(run, rows);
    }
}
