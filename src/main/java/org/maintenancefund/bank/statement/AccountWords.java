package org.maintenancefund.bank.statement;

import org.maintenancefund.kernel.Messages;

/** Fund accounts in words. */
public final class AccountWords {

    private AccountWords() {}

    /** As lists and sentences call an account: the bank and the last four digits. */
    public static String named(String bank, String number) {
        return Messages.of("fundaccount.named", bank, number.substring(number.length() - 4));
    }
}
