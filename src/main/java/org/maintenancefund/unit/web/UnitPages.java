package org.maintenancefund.unit.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.OpeningBalance;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitPolicy;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Units in the words of the pages. */
@Component
@RequiredArgsConstructor
class UnitPages {

    private final Clock clock;

    /** The field that a refusal is about: that of the first month, of the day of delivery, or another one. */
    static String fieldOf(Reason refusal, String otherwise) {
        return switch (refusal.code()) {
            case UnitPolicy.FAR_AHEAD -> "from";
            case UnitPolicy.DELIVERED_LATER -> "facts.deliveredOn";
            default -> otherwise;
        };
    }

    /**
     * A form's page below that of the unit.
     *
     * @param version of the unit that the form is about: what the person saw, or what they see now
     */
    static ModelAndView form(String view, UnitView unit, AreaView area, String title, int version, HttpStatus status) {
        return new ModelAndView(view, status)
                .addObject("unit", unit)
                .addObject("area", area)
                .addObject("version", version)
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(area.name(), UnitListController.path(area.id())),
                                new Crumb(unit.place().shown(), UnitController.path(unit.id())),
                                Crumb.of(Messages.of(title))));
    }

    /** What holds today. */
    UnitView.Facts current(UnitView unit) {
        return unit.in(YearMonth.now(clock));
    }

    /** Who pays today; of a unit that begins later, who pays then. */
    Optional<UnitView.PayerFrom> payer(UnitView unit) {
        LocalDate today = LocalDate.now(clock);
        LocalDate begins = current(unit).from().atDay(1);
        return unit.payerOn(begins.isAfter(today) ? begins : today);
    }

    /** @param full whether the reader sees whole mobile numbers */
    List<SummaryRow> summary(UnitView unit, AreaView area, boolean full) {
        UnitView.Facts holds = current(unit);
        UnitFacts facts = holds.facts();
        return List.of(
                row("area", area.name() + "（" + area.code() + "）"),
                row("place", unit.place().shown()),
                row("floor", unit.place().floor()),
                row(
                        "floorArea",
                        Messages.of(
                                "unit.floor-area",
                                facts.floorArea(),
                                facts.source().label())),
                row("use", facts.use().label()),
                row("lift", UnitWords.yesNo(facts.lift())),
                row("liable", UnitWords.yesNo(facts.liable())),
                row("sold", UnitWords.sold(facts.sold())),
                row("deliveredOn", facts.deliveredOn()),
                row("chargedFrom", facts.chargedFrom()).withNote(Messages.of("unit.chargedFrom.note")),
                row("payer", payer(unit).map(from -> words(from.payer(), full)).orElse(null)));
    }

    /** What it began with, and whether that asks for more: nobody can say where 首期原值 is not known. */
    static List<SummaryRow> opening(OpeningBalance opening) {
        Money original = opening.original();
        return List.of(
                SummaryRow.of(Messages.of("unit.opening.field.original"), original),
                SummaryRow.of(Messages.of("unit.opening.field.balance"), opening.balance())
                        .withNote(Messages.of(
                                "unit.opening.state", opening.state().label(), opening.asOf())),
                SummaryRow.of(
                        Messages.of("unit.opening.question"),
                        Messages.of("unit.opening.question." + opening.replenishment())));
    }

    RecordTable versions(UnitView unit) {
        List<Row> rows = unit.versions().stream().map(UnitPages::version).toList();
        return RecordTable.of("unit.versions", rows, rows.size());
    }

    /** @param full whether the reader sees whole mobile numbers */
    RecordTable payers(UnitView unit, boolean full) {
        List<Row> rows = unit.payers().stream()
                .map(from -> Row.of(
                        Cell.of(from.from()).under(until(from.until())),
                        Cell.of(words(from.payer(), full)),
                        Cell.of(from.origin().document()),
                        recorded(from.origin())))
                .toList();
        return RecordTable.of("unit.payers", rows, rows.size());
    }

    private static Row version(UnitView.Facts version) {
        UnitFacts facts = version.facts();
        return Row.of(
                Cell.of(version.from()).under(until(version.until())),
                Cell.of(facts.floorArea()).under(facts.source().label()),
                Cell.of(facts.use().label()).under(Messages.of(facts.lift() ? "unit.lift" : "unit.no-lift")),
                Cell.of(UnitWords.yesNo(facts.liable())).under(UnitWords.sold(facts.sold())),
                Cell.of(version.reason()).under(version.origin().document()),
                recorded(version.origin()));
    }

    private static Cell recorded(Origin origin) {
        return Cell.of(origin.recordedByName()).under(Times.minute(origin.recordedAt()));
    }

    private static @Nullable String until(@Nullable Object last) {
        return last == null ? null : Messages.of("unit.until", last);
    }

    private static String words(Payer payer, boolean full) {
        MobileNumber mobile = payer.mobile();
        String called =
                Messages.of("unit.payer.words", payer.name(), payer.kind().label());
        return mobile == null ? called : called + "　" + (full ? mobile.value() : mobile.masked());
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("unit.field." + field), value);
    }
}
