package org.maintenancefund.area.application;

import org.jspecify.annotations.Nullable;

/**
 * Step D 专户 as typed, in the order of the page.
 *
 * @param own {@code yes}, {@code no} or nothing yet
 */
record AccountForm(String own, String bank, String accountName, String accountNumber) {

    static final String YES = "yes";
    static final String NO = "no";
    static final AccountForm EMPTY = new AccountForm("", "", "", "");

    AccountForm(
            @Nullable String own, @Nullable String bank, @Nullable String accountName, @Nullable String accountNumber) {
        this.own = AreaForm.text(own);
        this.bank = AreaForm.text(bank);
        this.accountName = AreaForm.text(accountName);
        this.accountNumber = AreaForm.text(accountNumber);
    }

    static AccountForm of(AreaInfo info) {
        return info.fundAccount() == null
                ? new AccountForm(NO, "", "", "")
                : new AccountForm(
                        YES,
                        info.fundAccount().bank(),
                        info.fundAccount().accountName(),
                        info.fundAccount().accountNumber());
    }
}
