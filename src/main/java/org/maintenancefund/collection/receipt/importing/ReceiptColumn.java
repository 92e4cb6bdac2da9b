package org.maintenancefund.collection.receipt.importing;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ImportedColumn;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.CellContent;

/** The columns of the spreadsheet, in the order of the template; what other systems call otherwise is found too. */
@RequiredArgsConstructor
enum ReceiptColumn implements ImportedColumn {
    EXTERNAL_NUMBER(true, CellContent.TEXT),
    UNIT_NUMBER(false, CellContent.TEXT),
    BUILDING(false, CellContent.TEXT),
    ENTRANCE(false, CellContent.TEXT),
    DOOR(false, CellContent.TEXT),
    DAY(true, CellContent.DATE),
    AMOUNT(true, CellContent.FIGURE),
    WAY(true, CellContent.TEXT),
    PAYER(false, CellContent.TEXT),
    FROM(false, CellContent.TEXT),
    MONTHS(false, CellContent.DATE),
    NOTE(false, CellContent.TEXT);

    private final boolean required;
    private final CellContent content;

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public CellContent content() {
        return content;
    }

    @Override
    public List<String> titles() {
        return Messages.list("ReceiptColumn." + name());
    }

    /** What to write there, for the template. */
    String explanation() {
        return Messages.of("ReceiptColumn." + name() + ".explanation");
    }
}
