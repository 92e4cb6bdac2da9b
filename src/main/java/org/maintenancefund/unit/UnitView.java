package org.maintenancefund.unit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;

/**
 * A unit as pages and other modules see it.
 *
 * @param number   户号: {@code DH-00236-00017}
 * @param versions all of them, the latest first; at least one
 * @param payers   all of them, the latest first; possibly none
 * @param version  counts its changes, for optimistic locking; a form carries it
 */
public record UnitView(
        UnitId id,
        String number,
        AreaId area,
        UnitPlace place,
        List<Facts> versions,
        List<PayerFrom> payers,
        int version) {

    public UnitView {
        versions = List.copyOf(versions);
        payers = List.copyOf(payers);
    }

    /**
     * A version.
     *
     * @param until its last month; null where none begins behind it
     */
    public record Facts(YearMonth from, @Nullable YearMonth until, UnitFacts facts, String reason, Origin origin) {}

    /**
     * Who pays.
     *
     * @param until the last day; null where nobody follows
     */
    public record PayerFrom(LocalDate from, @Nullable LocalDate until, Payer payer, Origin origin) {}

    /** What holds in a month; of a unit that begins later, what it begins with. */
    public Facts in(YearMonth month) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(month))
                .findFirst()
                .orElseGet(() -> versions.get(versions.size() - 1));
    }

    /** Who pays on a day; empty where nobody is known. */
    public Optional<PayerFrom> payerOn(LocalDate day) {
        return payers.stream().filter(payer -> !payer.from().isAfter(day)).findFirst();
    }
}
