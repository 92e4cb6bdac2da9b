package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaReader;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.Messages;
import org.springframework.stereotype.Component;

/** Compares rows with the areas on record: by number where there is one, else by name within the street. */
@Component
class ImportMatcher {

    private final AreaReader areas;
    private final ImportRowReader reader;
    private final Districts districts;
    private final Messages messages;

    ImportMatcher(AreaReader areas, ImportRowReader reader, Districts districts, Messages messages) {
        this.areas = areas;
        this.reader = reader;
        this.districts = districts;
        this.messages = messages;
    }

    /** What a row means. */
    enum Outcome {
        NEW,
        CHANGED,
        SAME,
        FAULTY
    }

    /**
     * A row as it stands in the sheet.
     *
     * @param faults what is wrong with a cell by itself: an error of a formula, a number that lost its digits
     */
    record Line(int number, List<String> cells, Map<ImportColumn, Reason> faults) {

        /** A row that was read before. */
        Line(int number, List<String> cells) {
            this(number, cells, Map.of());
        }
    }

    /**
     * What became of it.
     *
     * @param area   what to enter or to change it to; null for SAME and FAULTY
     * @param record the area it is about; null for NEW and FAULTY
     * @param faults what is wrong with it, or empty
     */
    record Match(
            Line line,
            Outcome outcome,
            @Nullable NewArea area,
            @Nullable AreaId record,
            String faults) {}

    /**
     * Compares some rows, with two queries however many.
     *
     * @param seen what stood in the rows before, to tell a row that is there twice; added to
     */
    List<Match> match(ImportHeader header, List<Line> lines, Set<String> seen) {
        Map<String, AreaView> byCode = new HashMap<>();
        areas.withCodes(lines.stream()
                        .map(line -> code(header, line))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList())
                .forEach(area -> byCode.put(area.code(), area));
        Map<String, List<AreaView>> byName = new HashMap<>();
        areas.activeNamed(lines.stream()
                        .filter(line -> code(header, line).isEmpty())
                        .map(line -> ChineseText.fold(header.cell(line.cells(), ImportColumn.NAME)))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList())
                .forEach(area -> byName.computeIfAbsent(
                                area.street() + ChineseText.fold(area.name()), key -> new ArrayList<>())
                        .add(area));
        return lines.stream()
                .map(line -> match(header, line, byCode, byName, seen))
                .toList();
    }

    private Match match(
            ImportHeader header,
            Line line,
            Map<String, AreaView> byCode,
            Map<String, List<AreaView>> byName,
            Set<String> seen) {
        RowFaults faults = new RowFaults(messages);
        line.faults().forEach(faults::add);
        String code = code(header, line);
        Optional<Street> street = reader.street(header, line.cells());
        String name = ChineseText.fold(header.cell(line.cells(), ImportColumn.NAME));
        String key =
                name.isEmpty() ? "" : street.map(place -> place.id() + name).orElse("");
        AreaView record = null;
        if (!code.isEmpty()) {
            record = byCode.get(code);
            if (record == null) {
                faults.add(ImportColumn.CODE, "area.import.code-unknown");
            } else if (!record.isActive()) {
                faults.add(ImportColumn.CODE, "area.import.code-merged");
            }
        } else if (!key.isEmpty()) {
            List<AreaView> same = byName.getOrDefault(key, List.of());
            record = same.size() == 1 ? same.get(0) : null;
            if (same.size() > 1) {
                faults.add(ImportColumn.NAME, "area.import.name-ambiguous");
            }
        }
        if (!seen.add(record == null ? key : record.code()) && !(record == null && key.isEmpty())) {
            faults.add(record == null ? ImportColumn.NAME : ImportColumn.CODE, "area.import.twice");
        }
        DistrictId inDistrict = record == null ? null : record.district();
        if (inDistrict != null
                && street.isPresent()
                && districts
                        .ofStreet(street.get().id())
                        .filter(centre -> centre.id().equals(inDistrict))
                        .isEmpty()) {
            faults.add(ImportColumn.DISTRICT, "area.district.fixed");
        }
        NewArea area = reader.read(header, line.cells(), record, faults);
        if (!faults.isEmpty() || area == null) {
            return new Match(line, Outcome.FAULTY, null, null, faults.text());
        }
        if (record == null) {
            return new Match(line, Outcome.NEW, area, null, "");
        }
        return isSame(record, area)
                ? new Match(line, Outcome.SAME, null, record.id(), "")
                : new Match(line, Outcome.CHANGED, area, record.id(), "");
    }

    private static boolean isSame(AreaView record, NewArea area) {
        return record.name().equals(area.name())
                && record.aliases().containsAll(area.aliases())
                && record.street().equals(area.street())
                && record.community().equals(area.community())
                && record.address().equals(area.address())
                && record.parcelNumbers().equals(area.parcelNumbers())
                && record.type() == area.type()
                && record.floorAreas().total().compareTo(area.floorAreas().total()) == 0
                && record.floorAreas().residential().compareTo(area.floorAreas().residential()) == 0
                && record.floorAreas().commercial().compareTo(area.floorAreas().commercial()) == 0
                && record.floorAreas().other().compareTo(area.floorAreas().other()) == 0
                && record.buildings() == area.buildings()
                && record.households() == area.households()
                && Objects.equals(record.yearBuilt(), area.yearBuilt())
                && Objects.equals(record.fundAccount(), area.fundAccount());
    }

    /** dh00236 and ＤＨ-00236 are DH-00236. */
    private static String code(ImportHeader header, Line line) {
        String typed =
                ChineseText.fold(header.cell(line.cells(), ImportColumn.CODE)).toUpperCase(Locale.ROOT);
        return typed.matches("[A-Z]{2}[0-9]{5,7}") ? typed.substring(0, 2) + "-" + typed.substring(2) : typed;
    }
}
