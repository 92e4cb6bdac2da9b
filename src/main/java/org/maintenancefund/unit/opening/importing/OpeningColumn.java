package org.maintenancefund.unit.opening.importing;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ImportedColumn;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.CellContent;

/** The columns of the spreadsheet, in the order of the template; what 导出 Excel calls otherwise is found too. */
@RequiredArgsConstructor
enum OpeningColumn implements ImportedColumn {
    NUMBER(true, CellContent.TEXT),
    /** Only says to people which unit it is; where it stands there it has to be that one. */
    PLACE(false, CellContent.TEXT),
    ORIGINAL(false, CellContent.FIGURE),
    BALANCE(true, CellContent.FIGURE);

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
        return Messages.list("OpeningColumn." + name());
    }

    /** What to write there, for the template. */
    String explanation() {
        return Messages.of("OpeningColumn." + name() + ".explanation");
    }
}
