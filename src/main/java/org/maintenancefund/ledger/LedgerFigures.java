package org.maintenancefund.ledger;

import java.util.EnumMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the parts of an account come to. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class LedgerFigures {

    private final JdbcClient jdbc;

    /**
     * The parts of an account.
     *
     * @param of each as people read it: more than nothing on the side that it grows on
     */
    public record Balances(Map<LedgerAccount, Money> of) {

        public Balances {
            of = Map.copyOf(of);
        }

        public Money get(LedgerAccount account) {
            return of.getOrDefault(account, Money.ZERO);
        }

        /** For templates. */
        public Money get(String account) {
            return get(LedgerAccount.valueOf(account));
        }

        /** What the other parts come to: it is what lies in the bank. */
        public Money explained() {
            return get(LedgerAccount.HOUSEHOLD)
                    .plus(get(LedgerAccount.UNALLOCATED))
                    .plus(get(LedgerAccount.OPENING))
                    .plus(get(LedgerAccount.INCOME))
                    .minus(get(LedgerAccount.SPENDING));
        }

        /** Whether the two are the same; an invariant says that they are. */
        public boolean isEven() {
            return get(LedgerAccount.BANK).equals(explained());
        }
    }

    /** 分户账 by the balances of the households, everything else by its postings. */
    public Balances of(FundAccountId account) {
        Map<LedgerAccount, Money> sums = new EnumMap<>(LedgerAccount.class);
        jdbc.sql("SELECT p.part, sum(p.amount) FROM ledger_entry e JOIN ledger_posting p ON p.entry_id = e.id"
                        + " WHERE e.account_id = :account AND p.unit_id IS NULL GROUP BY p.part")
                .param("account", account.value())
                .query((row, i) -> {
                    LedgerAccount part = LedgerAccount.valueOf(row.getString(1));
                    return sums.put(part, part.natural(new Money(row.getLong(2))));
                })
                .list();
        sums.put(
                LedgerAccount.HOUSEHOLD,
                new Money(
                        jdbc.sql("SELECT coalesce(sum(balance), 0) FROM household_balance WHERE account_id = :account")
                                .param("account", account.value())
                                .query(Long.class)
                                .single()));
        return new Balances(sums);
    }

    /** What the households of a district have in it. */
    public Money ofDistrict(FundAccountId account, DistrictId district) {
        return new Money(jdbc.sql("SELECT coalesce(sum(b.balance), 0) FROM household_balance b"
                        + " JOIN named_unit u ON u.unit_id = b.unit_id JOIN named_area a ON a.id = u.area_id"
                        + " WHERE b.account_id = :account AND a.district_id = :district")
                .param("account", account.value())
                .param("district", district.value())
                .query(Long.class)
                .single());
    }
}
