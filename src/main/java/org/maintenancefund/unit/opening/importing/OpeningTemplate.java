package org.maintenancefund.unit.opening.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.web.sheet.SheetTemplate;

/** The spreadsheet to fill in for an area, with its units and what is entered of them already. */
final class OpeningTemplate {

    private OpeningTemplate() {}

    static void send(AreaView area, List<OpeningList.Row> units, HttpServletResponse response) throws IOException {
        List<SheetTemplate.Column> columns = Arrays.stream(OpeningColumn.values())
                .map(column -> new SheetTemplate.Column(column, column.content(), List.of(), column.explanation()))
                .toList();
        new SheetTemplate(Messages.of("unit.opening.import.sheet"), columns, List.of())
                .filledWith(units.stream().map(OpeningTemplate::row).toList())
                .send(response, Messages.of("unit.opening.import.template", area.code()));
    }

    private static List<Object> row(OpeningList.Row unit) {
        OpeningList.Line line = unit.line();
        return List.of(
                unit.number(),
                unit.place().shown(),
                line == null ? "" : decimal(line.original()),
                line == null ? "" : decimal(line.balance()));
    }

    private static Object decimal(@Nullable Money amount) {
        return amount == null ? "" : amount.decimal();
    }
}
