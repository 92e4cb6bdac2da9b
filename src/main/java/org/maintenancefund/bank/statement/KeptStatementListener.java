package org.maintenancefund.bank.statement;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.ledger.FundAccountId;

/** Is told of lines in the transaction in which they are kept. */
public interface KeptStatementListener {

    void kept(FundAccountId account, CurrentUser by);
}
