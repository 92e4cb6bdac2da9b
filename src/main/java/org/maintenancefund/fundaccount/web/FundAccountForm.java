package org.maintenancefund.fundaccount.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.fundaccount.Custody;
import org.maintenancefund.fundaccount.FundAccountDetails;
import org.maintenancefund.fundaccount.FundAccountRecord;
import org.maintenancefund.fundaccount.TypedAccount;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * An account as typed; the components stand in the order of the page.
 *
 * @param version of the account that the person saw; empty for a new one
 */
@Labels("fundaccount.field.")
record FundAccountForm(
        @Text(min = 2, max = 100, required = "fundaccount.bank.required")
        String bank,

        @Text(min = 2, max = 100, required = "fundaccount.name.required")
        String name,

        @Typed(value = TypedAccount.class, by = "number") String number,

        @Choice(value = Custody.class, required = "fundaccount.custody.required")
        String custody,

        @Typed(value = TypedDate.class, required = "fundaccount.opening-day.required")
        String openingDay,

        @Typed(value = TypedAccount.class, by = "balance") String openingBalance,

        String version) {

    static final FundAccountForm EMPTY = new FundAccountForm("", "", "", Custody.UNIFIED.name(), "", "", "");

    FundAccountForm(
            @Nullable String bank,
            @Nullable String name,
            @Nullable String number,
            @Nullable String custody,
            @Nullable String openingDay,
            @Nullable String openingBalance,
            @Nullable String version) {
        this.bank = Objects.requireNonNullElse(bank, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.number = Objects.requireNonNullElse(number, "");
        this.custody = Objects.requireNonNullElse(custody, "");
        this.openingBalance = Objects.requireNonNullElse(openingBalance, "");
        this.openingDay = Objects.requireNonNullElse(openingDay, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static FundAccountForm of(FundAccountRecord account) {
        FundAccountDetails told = account.details();
        return new FundAccountForm(
                told.bank(),
                told.name(),
                told.number(),
                told.custody().name(),
                told.openingDay().toString(),
                told.openingBalance().decimal().toPlainString(),
                Integer.toString(account.version()));
    }

    /** Of a form without faults. */
    FundAccountDetails read() {
        return new FundAccountDetails(
                ChineseText.clean(bank),
                ChineseText.clean(name),
                TypedAccount.number(number).value(),
                Custody.valueOf(custody),
                TypedAccount.balance(openingBalance).value(),
                TypedDate.parse(openingDay).value());
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
