package org.maintenancefund.area.application;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.CellContent;
import org.maintenancefund.web.sheet.CellFault;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetHeading;
import org.maintenancefund.web.sheet.SheetReader;
import org.maintenancefund.web.sheet.SheetReader.SheetTable;
import org.maintenancefund.web.sheet.SheetRow;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** 从表格导入: buildings from a spreadsheet, all of them or none. Each row is a form, with the same constraints as that of the page. */
@Component
@EnableConfigurationProperties(BuildingSheet.AreaApplicationProperties.class)
@RequiredArgsConstructor
class BuildingSheet {

    private static final Set<String> SUMS = Set.of("合计", "总计", "小计", "共计");

    private final SheetReader sheets;
    private final Validator validator;
    private final AreaApplicationProperties limits;

    /**
     * Limits of 社区信息完善 ({@code app.area-application.*}).
     *
     * @param maxBuildings of one area
     */
    @ConfigurationProperties("app.area-application")
    record AreaApplicationProperties(@DefaultValue("500") int maxBuildings) {}

    /** An area has at most so many buildings. */
    int most() {
        return limits.maxBuildings();
    }

    /** The columns, found by their headings in any order; each with the component of {@link BuildingForm} that it fills. */
    @RequiredArgsConstructor
    private enum Column implements SheetHeading {
        NAME("name", Building::name),
        STOREYS("storeys", Building::storeys),
        UNITS("units", Building::units),
        HOUSEHOLDS("households", Building::households),
        FLOOR_AREA("floorArea", Building::floorArea);

        private final String field;
        private final Function<Building, Object> value;

        @Override
        public List<String> titles() {
            return Messages.list("BuildingSheet." + name());
        }

        @Override
        public boolean isRequired() {
            return true;
        }

        Checked<String> text(SheetCell cell) {
            CellContent content = this == NAME ? CellContent.TEXT : CellContent.FIGURE;
            return content.of(cell);
        }
    }

    /**
     * What was read.
     *
     * @param buildings in the order of the sheet; those of faulty rows are missing
     * @param unused    headings that nobody knows, in one line; empty where all columns are used
     * @param examples  rows of the template that were left out
     */
    record Outcome(List<Building> buildings, List<CellFault> faults, String unused, int examples) {}

    /** Sends the template, with two rows that show how to fill it in. */
    static void sendTemplate(HttpServletResponse response) throws IOException {
        List<Building> examples = List.of(
                new Building(
                        Messages.of("area.building.example-1", SheetRow.EXAMPLE),
                        18,
                        2,
                        144,
                        new BigDecimal("14680.50")),
                new Building(
                        Messages.of("area.building.example-2", SheetRow.EXAMPLE),
                        11,
                        3,
                        66,
                        new BigDecimal("7920.00")));
        List<SheetColumn<Building>> columns = Arrays.stream(Column.values())
                .map(column -> new SheetColumn<>(column.title(), column.value))
                .toList();
        SheetWriter.send(response, Messages.of("area.building.template"), columns, examples.iterator());
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
                return rows.outcome(sheets.read(file, Column.class, most(), rows));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows implements SheetTable<Column> {

        private final List<Building> buildings = new ArrayList<>();
        private final List<CellFault> faults = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();
        private SheetHeader<Column> header = SheetHeader.of(Column.class, List.of());

        @Override
        public void head(String sheet, SheetHeader<Column> found, SheetRow headings) {
            header = found;
        }

        @Override
        public void row(SheetRow row) {
            int before = faults.size();
            BuildingForm typed = new BuildingForm(
                    "",
                    read(row, Column.NAME),
                    read(row, Column.STOREYS),
                    read(row, Column.UNITS),
                    read(row, Column.HOUSEHOLDS),
                    read(row, Column.FLOOR_AREA));
            String name = ChineseText.fold(typed.name());
            if (SUMS.contains(name)) {
                fault(row, Column.NAME, Messages.of("area.application.building.sum"));
            } else if (!name.isEmpty()) {
                Integer first = names.putIfAbsent(name, row.number());
                if (first != null) {
                    fault(row, Column.NAME, Messages.of("area.application.building.twice", first));
                }
            }
            if (faults.size() == before) {
                buildings.add(typed.toBuilding());
            }
        }

        Outcome outcome(int examples) {
            return new Outcome(List.copyOf(buildings), List.copyOf(faults), header.unusedNames(), examples);
        }

        /** The text of a cell, or nothing after its fault was told. */
        private String read(SheetRow row, Column column) {
            Checked<String> text = column.text(header.cell(row, column));
            Optional<String> fault = text.isOk()
                    ? validator.validateValue(BuildingForm.class, column.field, text.value()).stream()
                            .map(ConstraintViolation::getMessage)
                            .findFirst()
                    : Optional.of(Messages.of(text.reason()));
            fault.ifPresent(why -> fault(row, column, why));
            return fault.isPresent() ? "" : text.value();
        }

        private void fault(SheetRow row, Column column, String text) {
            String cell = SheetRow.address(header.place(column).orElse(0), row.number());
            faults.add(new CellFault(
                    row.number(), cell, column.title(), header.cell(row, column).text(), text));
        }
    }
}
