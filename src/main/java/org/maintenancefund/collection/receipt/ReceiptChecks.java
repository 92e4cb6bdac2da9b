package org.maintenancefund.collection.receipt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.Bills;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;

/**
 * What the payments of one file mean, looked at in the order of the file: by the rules of the counter, as of now. Months that two of
 * them name are open to the second only as far as the first leaves them.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class ReceiptChecks {

    private final ReceiptPolicy policy;
    private final ReceiptPolicy.OfArea rules;
    private final ReceiptDoubts.OfArea doubts;
    private final Bills bills;
    private final Map<UnitId, OpenMonths> open = new HashMap<>();
    private final Map<String, KnownReceipt> known = new HashMap<>();
    private final Map<String, String> reversed = new HashMap<>();

    /**
     * What a payment means.
     *
     * @param refusal why it can't be recorded, or null
     * @param doubts  what is asked about it, a sentence each
     */
    public record Finding(@Nullable Reason refusal, List<Reason> doubts) {

        public Finding {
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Finds out what is needed of some of them, by a handful of questions however many.
     *
     * @param units theirs
     */
    public void prepare(Map<UnitId, FoundUnit> units, Collection<NewReceipt> payments) {
        List<UnitId> fresh =
                units.keySet().stream().filter(unit -> !open.containsKey(unit)).toList();
        List<String> externalNumbers = payments.stream()
                .flatMap(told -> Stream.ofNullable(told.externalNumber()))
                .toList();
        Map<UnitId, List<OpenBill>> owed = bills.open(fresh);
        fresh.forEach(unit -> open.put(unit, new OpenMonths(owed.getOrDefault(unit, List.of()))));
        known.putAll(policy.known(externalNumbers, rules.enterprise()));
        reversed.putAll(policy.reversed(externalNumbers, rules.enterprise()));
        doubts.prepare(units, payments);
    }

    /** What is on record under the 外部流水号 of a payment. */
    public Optional<KnownReceipt> known(String externalNumber) {
        return Optional.ofNullable(known.get(externalNumber));
    }

    /** Of a payment that isn't on record. */
    public Finding check(FoundUnit unit, NewReceipt told) {
        OpenMonths months = Objects.requireNonNull(open.get(unit.id()));
        try {
            rules.mandate(unit, told.day());
            months.takeNamed(told);
        } catch (Refusal refusal) {
            return new Finding(refusal.reason(), List.of());
        }
        List<Reason> unlikely = new ArrayList<>(doubts.about(unit, told, months.bills()));
        String taken = told.externalNumber();
        String before = taken == null ? null : reversed.get(taken);
        if (taken != null && before != null) {
            unlikely.add(Reason.of("collection.doubt.reversed", taken, before));
        }
        return new Finding(null, unlikely);
    }
}
