package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;

/** Standards in the tables of the pages. */
final class StandardTables {

    private StandardTables() {}

    /**
     * A row for each use with a lift and without: what holds in the month, and what is coming.
     *
     * @param standards what holds in the month and what follows, by first month
     */
    static RecordTable ofCity(List<ChargeStandard> standards, YearMonth month) {
        return schedule("billing.standard.city", standards, month);
    }

    /** The same for an area: its own, else the city's. */
    static RecordTable ofArea(List<ChargeStandard> standards, YearMonth month) {
        return schedule("billing.standard.area", standards, month);
    }

    private static RecordTable schedule(String key, List<ChargeStandard> standards, YearMonth month) {
        List<Row> rows = Arrays.stream(UnitUse.values())
                .flatMap(use -> Stream.of(true, false).map(lift -> row(key, use, lift, standards, month)))
                .toList();
        return RecordTable.of(key, rows, rows.size());
    }

    private static Row row(String key, UnitUse use, boolean lift, List<ChargeStandard> standards, YearMonth month) {
        List<ChargeStandard> alike = standards.stream()
                .filter(standard -> standard.use() == use && standard.lift() == lift)
                .toList();
        String coming = alike.stream()
                .filter(standard -> standard.from().isAfter(month))
                .map(standard -> Messages.of(
                        key + (standard.area().isPresent() ? ".own-coming" : ".coming"),
                        StandardWords.rate(standard.rate()),
                        standard.from()))
                .collect(Collectors.joining("；"));
        return alike.stream()
                .filter(standard -> !standard.from().isAfter(month))
                .findFirst()
                .map(holds -> Row.of(
                        Cell.of(StandardWords.kind(use, lift)),
                        Cell.of(StandardWords.rate(holds.rate()))
                                .under(Messages.of(
                                        key + (holds.area().isPresent() ? ".own-since" : ".since"), holds.from())),
                        Cell.of(holds.document()),
                        Cell.of(coming)))
                .orElseGet(() -> Row.of(
                        Cell.of(StandardWords.kind(use, lift)),
                        Cell.of(Messages.of("billing.standard.none")),
                        Cell.of(""),
                        Cell.of(coming)));
    }

    /** Those of the city that wait for a second person. */
    static RecordTable proposed(List<StandardView> proposed, CurrentUser reader) {
        List<Row> rows = proposed.stream()
                .map(standard -> Row.of(
                        Cell.of(standard.kind()).to(ChargeStandardController.path(standard.id())),
                        Cell.of(StandardWords.rate(standard.rate())),
                        Cell.of(standard.from()),
                        Cell.of(standard.proposedByName())
                                .under(Messages.of(
                                        standard.isOf(reader)
                                                ? "billing.standard.proposed.by-you"
                                                : "billing.standard.proposed.at",
                                        Times.minute(standard.proposedAt())))))
                .toList();
        return RecordTable.of("billing.standard.proposed", rows, rows.size());
    }

    /** What was decided on. */
    static RecordTable history(ChargeStandardService.History history) {
        List<Row> rows = history.latest().stream()
                .map(standard -> Row.of(
                        Cell.of(standard.kind()).to(ChargeStandardController.path(standard.id())),
                        Cell.of(StandardWords.rate(standard.rate())),
                        Cell.of(standard.from()),
                        Cell.tag(standard.state().tag(), standard.state().label()),
                        Cell.of(standard.decidedByName())
                                .under(Times.minute(Objects.requireNonNull(standard.decidedAt())))))
                .toList();
        return RecordTable.of("billing.standard.history", rows, history.total());
    }
}
