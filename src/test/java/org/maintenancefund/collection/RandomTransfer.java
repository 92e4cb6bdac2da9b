package org.maintenancefund.collection;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.collection.RandomRemittance.Slip;

/**
 * A transfer before it stands on a statement.
 *
 * @param meant   what it truly is
 * @param named   the slips that it is meant for, which its text may name
 * @param owner   who pays directly
 * @param returns the line whose money it sends back
 */
record RandomTransfer(
        long fen,
        String other,
        String text,
        BankLineKind meant,
        List<Slip> named,
        @Nullable Flat owner,
        @Nullable Line returns) {

    static final String COMPANY = "随机物业有限公司";

    /** The company pays slips, and its text names them. */
    static RandomTransfer naming(long fen, List<Slip> slips) {
        String numbers = slips.stream().map(slip -> slip.number.value()).collect(Collectors.joining("、"));
        return new RandomTransfer(fen, COMPANY, "维修资金 " + numbers, BankLineKind.REMITTANCE, slips, null, null);
    }

    /** The company pays a slip and doesn't say which. */
    static RandomTransfer silent(Slip slip) {
        return new RandomTransfer(slip.open(), COMPANY, "维修资金", BankLineKind.REMITTANCE, List.of(slip), null, null);
    }

    static RandomTransfer of(BankLineKind meant, long fen) {
        return new RandomTransfer(fen, "某某", "转账", meant, List.of(), null, null);
    }

    static RandomTransfer by(Flat owner, long fen) {
        return new RandomTransfer(fen, "王建国", "维修资金", BankLineKind.OWNER_PAYMENT, List.of(), owner, null);
    }

    static RandomTransfer sendingBack(Line line) {
        return new RandomTransfer(-line.fen, line.other, "退票", BankLineKind.RETURNED, List.of(), null, line);
    }
}
