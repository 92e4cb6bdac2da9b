package org.maintenancefund.office.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.office.OfficeAreas;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Offices in the words of the pages. */
@Component
@RequiredArgsConstructor
class OfficePages {

    static final List<SheetColumn<Line>> COLUMNS = List.of(
            column("name", OfficeDetails::name),
            SheetColumn.of("office.field.district", Line::district),
            column("address", OfficeDetails::address),
            column("head", OfficeDetails::head),
            column("contactName", OfficeDetails::contactName),
            column("contactMobile", details -> details.contactMobile().masked()),
            column("dutyPhone", OfficeDetails::dutyPhone),
            column("repairPhone", OfficeDetails::repairPhone),
            SheetColumn.of("office.areas", line -> String.join("、", line.areas())),
            SheetColumn.of("office.field.state", line -> line.office().state().label()));

    private static SheetColumn<Line> column(String field, Function<OfficeDetails, @Nullable Object> value) {
        return SheetColumn.of(
                "office.field." + field, line -> value.apply(line.office().details()));
    }

    private final Districts districts;
    private final ObjectProvider<OfficeAreas> areas;

    /** A line of the list. */
    record Line(OfficeView office, String district, List<String> areas) {}

    /** A field that differs between what was saved meanwhile and what was typed. */
    record Difference(String label, String now, String typed) {}

    List<Line> lines(List<OfficeView> offices) {
        Map<OfficeId, List<String>> managed =
                areasOf(offices.stream().map(OfficeView::id).toList());
        return offices.stream()
                .map(office -> new Line(office, districtName(office), managed.getOrDefault(office.id(), List.of())))
                .toList();
    }

    /** What its enterprise sees of it: all of it, and the areas it manages. */
    List<SummaryRow> summary(OfficeView office) {
        List<String> managed = areasOf(office.id());
        List<SummaryRow> rows = new ArrayList<>(record(office.details(), true));
        rows.add(SummaryRow.ofLines(
                        Messages.of("office.areas"),
                        managed.isEmpty() ? List.of(Messages.of("office.areas.none")) : managed)
                .withNote(managed.isEmpty() ? Messages.of("office.areas.hint") : null));
        return rows;
    }

    /** All that is on record; the contact's full mobile for who works with it. */
    List<SummaryRow> record(OfficeDetails details, boolean fullMobile) {
        return List.of(
                row("name", details.name()),
                row("district", districts.get(details.district()).name()),
                row("address", details.address()),
                row("head", details.head()),
                row("contactName", details.contactName()),
                row(
                        "contactMobile",
                        fullMobile
                                ? details.contactMobile()
                                : details.contactMobile().masked()),
                row("dutyPhone", details.dutyPhone()),
                row("repairPhone", details.repairPhone()),
                SummaryRow.ofLines(label("remark"), details.remark().lines().toList()));
    }

    /** Who last changed it and when, for the reader. */
    String lastChange(OfficeView office) {
        return office.changedBy() + "，" + Times.minute(office.changedAt());
    }

    /** What was typed beside what another person has saved. */
    List<Difference> differences(OfficeDetails current, OfficeDetails wanted) {
        List<SummaryRow> now = record(current, true);
        List<SummaryRow> typed = record(wanted, true);
        return IntStream.range(0, now.size())
                .filter(i -> !now.get(i).values().equals(typed.get(i).values()))
                .mapToObj(i -> new Difference(now.get(i).label(), text(now.get(i)), text(typed.get(i))))
                .toList();
    }

    private static String text(SummaryRow row) {
        return String.join("\n", row.values());
    }

    private String districtName(OfficeView office) {
        return districts.get(office.details().district()).name();
    }

    /** The names of the areas that it manages today. */
    List<String> areasOf(OfficeId office) {
        return areasOf(List.of(office)).getOrDefault(office, List.of());
    }

    private Map<OfficeId, List<String>> areasOf(Collection<OfficeId> offices) {
        OfficeAreas known = areas.getIfAvailable();
        return known == null ? Map.of() : known.areaNames(offices);
    }

    private SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(label(field), value);
    }

    private String label(String field) {
        return Messages.of("office.field." + field);
    }
}
