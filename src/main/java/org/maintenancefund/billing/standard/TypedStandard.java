package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.kernel.money.Rate;

/**
 * Reads the rate and the first month of a standard as they are typed. A rate is a few 角: more than 10 元 is refused, more than 5 元
 * asked about, for then it is likely typed in fen.
 */
final class TypedStandard {

    private static final Rate HIGHEST = new Rate(100_000);
    private static final Rate DOUBTFUL = new Rate(50_000);

    private TypedStandard() {}

    /** In 元/㎡·月, with up to four decimals. */
    static Checked<Rate> rate(@Nullable String typed) {
        Checked<Rate> rate = Rate.parse(typed);
        if (!rate.isOk()) {
            return rate.reason().code().equals("kernel.decimal.too-large")
                    ? Checked.refused("billing.standard.rate.too-large", plain(HIGHEST))
                    : rate;
        }
        return rate.value().compareTo(HIGHEST) > 0
                ? Checked.refused("billing.standard.rate.too-high", plain(rate.value()), plain(HIGHEST))
                : rate;
    }

    /** What is unlikely about a rate; empty where nothing is. */
    static Optional<Reason> doubt(Rate rate) {
        return rate.compareTo(DOUBTFUL) > 0
                ? Optional.of(Reason.of("billing.standard.rate.doubt", plain(rate)))
                : Optional.empty();
    }

    /** A month, or its first day; where it is another day, the months that may be meant are told. */
    static Checked<YearMonth> month(@Nullable String typed) {
        Checked<YearMonth> month = TypedMonth.parse(typed);
        if (month.isOk() || !month.reason().code().equals("kernel.month.not-first")) {
            return month;
        }
        YearMonth within = YearMonth.from(TypedDate.parse(typed).value());
        return Checked.refused("billing.standard.month.not-first", within, within.plusMonths(1));
    }

    /** 5, 0.25: without zeros that say nothing. */
    static String plain(Rate rate) {
        return rate.decimal().stripTrailingZeros().toPlainString();
    }
}
