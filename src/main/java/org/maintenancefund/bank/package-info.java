/**
 * 银行: statements of the fund accounts, read by templates, kept once as lines, and what each line is: which 缴存单 it pays, or
 * interest, a fee, a return. Lines are booked to the ledger as they are kept. Publishes the views {@code bank_line_told}: lines with what they
 * are; and {@code bank_line_slip}: which slips they pay.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "lock",
            "access",
            "web",
            "web :: *",
            "audit",
            "invariant",
            "account",
            "area",
            "unit",
            "organisation",
            "enterprise",
            "ledger",
            "fundaccount",
            "difference",
            "collection",
            "collection :: *"
        })
package org.maintenancefund.bank;
