package org.maintenancefund.collection.receipt.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetTemplate;

/** The spreadsheet to fill in for an area, where its own system writes no file. */
final class ReceiptTemplate {

    private ReceiptTemplate() {}

    static void send(AreaView area, List<Building> buildings, HttpServletResponse response) throws IOException {
        List<SheetTemplate.Column> columns = Arrays.stream(ReceiptColumn.values())
                .map(column -> new SheetTemplate.Column(
                        column, column.content(), choices(column, buildings), column.explanation()))
                .toList();
        String example = Messages.of("collection.import.example", SheetRow.EXAMPLE, area.code());
        new SheetTemplate(Messages.of("collection.import.sheet"), columns, List.of(example.split(",")))
                .send(response, Messages.of("collection.import.template", area.code()));
    }

    private static List<String> choices(ReceiptColumn column, List<Building> buildings) {
        return switch (column) {
            case BUILDING -> buildings.stream().map(Building::name).toList();
            case WAY -> labels(PaymentWay.values());
            case FROM -> labels(ReceivedFrom.values());
            default -> List.of();
        };
    }

    private static List<String> labels(Labelled[] values) {
        return Arrays.stream(values).map(Labelled::label).toList();
    }
}
