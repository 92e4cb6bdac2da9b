package org.maintenancefund.area.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.Refusal;

/** Which column stands where, by the headings of the first row. Columns that nobody knows are left alone. */
final class ImportHeader {

    private final Map<ImportColumn, Integer> places;
    private final List<String> unused;

    private ImportHeader(Map<ImportColumn, Integer> places, List<String> unused) {
        this.places = places;
        this.unused = unused;
    }

    /** Reads the headings; refuses, naming them, where required ones are missing or one stands there twice. */
    static ImportHeader of(List<String> headings) {
        Map<ImportColumn, Integer> places = new EnumMap<>(ImportColumn.class);
        for (int place = 0; place < headings.size(); place++) {
            Optional<ImportColumn> column = ImportColumn.titled(headings.get(place));
            if (column.isPresent() && places.put(column.get(), place) != null) {
                throw Refusal.because("area.import.heading-twice", column.get().title());
            }
        }
        String missing = Arrays.stream(ImportColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(ImportColumn::title)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw Refusal.because("area.import.headings-missing", missing);
        }
        List<String> unused = headings.stream()
                .filter(heading ->
                        !heading.isBlank() && ImportColumn.titled(heading).isEmpty())
                .toList();
        return new ImportHeader(places, unused);
    }

    /** Headings that nobody knows, for 没有使用的列; empty where all are used. */
    String unusedNames() {
        return String.join("、", unused);
    }

    String cell(List<String> cells, ImportColumn column) {
        Integer place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place);
    }
}
