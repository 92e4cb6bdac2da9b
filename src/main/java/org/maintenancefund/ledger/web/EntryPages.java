package org.maintenancefund.ledger.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryList;
import org.maintenancefund.ledger.EntryList.Entry;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListFilter.Period;
import org.maintenancefund.web.sheet.SheetColumn;

/** Entries in the words of the pages, and where these are. */
final class EntryPages {

    static final String PATH = "/ledger";

    private EntryPages() {}

    static String path(EntryNumber number) {
        return PATH + "/" + number;
    }

    /** An entry of a list, with the name of its account. */
    record Line(Entry entry, String account) {

        /** 借：专户 50.00；贷：待清分 50.00. */
        public String sides() {
            return entry.sides().stream()
                    .map(side -> Messages.of(
                            side.amount().isPositive() ? "ledger.side.debit" : "ledger.side.credit",
                            side.account().label(),
                            side.amount().isPositive()
                                    ? side.amount()
                                    : side.amount().negated()))
                    .collect(Collectors.joining(Messages.of("ledger.side.between")));
        }

        /** 缴存入账, or 冲正：缴存入账. */
        public String kind() {
            return words(entry.kind(), entry.reverses() != null);
        }
    }

    static String words(EntryKind kind, boolean reversal) {
        return reversal ? Messages.of("ledger.kind.reversal", kind.label()) : kind.label();
    }

    static List<SheetColumn<Line>> columns() {
        return List.of(
                SheetColumn.of("ledger.field.number", line -> line.entry().number()),
                SheetColumn.of("ledger.field.day", line -> line.entry().day()),
                SheetColumn.of(
                        "ledger.field.period", line -> line.entry().period().toString()),
                SheetColumn.of("ledger.field.kind", Line::kind),
                SheetColumn.of("ledger.field.account", Line::account),
                SheetColumn.of("ledger.field.reference", line -> line.entry().reference()),
                SheetColumn.of(
                        "ledger.field.amount", line -> line.entry().amount().decimal()),
                SheetColumn.of("ledger.field.sides", Line::sides),
                SheetColumn.of("ledger.field.maker", line -> line.entry().maker()),
                SheetColumn.of("ledger.field.checker", line -> line.entry().checker()),
                SheetColumn.of("ledger.field.note", line -> line.entry().note()),
                SheetColumn.of(
                        "ledger.field.postedAt",
                        line -> Times.minute(line.entry().postedAt())));
    }

    /** What the address asks for, of all accounts or of one. */
    static EntryList.Filter filter(
            ListFilter filter, EntryList entries, Map<FundAccountId, String> names, Optional<FundAccountId> one) {
        String text = filter.text("text");
        Optional<FundAccountId> account = one.isPresent()
                ? one
                : filter.one("account", List.copyOf(names.keySet()), id -> id, id -> names.getOrDefault(id, ""));
        Period days = filter.period("from", "to", Messages.of("ledger.field.day"));
        return new EntryList.Filter(
                text,
                account,
                filter.one("period", entries.periods(), month -> month, Object::toString),
                filter.one("kind", EntryKind.class),
                days.first(),
                days.last());
    }
}
