package org.maintenancefund.area.importing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.importing.AreaMatcher.Match;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.StepwiseImport;
import org.springframework.stereotype.Component;

/** 导入物业区域: the city's list of areas. Rows enter areas or change them; faulty ones are left out. */
@Component
@RequiredArgsConstructor
class AreaImportDefinition implements StepwiseImport<AreaColumn> {

    static final String KIND = "areas";

    private final AreaMatcher matcher;
    private final AreaApplying applying;
    private final AreaPreview preview;
    private final AreaImportProperties limits;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<AreaColumn> columns() {
        return AreaColumn.class;
    }

    @Override
    public int maxRows() {
        return limits.maxRows();
    }

    @Override
    public RowMatcher<AreaColumn> matcher(ImportView run, ImportHeader<AreaColumn> header) {
        Set<String> seen = new HashSet<>();
        return lines ->
                matcher.match(header, lines, seen).stream().map(Match::row).toList();
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
