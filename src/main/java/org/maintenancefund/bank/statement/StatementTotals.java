package org.maintenancefund.bank.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.template.StatementField;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.sheet.SheetRow;

/**
 * What a row of the statement says of all its lines (合计), in its columns or in words; null where it says nothing of that.
 *
 * @param sum of both ways, where one column has it: the difference of both, or all together
 */
record StatementTotals(
        int row,
        @Nullable Integer count,
        @Nullable Integer incomeCount,
        @Nullable Integer expenseCount,
        @Nullable Money income,
        @Nullable Money expense,
        @Nullable Money sum) {

    private static final Pattern TOTAL = Pattern.compile("(合计|总计|共计|总笔数|合计笔数|收入合计|支出合计|借方合计|贷方合计).*");
    private static final Pattern PART = Pattern.compile("(小计|本页小计|本日小计|本页合计|本日合计).*");
    private static final String IN = "(?:收入|贷方|收方|来账)";
    private static final String OUT = "(?:支出|借方|付方|往账)";
    private static final String FIGURE = "[^0-9-]{0,6}(-?[0-9,]+(?:\\.[0-9]{1,2})?)";
    private static final String COUNTED = "[^0-9收贷来支借付往额]{0,6}笔数[^0-9]{0,4}([0-9]+)(?![0-9.,])";
    private static final String SUMMED = "[^0-9收贷来支借付往数]{0,6}(?:金额|总额|合计|发生额)" + FIGURE + "(?!\\s*笔)";
    private static final Pattern IN_COUNT = Pattern.compile(IN + COUNTED);
    private static final Pattern OUT_COUNT = Pattern.compile(OUT + COUNTED);
    private static final Pattern IN_SUM = Pattern.compile(IN + SUMMED);
    private static final Pattern OUT_SUM = Pattern.compile(OUT + SUMMED);
    private static final Pattern COUNT =
            Pattern.compile("(?:(?<![收入贷方来账支出借付往])(?:总笔数|合计笔数|笔数)[^0-9]{0,4}([0-9]+)|共\\s*([0-9]+)\\s*笔)");

    /** Whether a row below the headings is about all lines. */
    static boolean isTotal(SheetRow row) {
        return begins(row, TOTAL);
    }

    /** Whether it is about some of them, which nobody can check. */
    static boolean isOfPart(SheetRow row) {
        return begins(row, PART);
    }

    private static boolean begins(SheetRow row, Pattern word) {
        return row.texts().stream()
                .map(ChineseText::fold)
                .filter(text -> !text.isEmpty())
                .limit(2)
                .anyMatch(text -> word.matcher(text).matches());
    }

    /** What a row says; its columns count where it is a row of the table. */
    static StatementTotals of(SheetRow row, Map<StatementField, List<Integer>> columns, Place place) {
        String words = ChineseText.nfkc(String.join(" ", row.texts())).toLowerCase(Locale.ROOT);
        Money income = amount(IN_SUM, words);
        Money expense = amount(OUT_SUM, words);
        Money sum = null;
        if (place == Place.TABLE) {
            income = income == null ? cell(row, columns, StatementField.INCOME) : income;
            expense = expense == null ? cell(row, columns, StatementField.EXPENSE) : expense;
            sum = income == null && expense == null ? cell(row, columns, StatementField.AMOUNT) : null;
        }
        return new StatementTotals(
                row.number(),
                count(COUNT, words),
                count(IN_COUNT, words),
                count(OUT_COUNT, words),
                income,
                expense,
                sum);
    }

    /** Where a row stands. */
    enum Place {
        ABOVE,
        TABLE
    }

    private static @Nullable Money cell(
            SheetRow row, Map<StatementField, List<Integer>> columns, StatementField field) {
        List<Integer> places = columns.get(field);
        if (places == null) {
            return null;
        }
        Checked<Money> read = Money.parseSigned(row.cell(places.get(0)).figure());
        return read.isOk() ? read.value() : null;
    }

    private static @Nullable Money amount(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return null;
        }
        Checked<Money> read = Money.parseSigned(found.group(1));
        return read.isOk() ? read.value() : null;
    }

    private static @Nullable Integer count(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return null;
        }
        String digits = found.group(1) == null ? found.group(2) : found.group(1);
        return digits.length() > 9 ? null : Integer.valueOf(digits);
    }

    boolean saysNothing() {
        return count == null
                && incomeCount == null
                && expenseCount == null
                && income == null
                && expense == null
                && sum == null;
    }

    /** Where it doesn't agree with the lines. */
    List<Reason> faults(List<StatementLine> lines) {
        List<Reason> faults = new ArrayList<>();
        List<StatementLine> in =
                lines.stream().filter(line -> line.amount().isPositive()).toList();
        List<StatementLine> out =
                lines.stream().filter(line -> line.amount().isNegative()).toList();
        Money came = Money.sum(in.stream().map(StatementLine::amount));
        Money went = Money.sum(out.stream().map(StatementLine::amount)).negated();
        compareCount(faults, "bank.total.count", count, lines.size());
        compareCount(faults, "bank.total.count-in", incomeCount, in.size());
        compareCount(faults, "bank.total.count-out", expenseCount, out.size());
        compareSum(faults, "bank.total.in", income, came);
        compareSum(faults, "bank.total.out", expense == null ? null : absolute(expense), went);
        if (sum != null && !sum.equals(came.minus(went)) && !sum.equals(came.plus(went))) {
            faults.add(Reason.of("bank.total.sum", row, sum, came.minus(went)));
        }
        return faults;
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }

    private void compareCount(List<Reason> faults, String key, @Nullable Integer told, int counted) {
        if (told != null && told != counted) {
            faults.add(Reason.of(key, row, told, counted));
        }
    }

    private void compareSum(List<Reason> faults, String key, @Nullable Money told, Money summed) {
        if (told != null && !told.equals(summed)) {
            faults.add(Reason.of(key, row, told, summed));
        }
    }
}
