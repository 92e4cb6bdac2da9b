package org.maintenancefund.billing.run.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.run.Outcome;
import org.maintenancefund.billing.run.Trial;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.SummaryRow;

/**
 * The figures of a trial in words.
 *
 * @param rows    for the page
 * @param missing why it can't be confirmed, or null
 * @param remark  why a word is wanted, or null
 */
record TrialFigures(
        List<SummaryRow> rows,
        @Nullable String missing,
        @Nullable String remark) {

    private static final int MOST_NAMED = 10;

    static TrialFigures of(Trial trial) {
        return new TrialFigures(
                rows(trial),
                trial.missing().isEmpty()
                        ? null
                        : Messages.of(
                                "billing.run.refusal.no-standard",
                                trial.period(),
                                NameList.ofAll(trial.missing(), MOST_NAMED),
                                trial.count(Outcome.NO_STANDARD)),
                trial.wantsRemark() ? Messages.of("billing.run.remark.wanted", Trial.PERCENT_WITHOUT_REMARK) : null);
    }

    private static List<SummaryRow> rows(Trial trial) {
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("bills", words(trial.bills(), trial.total())));
        if (trial.before() == 0) {
            rows.add(row("before", Messages.of("billing.run.before.none")));
        } else {
            rows.add(row("before", words(trial.before(), trial.totalBefore())));
            rows.add(row("difference", difference(trial)));
        }
        rows.add(
                trial.notBilled() == 0
                        ? row("notBilled", Messages.of("billing.run.not-billed.none"))
                        : SummaryRow.ofLines(Messages.of("billing.run.field.notBilled"), reasons(trial)));
        return rows;
    }

    private static List<String> reasons(Trial trial) {
        return Outcome.reasons().stream()
                .filter(outcome -> trial.count(outcome) > 0)
                .map(outcome -> Messages.of("billing.run.reason", outcome.label(), Figures.of(trial.count(outcome))))
                .toList();
    }

    private static String difference(Trial trial) {
        Money more = trial.difference();
        if (more.isZero()) {
            return Messages.of("billing.run.same");
        }
        return Messages.of(
                more.isNegative() ? "billing.run.less" : "billing.run.more",
                more.isNegative() ? more.negated() : more,
                Figures.of(trial.newUnits()),
                Figures.of(trial.goneUnits()),
                Figures.of(trial.changed()));
    }

    private static String words(long bills, Money total) {
        return Messages.of("billing.run.figures", Figures.of(bills), total);
    }

    private static SummaryRow row(String field, Object value) {
        return SummaryRow.of(Messages.of("billing.run.field." + field), value);
    }
}
