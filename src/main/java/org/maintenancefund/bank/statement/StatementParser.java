package org.maintenancefund.bank.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.template.AccountPlace;
import org.maintenancefund.bank.template.StatementField;
import org.maintenancefund.bank.template.StatementLayout;
import org.maintenancefund.bank.template.StatementTemplate;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetRow;

/** Reads the rows of a file by a template: the headings by their names, whatever stands above, and below them line by line. */
final class StatementParser {

    /** More faults than that help nobody. */
    static final int MOST_FAULTS = 20;

    private static final int MOST_ABOVE = 40;
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{6,40}[0-9]");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]\\.?[0-9]*[eE]\\+?[0-9]{1,3}");

    private final StatementTemplate template;
    private final StatementLayout layout;
    private final List<StatementTotals> totals = new ArrayList<>();
    private final List<Integer> unused = new ArrayList<>();
    private final List<Reason> faults = new ArrayList<>();
    private final Set<String> accounts = new TreeSet<>();

    private StatementParser(StatementTemplate template) {
        this.template = template;
        this.layout = template.layout();
    }

    /** Where the table begins. */
    private record Header(int place, List<String> headings, Map<StatementField, List<Integer>> columns) {}

    /**
     * The template that fits best, of several: whose headings are all there, and the most of them.
     *
     * @throws Refusal where none fits, or two do as well as one another
     */
    static StatementTemplate recognise(List<SheetRow> rows, List<StatementTemplate> templates) {
        int best = 0;
        List<StatementTemplate> fitting = new ArrayList<>();
        for (StatementTemplate template : templates) {
            int columns = header(rows, template.layout())
                    .map(header -> header.columns().values().stream()
                            .mapToInt(List::size)
                            .sum())
                    .orElse(0);
            if (columns > best) {
                fitting.clear();
                best = columns;
            }
            if (columns > 0 && columns == best) {
                fitting.add(template);
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        throw fitting.isEmpty()
                ? Refusal.because("bank.read.no-template")
                : Refusal.because(
                        "bank.read.several-templates",
                        String.join(
                                "、",
                                fitting.stream().map(StatementTemplate::named).toList()));
    }

    /** @throws Refusal where the headings are not there, with those that are missing */
    static Statement parse(List<SheetRow> rows, StatementTemplate template) {
        return new StatementParser(template).parse(rows);
    }

    private static Optional<Header> header(List<SheetRow> rows, StatementLayout layout) {
        for (int place = 0; place < Math.min(rows.size(), MOST_ABOVE); place++) {
            List<String> headings = rows.get(place).texts();
            Map<StatementField, List<Integer>> found = layout.find(headings);
            if (found.keySet().containsAll(layout.needed())) {
                return Optional.of(new Header(place, headings, found));
            }
        }
        return Optional.empty();
    }

    private Refusal headingsMissing(List<SheetRow> rows) {
        Map<StatementField, List<Integer>> nearest = rows.stream()
                .limit(MOST_ABOVE)
                .map(row -> layout.find(row.texts()))
                .max(java.util.Comparator.comparingInt(Map::size))
                .orElse(Map.of());
        Set<StatementField> missing = new TreeSet<>(layout.needed());
        missing.removeAll(nearest.keySet());
        return Refusal.because("bank.read.headings", template.named(), String.join("、", layout.namesOf(missing)));
    }

    private Statement parse(List<SheetRow> rows) {
        Header header = header(rows, layout).orElseThrow(() -> headingsMissing(rows));
        rows.subList(0, header.place()).forEach(this::readAbove);
        List<StatementLine> lines = new ArrayList<>();
        StatementRow reader = new StatementRow(layout, header.columns());
        for (SheetRow row : rows.subList(header.place() + 1, rows.size())) {
            if (faults.size() >= MOST_FAULTS) {
                break;
            }
            readBelow(row, header, reader, lines);
        }
        if (accounts.size() > 1) {
            faults.add(Reason.of("bank.read.several-accounts", String.join("、", accounts)));
        }
        return new Statement(
                template, accounts.isEmpty() ? null : accounts.iterator().next(), lines, totals, unused, faults);
    }

    private void readBelow(SheetRow row, Header header, StatementRow reader, List<StatementLine> lines) {
        if (StatementTotals.isTotal(row)) {
            totals.add(StatementTotals.of(row, header.columns(), StatementTotals.Place.TABLE));
        } else if (StatementTotals.isOfPart(row) || reader.isBlank(row)) {
            unused.add(row.number());
        } else if (!row.texts().equals(header.headings())) {
            // Else the headings once more, as on each page of a print.
            StatementRow.Read read = reader.read(row);
            faults.addAll(read.faults());
            read.account().ifPresent(accounts::add);
            read.line().ifPresent(lines::add);
        }
    }

    /** Totals, and behind its label the account. */
    private void readAbove(SheetRow row) {
        StatementTotals told = StatementTotals.of(row, Map.of(), StatementTotals.Place.ABOVE);
        if (!told.saysNothing()) {
            totals.add(told);
        }
        if (layout.account() != AccountPlace.ABOVE) {
            return;
        }
        List<String> texts = row.texts();
        for (int place = 0; place < texts.size(); place++) {
            String label = labelled(texts.get(place));
            if (label != null) {
                readAccount(row, place, texts.get(place).substring(label.length()));
            }
        }
    }

    /** What a cell begins with, where that is a label of the account. */
    private @Nullable String labelled(String text) {
        return layout.accountLabels().stream()
                .filter(text::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(null);
    }

    /** From the same cell, or the next one that has something in it. */
    private void readAccount(SheetRow row, int place, String rest) {
        Matcher here = NUMBER.matcher(ChineseText.nfkc(rest));
        if (SCIENTIFIC.matcher(ChineseText.nfkc(rest)).find()) {
            faults.add(damaged(row.number(), rest));
        } else if (here.find()) {
            accounts.add(digits(here.group()));
        } else {
            row.cells().stream()
                    .skip(place + 1L)
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .ifPresent(cell -> {
                        if (isDamaged(cell)) {
                            faults.add(damaged(row.number(), cell.text()));
                        } else if (NUMBER.matcher(ChineseText.nfkc(cell.text())).find()) {
                            accounts.add(digits(cell.text()));
                        }
                    });
        }
    }

    /** A number of many digits that Excel has shown as a power of ten: its last digits are lost. */
    static boolean isDamaged(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.LONG_NUMBER
                || SCIENTIFIC.matcher(cell.text()).matches();
    }

    static Reason damaged(int row, String text) {
        return Reason.of("bank.read.scientific", row, SheetCell.shortened(text.strip(), 20));
    }

    /** An account number however it is written: with spaces, hyphens, in full width. */
    static String digits(String text) {
        return ChineseText.nfkc(text).replaceAll("[^0-9]", "");
    }
}
