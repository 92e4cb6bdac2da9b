package org.maintenancefund.fundaccount;

import java.time.LocalDate;
import org.maintenancefund.kernel.money.Money;

/**
 * What is told of an account.
 *
 * @param bank           开户银行, with its branch
 * @param name           户名
 * @param number         账号: 8 to 32 digits
 * @param openingBalance what lay in it at the end of the opening day, by the bank's own paper
 */
public record FundAccountDetails(
        String bank, String name, String number, Custody custody, Money openingBalance, LocalDate openingDay) {}
