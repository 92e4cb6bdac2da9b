package org.maintenancefund.collection.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which declarations can go into one slip: those of areas of one district, whose money lies in one account today. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class SlipChoice {

    private final RemittanceRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Where a slip goes. */
    record Destination(UUID account, UUID district) {}

    /**
     * A confirmed declaration that is in no other slip.
     *
     * @param account     the account of its area today; null where it has none
     * @param accountName 中国银行示范支行 ****1234
     * @param chosen      whether it is in this slip
     */
    public record Choice(
            DeclarationNumber number,
            String area,
            UUID district,
            LocalDate upTo,
            int receipts,
            Money amount,
            @Nullable UUID account,
            @Nullable String bank,
            @Nullable String accountName,
            @Nullable String accountNumber,
            boolean chosen) {}

    /** Those that the person may put into the slip, or into a new one: by district and account, then by area. */
    public List<Choice> of(@Nullable SlipNumber slip, CurrentUser user) {
        Conditions where = rights.ofAreas("d.area_id", "d.enterprise_id", user)
                .and("(d.slip_id IS NULL OR s.number = :slip)", "slip", slip == null ? "" : slip.value())
                .bind("today", LocalDate.now(clock))
                .and("d.enterprise_id = :company", "company", rights.company(user));
        return jdbc.sql(
                        "SELECT d.number, a.name, a.district_id, d.up_to, d.receipts, d.amount, f.id AS account, f.bank,"
                                + " f.name AS account_name, f.number AS account_number, d.slip_id IS NOT NULL AS chosen FROM declaration d"
                                + " JOIN named_area a ON a.id = d.area_id LEFT JOIN remittance_slip s ON s.id = d.slip_id"
                                + " LEFT JOIN area_kept_in k ON k.area_id = d.area_id AND k.validity @> CAST(:today AS date)"
                                + " LEFT JOIN named_fund_account f ON f.id = k.account_id WHERE d.state = 'CONFIRMED'"
                                + where.sql()
                                + " ORDER BY a.district_id, f.number NULLS LAST, a.sort_key, d.number")
                .params(where.params())
                .query((row, i) -> new Choice(
                        new DeclarationNumber(row.getString("number")),
                        row.getString("name"),
                        row.getObject("district_id", UUID.class),
                        row.getObject("up_to", LocalDate.class),
                        row.getInt("receipts"),
                        new Money(row.getLong("amount")),
                        row.getObject("account", UUID.class),
                        row.getString("bank"),
                        row.getString("account_name"),
                        row.getString("account_number"),
                        row.getBoolean("chosen")))
                .list();
    }

    /**
     * Where those go together.
     *
     * @throws Refusal where there are none, one of them is gone, has no account, or they differ
     */
    Destination destination(Collection<Choice> offered, Set<DeclarationNumber> chosen) {
        if (chosen.isEmpty()) {
            throw Refusal.because("remittance.slip.nothing");
        }
        List<Choice> those = offered.stream()
                .filter(choice -> chosen.contains(choice.number()))
                .toList();
        if (those.size() < chosen.size()) {
            DeclarationNumber gone = chosen.stream()
                    .filter(number ->
                            those.stream().noneMatch(choice -> choice.number().equals(number)))
                    .findFirst()
                    .orElseThrow();
            throw Refusal.because("remittance.slip.declaration-gone", gone);
        }
        those.stream().filter(choice -> choice.account() == null).findFirst().ifPresent(choice -> {
            throw Refusal.because("remittance.slip.no-account", choice.area());
        });
        if (those.stream().map(Choice::district).distinct().count() > 1) {
            throw Refusal.because("remittance.slip.districts");
        }
        List<UUID> accounts = those.stream().map(SlipChoice::account).distinct().toList();
        if (accounts.size() > 1) {
            throw Refusal.because("remittance.slip.accounts");
        }
        return new Destination(accounts.get(0), those.get(0).district());
    }

    private static UUID account(Choice choice) {
        UUID account = choice.account();
        if (account == null) {
            throw Refusal.because("remittance.slip.no-account", choice.area());
        }
        return account;
    }
}
