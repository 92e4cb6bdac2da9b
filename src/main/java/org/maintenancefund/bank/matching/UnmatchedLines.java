package org.maintenancefund.bank.matching;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceLimits;
import org.maintenancefund.difference.DifferenceSource;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** Lines of which nobody has decided what they are: after some days a difference. */
@Component
@RequiredArgsConstructor
class UnmatchedLines implements DifferenceSource {

    /** How a line is called where no other word is there: the end of the account's number, its place, the day. */
    static final String NAMED = "a.number || '-' || l.sequence AS reference, format('"
            + Messages.of("bank.difference.subject")
            + "', right(a.number, 4), l.sequence, l.day) AS subject, l.account_id, NULL::uuid AS area_id";

    static final String FROM = " FROM bank_line l JOIN named_fund_account a ON a.id = l.account_id";

    private final DifferenceLimits limits;

    @Override
    public DifferenceKind kind() {
        return DifferenceKind.LINE_UNMATCHED;
    }

    @Override
    public String sql() {
        return "SELECT " + NAMED + ", NULL::uuid AS company_id, NULL::uuid AS district_id, l.amount, l.day,"
                + " '/bank/lines/' || l.id AS link" + FROM + " WHERE l.state <> 'SETTLED' AND l.day <= :until";
    }

    @Override
    public int patience() {
        return limits.linePatience();
    }
}
