package org.maintenancefund.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.statistics.CollectionFigures.Staged;
import org.maintenancefund.statistics.CollectionGroup.By;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 收取进度: what was billed, received, remitted and booked, by month, by district and by company. */
@Component
@RequiredArgsConstructor
class StageTables {

    /** So many companies stand for themselves on the page. */
    static final int MOST = 20;

    private static final Chart CHART = Chart.labelled(0, 1, 2, 3);

    private final CollectionFigures figures;
    private final Districts districts;

    List<StatisticsTable> of(CollectionScope scope, boolean whole, CollectionLinks links) {
        List<Staged> counted = figures.stages(scope);
        Row sum = Breakdown.sum(row("", find(counted, By.ALL).orElse(Stages.NONE), links));
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(table("months", "month", months(counted, scope, links), sum));
        if (scope.district().isEmpty()) {
            tables.add(table("districts", "district", districts(counted, links), sum));
        }
        if (scope.company().isEmpty()) {
            tables.add(table("companies", "company", companies(counted, whole, links), sum));
        }
        return tables;
    }

    private static StatisticsTable table(String by, String heading, List<Row> rows, Row sum) {
        List<Row> all = new ArrayList<>(rows);
        if (!rows.isEmpty()) {
            all.add(sum);
        }
        return StatisticsTable.of("stages-" + by, heading, "stages", all, CHART);
    }

    /** From the first month on that anything was billed or received in. */
    private static List<Row> months(List<Staged> counted, CollectionScope scope, CollectionLinks links) {
        List<Staged> months = of(counted, By.MONTH);
        Optional<YearMonth> first = months.stream()
                .filter(month -> !month.stages().isNothing())
                .flatMap(month -> Optional.ofNullable(month.of().month()).stream())
                .min(Comparator.naturalOrder());
        return scope.months()
                .filter(month -> first.filter(begin -> !month.isBefore(begin)).isPresent())
                .map(month -> row(
                        month.toString(),
                        months.stream()
                                .filter(one -> month.equals(one.of().month()))
                                .map(Staged::stages)
                                .findFirst()
                                .orElse(Stages.NONE),
                        links.in(month)))
                .toList();
    }

    private List<Row> districts(List<Staged> counted, CollectionLinks links) {
        List<Staged> own = of(counted, By.DISTRICT);
        List<Row> rows = new ArrayList<>();
        for (DistrictCentre centre : districts.all()) {
            Stages stages = own.stream()
                    .filter(one -> centre.id().value().equals(one.of().district()))
                    .map(Staged::stages)
                    .findFirst()
                    .orElse(Stages.NONE);
            rows.add(row(centre.name(), stages, links.at(centre.id().value())));
        }
        return rows;
    }

    /** Who billed and received most comes first. */
    private static List<Row> companies(List<Staged> counted, boolean whole, CollectionLinks links) {
        List<Staged> sorted = of(counted, By.COMPANY).stream()
                .sorted(Comparator.comparing((Staged one) ->
                                one.stages().billed().plus(one.stages().collected()))
                        .reversed())
                .toList();
        int most = whole || sorted.size() <= MOST + 1 ? sorted.size() : MOST;
        List<Row> rows = new ArrayList<>();
        for (Staged one : sorted.subList(0, most)) {
            CollectionScope.Company company = one.of().company();
            rows.add(
                    company == null
                            ? row(Messages.of("statistics.company.none"), one.stages(), null)
                            : row(company.name(), one.stages(), links.of(company)));
        }
        if (most < sorted.size()) {
            Stages others = sorted.subList(most, sorted.size()).stream()
                    .map(Staged::stages)
                    .reduce(Stages.NONE, Stages::plus);
            rows.add(row(Messages.of("statistics.others", sorted.size() - most), others, null));
        }
        return rows;
    }

    private static List<Staged> of(List<Staged> counted, By by) {
        return counted.stream().filter(one -> one.of().by() == by).toList();
    }

    private static Optional<Stages> find(List<Staged> counted, By by) {
        return of(counted, by).stream().map(Staged::stages).findFirst();
    }

    private static Row row(String label, Stages stages, @Nullable CollectionLinks links) {
        List<Cell> cells = new ArrayList<>();
        for (CollectionStage stage : CollectionStage.values()) {
            cells.add(Cell.money(stages.of(stage), links == null ? null : links.stage(stage)));
        }
        cells.add(share(stages.collected(), stages.billed()));
        cells.add(share(stages.remitted(), stages.collected()));
        cells.add(share(stages.booked(), stages.remitted()));
        return new Row(label, false, cells);
    }

    /** None where more was taken back than came, or nothing is to be compared with. */
    private static Cell share(Money part, Money whole) {
        return whole.isPositive() && !part.isNegative() ? Breakdown.share(part.fen(), whole.fen()) : Cell.percent(null);
    }
}
