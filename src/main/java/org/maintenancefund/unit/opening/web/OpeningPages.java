package org.maintenancefund.unit.opening.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningReview;
import org.maintenancefund.unit.opening.OpeningView;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.stereotype.Component;

/** Opening balances in the words of the pages. */
@Component
@RequiredArgsConstructor
class OpeningPages {

    private final OpeningFigures figures;
    private final OpeningReview review;
    private final Districts districts;

    static String path(AreaView area) {
        return "/units/areas/" + area.id() + "/opening";
    }

    /** Where a page below that of the area's opening balances is; the page itself where nothing is named. */
    static List<Crumb> crumbs(AreaView area, @Nullable String title) {
        Crumb units = new Crumb(area.name(), "/units/areas/" + area.id());
        String opening = Messages.of("unit.opening.title");
        return title == null
                ? List.of(units, Crumb.of(opening))
                : List.of(units, new Crumb(opening, path(area)), Crumb.of(title));
    }

    /** A sheet with what its lines come to. */
    List<SummaryRow> summary(OpeningView sheet, OpeningFigures.Sum sum) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("asOf", sheet.header().asOf()));
        rows.add(row("takenOver", yuan(sheet.header().takenOver())));
        rows.add(row("total", Messages.of("unit.opening.total", Figures.of(sum.units()), sum.balance()))
                .withNote(
                        sum.withoutOriginal() == 0
                                ? null
                                : Messages.of("unit.opening.without-original", Figures.of(sum.withoutOriginal()))));
        rows.add(row("difference", difference(sheet.difference(sum.balance()))));
        if (!sheet.header().explanation().isEmpty()) {
            rows.add(SummaryRow.ofLines(
                    label("explanation"), sheet.header().explanation().lines().toList()));
        }
        rows.add(row("makers", makers(sheet)));
        rows.add(row(
                "checked", sheet.checked() == null ? Messages.of("unit.opening.not-checked") : by(sheet.checked())));
        if (!sheet.returnReason().isEmpty()) {
            rows.add(row("returned", sheet.returnReason()).withNote(by(sheet.returned())));
        }
        if (sheet.approved() != null) {
            rows.add(row("approved", by(sheet.approved())));
        }
        return rows;
    }

    /** 多 12.00 元, 少 12.00 元, 一致. */
    static String difference(Money difference) {
        if (difference.isZero()) {
            return Messages.of("unit.opening.equal");
        }
        return difference.isPositive()
                ? Messages.of("unit.opening.more", difference)
                : Messages.of("unit.opening.less", difference.negated());
    }

    private String makers(OpeningView sheet) {
        List<OpeningFigures.Maker> makers = figures.makers(sheet.id());
        return makers.isEmpty()
                ? sheet.changed().name()
                : makers.stream()
                        .map(maker -> Messages.of("unit.opening.maker", maker.name(), Figures.of(maker.lines())))
                        .collect(Collectors.joining(Messages.of("unit.opening.comma")));
    }

    /** Those sheets of an area that are approved, beside the one that the page is about. */
    static RecordTable approved(List<OpeningView> sheets) {
        List<Row> rows = sheets.stream()
                .map(sheet -> Row.of(
                        Cell.of(sheet.header().asOf()),
                        Cell.of(yuan(sheet.header().takenOver())),
                        Cell.of(sheet.header().explanation()),
                        Cell.of(by(sheet.checked())),
                        Cell.of(by(sheet.approved()))))
                .toList();
        return RecordTable.of("unit.opening.earlier", rows, rows.size());
    }

    /** Says who wants a second person where one is to be had; null where the person's organisation has more of them. */
    @Nullable
    Notice alone(AreaView area, CurrentUser user) {
        if (!review.isAlone(user)) {
            return null;
        }
        DistrictCentre centre = districts.get(area.district());
        return Notice.warning("unit.opening.alone", centre.centreName(), centre.phone());
    }

    private static @Nullable String by(OpeningView.@Nullable By by) {
        return by == null ? null : Messages.of("unit.opening.by", by.name(), Times.minute(by.at()));
    }

    private static String yuan(Money amount) {
        return Messages.of("unit.opening.yuan", amount);
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(label(field), value);
    }

    private static String label(String field) {
        return Messages.of("unit.opening.field." + field);
    }
}
