package org.maintenancefund.fundaccount;

import java.time.YearMonth;

/** The account that an area's money lies in from a month on. */
public record AreaAccount(FundAccountView account, YearMonth from) {}
