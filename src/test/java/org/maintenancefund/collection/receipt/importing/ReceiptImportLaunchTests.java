package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.KilledImport;
import org.maintenancefund.unit.UnitId;

/** 收款导入, killed while bills are paid: the receipts are written already, where nobody else sees them. */
class ReceiptImportLaunchTests extends KilledImport {

    private CollectedArea area;
    private UnitId last;
    private byte[] file;

    @Override
    protected void prepare() {
        area = CollectedArea.named("断收苑", world, context);
        AReceiptSheet sheet = new AReceiptSheet(area);
        for (int i = 0; i < ROWS; i++) {
            last = area.flat(String.valueOf(101 + i));
            sheet.row("KILL-" + i, "房号", "1-" + (101 + i));
        }
        area.bill(area.first());
        file = sheet.csv(StandardCharsets.UTF_8);
    }

    @Override
    protected UUID uploaded() {
        return AReceiptSheet.uploaded(file, "收费系统.csv", mvc, area, area.clerk());
    }

    @Override
    protected void hold(Connection other) throws SQLException {
        try (PreparedStatement bill = other.prepareStatement("SELECT FROM bill WHERE unit_id = ? FOR UPDATE")) {
            bill.setObject(1, last.value());
            bill.executeQuery();
        }
    }

    @Override
    protected String waitsIn() {
        return "UPDATE bill b SET allocated";
    }

    @Override
    protected void nothingIsThere() {
        assertThat(receipts()).isZero();
    }

    @Override
    protected void eachRowIsThereOnce() {
        assertThat(receipts()).isEqualTo(ROWS);
        assertThat(area.figures()).containsExactly("1344.00", "1344.00", "1344.00", "0.00", "0.00");
    }

    private long receipts() {
        return count("receipt WHERE area_id = :of", area.id().value());
    }
}
