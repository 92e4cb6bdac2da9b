package org.maintenancefund.unit.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetTemplate;

/** The spreadsheet to fill in for an area, with its buildings to choose from. */
final class UnitTemplate {

    private UnitTemplate() {}

    static void send(AreaView area, List<Building> buildings, HttpServletResponse response) throws IOException {
        List<SheetTemplate.Column> columns = Arrays.stream(UnitColumn.values())
                .map(column -> new SheetTemplate.Column(
                        column, column.content(), choices(column, buildings), column.explanation()))
                .toList();
        String example = Messages.of("unit.import.example", SheetRow.EXAMPLE);
        new SheetTemplate(Messages.of("unit.import.sheet"), columns, List.of(example.split(",")))
                .send(response, Messages.of("unit.import.template", area.code()));
    }

    private static List<String> choices(UnitColumn column, List<Building> buildings) {
        return switch (column) {
            case BUILDING -> buildings.stream().map(Building::name).toList();
            case SOURCE -> labels(AreaSource.values());
            case USE -> labels(UnitUse.values());
            case PAYER_KIND -> labels(PayerKind.values());
            case LIFT, LIABLE, SOLD -> List.of(Messages.of("unit.yes"), Messages.of("unit.no"));
            default -> List.of();
        };
    }

    private static List<String> labels(Labelled[] values) {
        return Arrays.stream(values).map(Labelled::label).toList();
    }
}
