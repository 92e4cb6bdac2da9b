package org.maintenancefund.fundaccount.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.fundaccount.FundAccountDetails;
import org.maintenancefund.fundaccount.FundAccountRecord;
import org.maintenancefund.fundaccount.FundAccountRegister;
import org.maintenancefund.fundaccount.FundAccountState;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;

/** Accounts in the words of the pages. */
final class FundAccountPages {

    private FundAccountPages() {}

    static RecordTable table(List<FundAccountRegister.Line> lines) {
        List<Row> rows = lines.stream().map(FundAccountPages::row).toList();
        return RecordTable.of("fundaccount.table", rows, rows.size());
    }

    private static Row row(FundAccountRegister.Line line) {
        FundAccountRecord account = line.account();
        FundAccountDetails told = account.details();
        return Row.of(
                Cell.of(told.name()).to(FundAccountController.path(account.id())),
                Cell.of(told.bank()),
                Cell.of(grouped(told.number())),
                Cell.of(told.custody().label()),
                Cell.of(Figures.of(line.areas())),
                Cell.tag(tag(account.state()), account.state().label()));
    }

    static String tag(FundAccountState state) {
        return switch (state) {
            case PROPOSED -> "waiting";
            case RETURNED -> "bad";
            case CONFIRMED -> "ok";
        };
    }

    /** In fours, as people compare it with a paper. */
    static String grouped(String number) {
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    static List<SummaryRow> rows(FundAccountRecord account) {
        FundAccountDetails told = account.details();
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("bank", told.bank()),
                row("name", told.name()),
                row("number", grouped(told.number())),
                row("custody", told.custody().label()).withNote(told.custody().hint()),
                row("openingBalance", told.openingBalance()),
                row("openingDay", told.openingDay()),
                row("proposed", account.proposedByName()).withNote(Times.minute(account.proposedAt()))));
        if (account.decidedByName() != null && account.decidedAt() != null) {
            rows.add(row("decided." + account.state(), account.decidedByName())
                    .withNote(Times.minute(account.decidedAt())));
        }
        if (!account.returnReason().isEmpty()) {
            rows.add(row("reason", account.returnReason()));
        }
        return rows;
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("fundaccount.field." + field), value);
    }
}
