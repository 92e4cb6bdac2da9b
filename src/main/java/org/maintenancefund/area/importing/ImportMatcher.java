package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** Compares rows with the areas on record: by number where there is one, else by name within the street. */
@Component
@RequiredArgsConstructor
class ImportMatcher {

    private final PropertyAreas areas;
    private final AreaRegister register;
    private final ImportRowReader reader;
    private final Districts districts;
    private final ImportFailures failures;

    /**
     * A row as it stands in the sheet.
     *
     * @param cells  their text; what no database can keep (U+0000) shows as �
     * @param faults what is wrong with a cell by itself: an error of a formula, a number that lost its digits
     */
    record Line(int number, List<String> cells, Map<ImportColumn, Reason> faults) {

        Line {
            cells = cells.stream().map(Line::storable).toList();
        }

        /** A row that was read before. */
        Line(int number, List<String> cells) {
            this(number, cells, Map.of());
        }

        private static String storable(String cell) {
            return cell.replace('\u0000', '\uFFFD');
        }
    }

    /**
     * What became of it.
     *
     * @param area    what to enter or to change it to; null for SAME and FAULTY
     * @param record  the area it is about; null for NEW and FAULTY
     * @param changes what it changes of that area
     * @param faults  what is wrong with it, or empty
     */
    record Match(
            Line line,
            RowOutcome outcome,
            @Nullable NewArea area,
            @Nullable AreaId record,
            List<FieldChange> changes,
            String faults) {

        static Match faulty(Line line, String faults) {
            return new Match(line, RowOutcome.FAULTY, null, null, List.of(), faults);
        }
    }

    /** What a row can be about. */
    private record Known(Map<String, AreaView> byCode, Map<String, List<AreaView>> byName) {}

    /**
     * Compares some rows, with two queries however many. A row that nobody foresaw is a fault of its own, not of the others.
     *
     * @param seen what stood in the rows before, to tell a row that is there twice; added to
     */
    List<Match> match(ImportHeader header, List<Line> lines, Set<String> seen) {
        Known known = known(header, lines);
        return lines.stream()
                .map(line -> {
                    try {
                        return match(header, line, known, seen);
                    } catch (RuntimeException failed) {
                        if (!ImportFailures.isOfTheRow(failed)) {
                            throw failed;
                        }
                        return Match.faulty(line, failures.ofRow(line.number(), failed));
                    }
                })
                .toList();
    }

    private Known known(ImportHeader header, List<Line> lines) {
        Map<String, AreaView> byCode = new HashMap<>();
        areas.withCodes(distinct(lines.stream().map(line -> code(header, line))))
                .forEach(area -> byCode.put(area.code(), area));
        Map<String, List<AreaView>> byName = new HashMap<>();
        areas.activeNamed(distinct(lines.stream()
                        .filter(line -> code(header, line).isEmpty())
                        .map(line -> name(header, line))))
                .forEach(area -> byName.computeIfAbsent(
                                area.street() + ChineseText.fold(area.name()), key -> new ArrayList<>())
                        .add(area));
        return new Known(byCode, byName);
    }

    private static List<String> distinct(Stream<String> keys) {
        return keys.filter(key -> !key.isEmpty()).distinct().toList();
    }

    private Match match(ImportHeader header, Line line, Known known, Set<String> seen) {
        ImportRowReader.Faults faults = new ImportRowReader.Faults();
        line.faults().forEach(faults::add);
        String code = code(header, line);
        Optional<Street> street = reader.street(header, line.cells());
        String name = name(header, line);
        String key =
                name.isEmpty() ? "" : street.map(place -> place.id() + name).orElse("");
        AreaView record = null;
        if (!code.isEmpty()) {
            record = known.byCode().get(code);
            if (record == null) {
                faults.add(ImportColumn.CODE, "area.import.code-unknown");
            } else if (!record.isActive()) {
                faults.add(ImportColumn.CODE, "area.import.code-merged");
            }
        } else if (!key.isEmpty()) {
            List<AreaView> same = known.byName().getOrDefault(key, List.of());
            record = same.size() == 1 ? same.get(0) : null;
            if (same.size() > 1) {
                faults.add(ImportColumn.NAME, "area.import.name-ambiguous");
            }
        }
        if (!seen.add(record == null ? key : record.code()) && !(record == null && key.isEmpty())) {
            faults.add(record == null ? ImportColumn.NAME : ImportColumn.CODE, "area.import.twice");
        }
        if (record != null && street.isPresent() && !isIn(street.get(), record)) {
            faults.add(ImportColumn.DISTRICT, "area.district.fixed");
        }
        NewArea area = reader.read(header, line.cells(), record, faults);
        if (!faults.isEmpty() || area == null) {
            return Match.faulty(line, faults.text());
        }
        if (record == null) {
            register.check(area);
            return new Match(line, RowOutcome.NEW, area, null, List.of(), "");
        }
        List<FieldChange> changes =
                FieldChange.between(record, area, street.map(Street::name).orElse(""));
        if (changes.isEmpty()) {
            return new Match(line, RowOutcome.SAME, null, record.id(), changes, "");
        }
        register.checkChange(record, area);
        RowOutcome outcome = code.isEmpty() ? RowOutcome.CHANGED_BY_NAME : RowOutcome.CHANGED;
        return new Match(line, outcome, area, record.id(), changes, "");
    }

    private boolean isIn(Street street, AreaView record) {
        return districts
                .ofStreet(street.id())
                .map(DistrictCentre::id)
                .filter(record.district()::equals)
                .isPresent();
    }

    private static String name(ImportHeader header, Line line) {
        return ChineseText.fold(header.cell(line.cells(), ImportColumn.NAME));
    }

    /** The number as it is written, or what was typed where that is none. */
    private static String code(ImportHeader header, Line line) {
        String typed = header.cell(line.cells(), ImportColumn.CODE);
        return AreaText.code(typed).orElseGet(() -> ChineseText.fold(typed).toUpperCase(Locale.ROOT));
    }
}
