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
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.importing.ImportFailures;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.stereotype.Component;

/** Compares rows with the areas on record: by number where there is one, else by name within the street. */
@Component
@RequiredArgsConstructor
class AreaMatcher {

    private final PropertyAreas areas;
    private final AreaRegister register;
    private final AreaRowReader reader;
    private final Districts districts;
    private final ImportFailures failures;

    /**
     * What became of it.
     *
     * @param area    what to enter or to change it to; null for SAME and FAULTY
     * @param record  the area it is about; null for NEW and FAULTY
     * @param changes what it changes of that area
     * @param faults  what is wrong with it
     */
    record Match(
            ImportLine<AreaColumn> line,
            RowOutcome outcome,
            @Nullable NewArea area,
            @Nullable AreaId record,
            List<FieldChange> changes,
            List<CellFault> faults) {

        static Match faulty(ImportLine<AreaColumn> line, List<CellFault> faults) {
            return new Match(line, RowOutcome.FAULTY, null, null, List.of(), faults);
        }

        /** As it is kept. */
        ImportRow row() {
            return outcome == RowOutcome.FAULTY
                    ? ImportRow.faulty(line, null, faults)
                    : ImportRow.of(line, outcome, record == null ? null : record.value(), changes);
        }
    }

    /** What a row can be about. */
    private record Known(Map<String, AreaView> byCode, Map<String, List<AreaView>> byName) {}

    /**
     * Compares some rows, with two queries however many. A row that nobody foresaw is a fault of its own, not of the others.
     *
     * @param seen what stood in the rows before, to tell a row that is there twice; added to
     */
    List<Match> match(ImportHeader<AreaColumn> header, List<ImportLine<AreaColumn>> lines, Set<String> seen) {
        Known known = known(header, lines);
        return lines.stream()
                .map(line -> {
                    try {
                        return match(header, line, known, seen);
                    } catch (RuntimeException failed) {
                        if (!ImportFailures.isOfTheRow(failed)) {
                            throw failed;
                        }
                        String why = failures.ofRow(line.number(), failed);
                        return Match.faulty(line, List.of(CellFault.ofRow(line.number(), why)));
                    }
                })
                .toList();
    }

    private Known known(ImportHeader<AreaColumn> header, List<ImportLine<AreaColumn>> lines) {
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

    private Match match(ImportHeader<AreaColumn> header, ImportLine<AreaColumn> line, Known known, Set<String> seen) {
        RowFaults<AreaColumn> faults = RowFaults.of(header, line);
        String code = code(header, line);
        Optional<Street> street = reader.street(header, line.cells());
        String name = name(header, line);
        String key =
                name.isEmpty() ? "" : street.map(place -> place.id() + name).orElse("");
        AreaView record = null;
        if (!code.isEmpty()) {
            record = known.byCode().get(code);
            if (record == null) {
                faults.add(AreaColumn.CODE, "area.import.code-unknown");
            } else if (!record.isActive()) {
                faults.add(AreaColumn.CODE, "area.import.code-merged");
            }
        } else if (!key.isEmpty()) {
            List<AreaView> same = known.byName().getOrDefault(key, List.of());
            record = same.size() == 1 ? same.get(0) : null;
            if (same.size() > 1) {
                faults.add(AreaColumn.NAME, "area.import.name-ambiguous");
            }
        }
        if (!seen.add(record == null ? key : record.code()) && !(record == null && key.isEmpty())) {
            faults.add(record == null ? AreaColumn.NAME : AreaColumn.CODE, "area.import.twice");
        }
        if (record != null && street.isPresent() && !isIn(street.get(), record)) {
            faults.add(AreaColumn.DISTRICT, "area.district.fixed");
        }
        NewArea area = reader.read(header, line.cells(), record, faults);
        if (!faults.isEmpty() || area == null) {
            return Match.faulty(line, faults.list());
        }
        if (record == null) {
            register.check(area);
            return new Match(line, RowOutcome.NEW, area, null, List.of(), List.of());
        }
        List<FieldChange> changes =
                AreaChanges.between(record, area, street.map(Street::name).orElse(""));
        if (changes.isEmpty()) {
            return new Match(line, RowOutcome.SAME, null, record.id(), changes, List.of());
        }
        register.checkChange(record, area);
        RowOutcome outcome = code.isEmpty() ? RowOutcome.DOUBTFUL : RowOutcome.CHANGED;
        return new Match(line, outcome, area, record.id(), changes, List.of());
    }

    private boolean isIn(Street street, AreaView record) {
        return districts
                .ofStreet(street.id())
                .map(DistrictCentre::id)
                .filter(record.district()::equals)
                .isPresent();
    }

    private static String name(ImportHeader<AreaColumn> header, ImportLine<AreaColumn> line) {
        return ChineseText.fold(header.cell(line.cells(), AreaColumn.NAME));
    }

    /** The number as it is written, or what was typed where that is none. */
    private static String code(ImportHeader<AreaColumn> header, ImportLine<AreaColumn> line) {
        String typed = header.cell(line.cells(), AreaColumn.CODE);
        return AreaText.code(typed).orElseGet(() -> ChineseText.fold(typed).toUpperCase(Locale.ROOT));
    }
}
