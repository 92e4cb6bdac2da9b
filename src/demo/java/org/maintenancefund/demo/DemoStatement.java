package org.maintenancefund.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.kernel.money.Money;

/** A statement of the demo's account in the layout of its bank, 建设银行: lines with running balances, and a line of totals. */
final class DemoStatement {

    private static final String HEADINGS = "账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,记账日期,摘要,备注,账户明细编号-交易流水号";

    private final String number;
    private final String name;
    private final List<String> lines = new ArrayList<>();
    private Money balance;
    private Money income = Money.ZERO;
    private Money expense = Money.ZERO;

    /** @param balance what the account had before the first line */
    DemoStatement(String number, String name, Money balance) {
        this.number = number;
        this.name = name;
        this.balance = balance;
    }

    /** What came in from somebody's account; both empty where the bank itself paid it. */
    DemoStatement in(LocalDate day, Money amount, String from, String account, String text) {
        income = income.plus(amount);
        balance = balance.plus(amount);
        return line(day, Money.ZERO, amount, from, account, account.isEmpty() ? "存款利息" : "电汇", text);
    }

    /** What the bank took. */
    DemoStatement fee(LocalDate day, Money amount) {
        expense = expense.plus(amount);
        balance = balance.minus(amount);
        return line(day, amount, Money.ZERO, "", "", "手续费", "");
    }

    private DemoStatement line(
            LocalDate day, Money out, Money in, String other, String account, String kind, String text) {
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        int place = lines.size() + 1;
        lines.add(String.join(
                ",",
                number,
                name,
                date + " 10:%02d:00".formatted(place),
                plain(out),
                plain(in),
                plain(balance),
                "人民币元",
                other,
                account,
                date,
                kind,
                text,
                "%d-3203%s%02d".formatted(1000 + place, date, place)));
        return this;
    }

    private static String plain(Money amount) {
        return amount.decimal().toPlainString();
    }

    byte[] content() {
        List<String> file = new ArrayList<>(List.of(HEADINGS));
        file.addAll(lines);
        file.add("合计,,," + plain(expense) + "," + plain(income) + ",,,,,,,,");
        return (String.join("\r\n", file) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
