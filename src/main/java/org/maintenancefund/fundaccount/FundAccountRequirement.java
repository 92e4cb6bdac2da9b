package org.maintenancefund.fundaccount;

import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionFact;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Before the fund of an area is collected it is known which account its money goes into; afterwards it is told beside it. */
@Component
@Order(50)
@RequiredArgsConstructor
class FundAccountRequirement implements StartRequirement, CollectionFact {

    private static final String KEY = "fundaccount.start";

    private final FundAccounts accounts;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        return accounts.ofAreaOn(area.id(), month.atDay(1))
                .map(account -> StartLine.done(
                                KEY, account.named(), account.custody().label())
                        .at("/fund-accounts/" + account.id()))
                .or(() -> accounts.lastOf(area.id())
                        .map(later -> StartLine.missing(
                                        KEY + ".later",
                                        Who.MUNICIPAL,
                                        later.account().named(),
                                        later.from())
                                .at("/fund-accounts/" + later.account().id())))
                .orElseGet(() -> StartLine.missing(KEY, Who.MUNICIPAL).at("/fund-accounts"));
    }

    @Override
    public Optional<Fact> of(AreaView area, YearMonth month) {
        StartLine line = check(area, month);
        return Optional.of(new Fact(line.title(), line.text(), line.href()));
    }
}
