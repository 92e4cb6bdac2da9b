package org.maintenancefund.area.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetHeading;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetTable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** 从表格导入: buildings from a spreadsheet, all of them or none. */
@Component
class BuildingSheet {

    /** Characters that are shown of a faulty cell. */
    private static final int SHOWN = 40;

    private static final Set<String> SUMS = Set.of("合计", "总计", "小计", "共计");

    private final SheetReader sheets;
    private final BuildingCheck check;

    BuildingSheet(SheetReader sheets, BuildingCheck check) {
        this.sheets = sheets;
        this.check = check;
    }

    /** The columns, found by their headings in any order. */
    private enum Column implements SheetHeading {
        NAME,
        STOREYS,
        UNITS,
        HOUSEHOLDS,
        FLOOR_AREA;

        @Override
        public List<String> titles() {
            return Messages.list("BuildingSheet." + name());
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        Checked<String> text(SheetCell cell) {
            return this == NAME ? cell.asText() : cell.asFigure();
        }
    }

    /**
     * What is wrong with one cell.
     *
     * @param row    as the sheet counts, from 1
     * @param cell   its address in the sheet: C5
     * @param column its heading
     * @param value  what stands there, shortened
     */
    public record Fault(int row, String cell, String column, String value, String text) {}

    /**
     * What was read.
     *
     * @param buildings in the order of the sheet; those of faulty rows are missing
     * @param unused    headings that nobody knows, in one line; empty where all columns are used
     * @param examples  rows of the template that were left out
     */
    record Outcome(List<Building> buildings, List<Fault> faults, String unused, int examples) {}

    /** The columns of the template, with what an example row has there. */
    static List<SheetColumn<Building>> columns() {
        return List.of(
                new SheetColumn<>(Column.NAME.title(), Building::name),
                new SheetColumn<>(Column.STOREYS.title(), Building::storeys),
                new SheetColumn<>(Column.UNITS.title(), Building::units),
                new SheetColumn<>(Column.HOUSEHOLDS.title(), Building::households),
                new SheetColumn<>(Column.FLOOR_AREA.title(), Building::floorArea));
    }

    /**
     * Reads the file.
     *
     * @throws Refusal where it is no spreadsheet, lacks a column or has too many rows
     */
    Outcome read(MultipartFile upload) {
        try {
            Path file = Files.createTempFile("buildings", ".xlsx");
            try {
                upload.transferTo(file);
                Rows rows = new Rows();
                return rows.outcome(sheets.read(file, Column.class, check.most(), rows));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows implements SheetTable<Column> {

        private final List<Building> buildings = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();
        private SheetHeader<Column> header = SheetHeader.of(Column.class, List.of());

        @Override
        public void head(SheetHeader<Column> found, SheetRow headings) {
            header = found;
        }

        @Override
        public void row(SheetRow row) {
            int before = faults.size();
            String name = read(row, Column.NAME, BuildingCheck::name);
            Integer storeys = read(row, Column.STOREYS, BuildingCheck::storeys);
            Integer units = read(row, Column.UNITS, BuildingCheck::units);
            Integer households = read(row, Column.HOUSEHOLDS, BuildingCheck::households);
            BigDecimal floorArea = read(row, Column.FLOOR_AREA, BuildingCheck::floorArea);
            if (name != null && SUMS.contains(ChineseText.fold(name))) {
                fault(row, Column.NAME, Reason.of("area.application.building.sum"));
            } else if (name != null) {
                Integer first = names.putIfAbsent(ChineseText.fold(name), row.number());
                if (first != null) {
                    fault(row, Column.NAME, Reason.of("area.application.building.twice", first));
                }
            }
            if (faults.size() == before
                    && name != null
                    && storeys != null
                    && units != null
                    && households != null
                    && floorArea != null) {
                buildings.add(new Building(name, storeys, units, households, floorArea));
            }
        }

        Outcome outcome(int examples) {
            return new Outcome(List.copyOf(buildings), List.copyOf(faults), header.unusedNames(), examples);
        }

        private <T> @Nullable T read(SheetRow row, Column column, Function<String, Checked<T>> reading) {
            Checked<String> text = column.text(header.cell(row, column));
            if (!text.isOk()) {
                fault(row, column, text.reason());
                return null;
            }
            Checked<T> value = reading.apply(text.value());
            if (!value.isOk()) {
                fault(row, column, value.reason());
                return null;
            }
            return value.value();
        }

        private void fault(SheetRow row, Column column, Reason reason) {
            String cell = SheetRow.address(header.place(column).orElse(0), row.number());
            String shown = SheetCell.shortened(header.cell(row, column).text(), SHOWN);
            faults.add(new Fault(row.number(), cell, column.title(), shown, Messages.of(reason)));
        }
    }
}
