package org.maintenancefund.unit.opening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.springframework.stereotype.Component;

/** What is unlikely of opening balances and possible all the same: asked, never refused. */
@Component
@RequiredArgsConstructor
public class OpeningDoubts {

    /** Interest of decades is less than half of what was paid in; a shifted decimal point is more. */
    private static final long MOST_PERCENT = 150;

    /** The same as a condition of lines {@code l}. */
    static final String HIGH = "l.balance * 100 > l.original * " + MOST_PERCENT;

    private final OpeningFigures figures;

    /** Of one unit: a balance far above what was paid in first. */
    public static Optional<Reason> about(@Nullable Money original, Money balance) {
        if (original == null
                || Math.multiplyExact(balance.fen(), 100) <= Math.multiplyExact(original.fen(), MOST_PERCENT)) {
            return Optional.empty();
        }
        return Optional.of(Reason.of("unit.opening.doubt.high", balance, original));
    }

    /** Of a sheet as a whole, before it is checked: who is left out, and of how many the balance is that high. */
    public List<Reason> about(OpeningView sheet, OpeningFigures.Sum sum) {
        List<Reason> doubts = new ArrayList<>();
        missing(figures.missing(sheet.area())).ifPresent(doubts::add);
        if (sum.high() > 0) {
            doubts.add(Reason.of("unit.opening.doubt.high-lines", Figures.of(sum.high())));
        }
        return doubts;
    }

    /** Units that have to pay and would have no opening balance. */
    public static Optional<Reason> missing(OpeningFigures.Missing missing) {
        if (missing.units() == 0) {
            return Optional.empty();
        }
        String key = missing.units() > missing.names().size()
                ? "unit.opening.doubt.missing-more"
                : "unit.opening.doubt.missing";
        return Optional.of(Reason.of(
                key, Figures.of(missing.units()), String.join(Messages.of("unit.opening.comma"), missing.names())));
    }
}
