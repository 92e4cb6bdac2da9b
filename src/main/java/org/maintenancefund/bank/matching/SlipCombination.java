package org.maintenancefund.bank.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.money.Money;

/** Finds the slips of a company that come to an amount together: two to five of them, and only where no others do. */
final class SlipCombination {

    private static final int MOST = 5;

    /** Of more open slips than that some five come to nearly every amount. */
    private static final int MOST_OPEN = 25;

    private final List<Open> slips;
    private final List<Open> chosen = new ArrayList<>();
    private final List<List<Open>> found = new ArrayList<>();

    private SlipCombination(List<Open> slips) {
        this.slips = slips;
    }

    /** A slip and what is still to come of it. */
    record Open(SlipId slip, Money open) {}

    static Optional<List<Open>> of(Money amount, List<Open> slips) {
        if (slips.size() > MOST_OPEN) {
            return Optional.empty();
        }
        SlipCombination search = new SlipCombination(slips);
        search.from(0, amount.fen());
        return search.found.size() == 1 ? Optional.of(search.found.get(0)) : Optional.empty();
    }

    private void from(int place, long left) {
        if (left == 0 && chosen.size() > 1) {
            found.add(List.copyOf(chosen));
        }
        if (left <= 0 || chosen.size() == MOST || found.size() > 1) {
            return;
        }
        for (int next = place; next < slips.size(); next++) {
            chosen.add(slips.get(next));
            from(next + 1, left - slips.get(next).open().fen());
            chosen.remove(chosen.size() - 1);
        }
    }
}
