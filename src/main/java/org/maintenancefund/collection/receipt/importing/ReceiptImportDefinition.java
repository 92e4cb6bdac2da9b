package org.maintenancefund.collection.receipt.importing;

import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.importing.ImportDefinition;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** 收款导入: what was received in an area, which is its scope. Either all of a file is recorded or nothing. */
@Component
@RequiredArgsConstructor
class ReceiptImportDefinition implements ImportDefinition<ReceiptColumn> {

    static final String KIND = "receipts";

    /** Reason code where the organisation doesn't collect in the area any more. */
    static final String NOT_YOURS = "collection.import.not-yours";

    private final CollectionRights rights;
    private final ReceiptMatchers matchers;
    private final ReceiptApplying applying;
    private final ReceiptPreview preview;
    private final ReceiptImportProperties limits;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ReceiptColumn> columns() {
        return ReceiptColumn.class;
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
    public RowMatcher<ReceiptColumn> matcher(ImportView run, ImportHeader<ReceiptColumn> header) {
        if (!header.has(ReceiptColumn.UNIT_NUMBER) && !header.has(ReceiptColumn.DOOR)) {
            throw Refusal.because("collection.import.unit.no-column");
        }
        try {
            return matchers.of(rights.collecting(AreaId.of(run.scope()), run.by()), header);
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
