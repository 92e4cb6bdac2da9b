package org.maintenancefund.bank.matching;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.SummaryRow;

/** Lines and what they are taken for, in the words of the pages. */
final class LinePages {

    private static final int MOST_HOUSEHOLDS = 500;

    private LinePages() {}

    static List<SummaryRow> summary(BankLineView line) {
        return List.of(
                row("account", line.accountNamed()),
                row("day", line.time() == null ? line.day() : line.day() + " " + line.time()),
                row("amount", line.amount()),
                row("balance", line.balance()),
                row("counterparty", line.counterparty()),
                row("counterpartyAccount", line.counterpartyAccount()),
                row("text", line.text()),
                row("serial", line.serial()),
                row("place", Messages.of("bank.line.place", line.sequence(), line.fileRow())));
    }

    static List<SummaryRow> summary(Assignment told, UnitLookup units) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("kind", told.kind().label()), row("basis", told.basis().label())));
        told.slips()
                .forEach(share -> rows.add(row("slip", Messages.of("bank.assign.share", share.number(), share.amount()))
                        .withNote(share.company())));
        if (told.unit() != null) {
            rows.add(row("unit", units.get(told.unit()).named()));
        }
        if (!told.months().isEmpty()) {
            rows.add(row(
                    "months", told.months().stream().map(YearMonth::toString).collect(Collectors.joining("、"))));
        }
        if (told.returnsLine() != null) {
            rows.add(row("returned", Messages.of("bank.line.see"))
                    .leadingTo(BankLineController.path(told.returnsLine())));
        }
        rows.add(row("note", told.note()));
        rows.add(row("entry", told.entry()));
        rows.add(row("proposed", proposer(told)).withNote(Times.minute(told.proposedAt())));
        if (told.decidedAt() != null) {
            rows.add(row("decided", told.deciderName()).withNote(Times.minute(told.decidedAt())));
        }
        return rows;
    }

    /** Whom 首期归集 comes to; the first of them where there are very many. */
    static RecordTable households(List<HouseholdShare> shares, UnitLookup units) {
        List<HouseholdShare> shown = shares.stream().limit(MOST_HOUSEHOLDS).toList();
        Map<UnitId, FoundUnit> found =
                units.of(shown.stream().map(HouseholdShare::unit).toList());
        return RecordTable.of(
                "bank.assign.households",
                shown.stream()
                        .map(share -> RecordTable.Row.of(
                                Cell.of(Objects.requireNonNull(found.get(share.unit()))
                                        .named()),
                                Cell.of(share.amount())))
                        .toList(),
                shares.size());
    }

    private static String proposer(Assignment told) {
        return told.proposerName() == null ? Messages.of("bank.assign.system") : told.proposerName();
    }

    static RecordTable history(List<Assignment> all) {
        return RecordTable.of(
                "bank.assign.history",
                all.stream()
                        .map(each -> RecordTable.Row.of(
                                Cell.of(each.kind().label())
                                        .under(each.slips().stream()
                                                .map(SlipShare::number)
                                                .collect(Collectors.joining("、"))),
                                Cell.of(each.basis().label()),
                                Cell.tag(each.state().tag(), each.state().label()),
                                Cell.of(proposer(each)).under(Times.minute(each.proposedAt())),
                                Cell.of(each.deciderName())
                                        .under(each.decidedAt() == null ? null : Times.minute(each.decidedAt())),
                                Cell.of(each.undoneReason()).under(each.undoneByName())))
                        .toList(),
                all.size());
    }

    static RecordTable candidates(List<MatchHints.Candidate> found) {
        return RecordTable.of(
                "bank.hint.candidates",
                found.stream()
                        .map(each -> RecordTable.Row.of(
                                Cell.of(each.number()),
                                Cell.of(each.company()),
                                Cell.of(each.open()),
                                Cell.of(each.state().label()),
                                Cell.of(each.account())))
                        .toList(),
                found.size());
    }

    static List<Option> options(List<BankLineView> lines) {
        return lines.stream()
                .map(line -> Option.of(
                        line.id(),
                        Messages.of(
                                "bank.line.option",
                                line.day(),
                                line.amount(),
                                line.counterparty(),
                                line.kind().label())))
                .toList();
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("bank.field." + field), value);
    }
}
