package org.maintenancefund.area.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetReader;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** 从表格导入: buildings from a spreadsheet, all of them or none. */
@Component
class BuildingSheet {

    private final SheetReader sheets;
    private final BuildingCheck check;
    private final Messages messages;

    BuildingSheet(SheetReader sheets, BuildingCheck check, Messages messages) {
        this.sheets = sheets;
        this.check = check;
        this.messages = messages;
    }

    /** The columns, found by their headings in any order. */
    private enum Column {
        NAME("楼栋名称"),
        STOREYS("地上层数"),
        UNITS("单元数"),
        HOUSEHOLDS("户数"),
        FLOOR_AREA("建筑面积（㎡）");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        static Optional<Column> titled(String heading) {
            String key = key(heading);
            return Arrays.stream(values())
                    .filter(column -> key(column.title).equals(key))
                    .findFirst();
        }

        /** Without the unit: folded, ㎡ and m2 are the same, and many leave it out. */
        private static String key(String heading) {
            return ChineseText.fold(heading).replaceAll("\\(.*$", "");
        }
    }

    /**
     * What is wrong with one cell.
     *
     * @param row    as the sheet counts, from 1
     * @param cell   its address in the sheet: C5
     * @param column its heading
     * @param value  what stands there
     */
    public record Fault(int row, String cell, String column, String value, String text) {}

    /**
     * What was read.
     *
     * @param buildings in the order of the sheet; those of faulty rows are missing
     */
    record Outcome(List<Building> buildings, List<Fault> faults) {}

    /** The columns of the template, with what an example row has there. */
    static List<SheetColumn<Building>> columns() {
        return List.of(
                new SheetColumn<>(Column.NAME.title, Building::name),
                new SheetColumn<>(Column.STOREYS.title, Building::storeys),
                new SheetColumn<>(Column.UNITS.title, Building::units),
                new SheetColumn<>(Column.HOUSEHOLDS.title, Building::households),
                new SheetColumn<>(Column.FLOOR_AREA.title, Building::floorArea));
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
                // The heading is a row too.
                sheets.read(file, check.most() + 1, rows::take);
                return rows.outcome();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows {

        private final Map<Column, Integer> places = new EnumMap<>(Column.class);
        private final List<Building> buildings = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<String, Integer> names = new HashMap<>();
        private boolean any;

        void take(int number, List<String> cells) {
            if (places.isEmpty()) {
                head(cells);
                return;
            }
            any = true;
            int before = faults.size();
            String name = cell(number, cells, Column.NAME, BuildingCheck::name);
            Integer storeys = cell(number, cells, Column.STOREYS, BuildingCheck::storeys);
            Integer units = cell(number, cells, Column.UNITS, BuildingCheck::units);
            Integer households = cell(number, cells, Column.HOUSEHOLDS, BuildingCheck::households);
            BigDecimal floorArea = cell(number, cells, Column.FLOOR_AREA, BuildingCheck::floorArea);
            if (name != null) {
                Integer first = names.putIfAbsent(ChineseText.fold(name), number);
                if (first != null) {
                    fault(number, cells, Column.NAME, messages.of("area.application.building.twice", first));
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

        Outcome outcome() {
            if (!any) {
                throw Refusal.because("area.import.no-rows");
            }
            return new Outcome(List.copyOf(buildings), List.copyOf(faults));
        }

        private void head(List<String> cells) {
            for (int place = 0; place < cells.size(); place++) {
                Optional<Column> column = Column.titled(cells.get(place));
                if (column.isPresent() && places.put(column.get(), place) != null) {
                    throw Refusal.because("area.import.heading-twice", column.get().title);
                }
            }
            String missing = Arrays.stream(Column.values())
                    .filter(column -> !places.containsKey(column))
                    .map(column -> column.title)
                    .collect(Collectors.joining("、"));
            if (!missing.isEmpty()) {
                throw Refusal.because("area.import.headings-missing", missing);
            }
        }

        private <T> @Nullable T cell(
                int number, List<String> cells, Column column, java.util.function.Function<String, Checked<T>> read) {
            Checked<T> value = read.apply(text(cells, column));
            if (value.isOk()) {
                return value.value();
            }
            fault(number, cells, column, messages.of(value.reason()));
            return null;
        }

        private void fault(int number, List<String> cells, Column column, String text) {
            faults.add(new Fault(number, letters(place(column)) + number, column.title, text(cells, column), text));
        }

        /** 0 is A, 26 is AA. */
        private static String letters(int place) {
            String last = String.valueOf((char) ('A' + place % 26));
            return place < 26 ? last : letters(place / 26 - 1) + last;
        }

        private String text(List<String> cells, Column column) {
            return place(column) < cells.size() ? cells.get(place(column)) : "";
        }

        private int place(Column column) {
            return places.getOrDefault(column, 0);
        }
    }
}
