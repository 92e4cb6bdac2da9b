package org.maintenancefund.collection.receipt.importing;

import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.collection.receipt.ManyReceipts;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.importing.AllOrNoneImport;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.PreviewRow;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** 收款导入: what was received in an area, which is its scope. Either all of a file is recorded or nothing. */
@Component
@RequiredArgsConstructor
class ReceiptImportDefinition implements AllOrNoneImport<ReceiptColumn> {

    static final String KIND = "receipts";

    private final CollectionRights rights;
    private final ReceiptMatchers matchers;
    private final ManyReceipts receipts;
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
    public String notYours() {
        return "collection.import.not-yours";
    }

    @Override
    public RowMatcher<ReceiptColumn> matcher(ImportView run, ImportHeader<ReceiptColumn> header) {
        if (!header.has(ReceiptColumn.UNIT_NUMBER) && !header.has(ReceiptColumn.DOOR)) {
            throw Refusal.because("collection.import.unit.no-column");
        }
        return matchers.of(rights.takenOver(AreaId.of(run.scope()), run.by()), header);
    }

    @Override
    public Locked<ReceiptColumn> lock(ImportView run, ImportHeader<ReceiptColumn> header) {
        AreaView area = receipts.lock(AreaId.of(run.scope()), run.by());
        ReceiptMatcher matcher = matchers.of(area, header);
        return new Locked<>(matcher, () -> {
            List<NewReceipt> told = matcher.told();
            receipts.recordAll(area, told, run.by());
            return told.size();
        });
    }

    /** What was asked and has become plain is nothing to ask again. */
    @Override
    public boolean meansAnother(ImportRow shown, ImportRow now) {
        boolean same = Objects.equals(now.record(), shown.record());
        return switch (now.outcome()) {
            case SAME -> false;
            case NEW -> !same;
            case DOUBTFUL -> !same || !now.faults().equals(shown.faults());
            default -> true;
        };
    }

    @Override
    public List<PreviewRow> preview(ImportView run, List<ImportRow> rows) {
        return preview.rows(run, rows);
    }
}
