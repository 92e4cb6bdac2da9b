package org.maintenancefund.area.application;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/**
 * Step D 专户 as typed, in the order of the page.
 *
 * @param own {@code yes}, {@code no} or nothing yet
 */
record AccountForm(String own, String bank, String accountName, String accountNumber) {

    static final String YES = "yes";
    static final String NO = "no";

    AccountForm {
        own = AreaForm.text(own);
        bank = AreaForm.text(bank);
        accountName = AreaForm.text(accountName);
        accountNumber = AreaForm.text(accountNumber);
    }

    static AccountForm of(@Nullable FundAccount account) {
        return account == null
                ? new AccountForm(NO, "", "", "")
                : new AccountForm(YES, account.bank(), account.accountName(), account.accountNumber());
    }

    /** The three texts are asked only where there is an account. */
    void check(Errors errors) {
        if (YES.equals(own)) {
            FieldErrors.check(errors, "bank", AreaText.bank(bank));
            FieldErrors.check(errors, "accountName", AreaText.bank(accountName));
            FieldErrors.check(errors, "accountNumber", AreaText.accountNumber(accountNumber));
        } else if (!NO.equals(own)) {
            FieldErrors.reject(errors, "own", "area.application.account.required");
        }
    }

    /** What was typed, of a form without faults; null for no account of its own. */
    @Nullable
    FundAccount toAccount() {
        return NO.equals(own)
                ? null
                : new FundAccount(
                        ChineseText.clean(bank),
                        ChineseText.clean(accountName),
                        AreaText.accountNumber(accountNumber).value());
    }
}
