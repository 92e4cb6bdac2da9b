package org.maintenancefund.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.StatementImports;
import org.maintenancefund.bank.statement.StatementUploads;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.context.ApplicationContext;

/** A statement of an account in the layout of 建设银行, line by line from what the account had. */
public final class ABankFile {

    private static final String HEAD = "账号,交易时间,借方发生额,贷方发生额,余额,对方户名,对方账号,摘要,备注";

    private final String number;
    private final List<String> lines = new ArrayList<>();
    private Money balance;

    private ABankFile(String number, Money balance) {
        this.number = number;
        this.balance = balance;
    }

    public static ABankFile of(String number, String balance) {
        return new ABankFile(number, Money.parse(balance).value());
    }

    /** What came in. */
    public ABankFile in(LocalDate day, String amount, String from, String account, String text) {
        return line(day, amount, true, from, account, text);
    }

    /** What went out. */
    public ABankFile out(LocalDate day, String amount, String to, String text) {
        return line(day, amount, false, to, "", text);
    }

    private ABankFile line(LocalDate day, String amount, boolean in, String other, String account, String text) {
        Money told = Money.parse(amount).value();
        balance = in ? balance.plus(told) : balance.minus(told);
        lines.add(String.join(
                ",",
                number,
                day.toString().replace("-", "") + " 10:00:00",
                in ? "0.00" : told.decimal().toPlainString(),
                in ? told.decimal().toPlainString() : "0.00",
                balance.decimal().toPlainString(),
                other,
                account,
                "转账",
                text));
        return this;
    }

    public byte[] content() {
        return (HEAD + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    public Uploaded upload(FundAccountId account, CurrentUser by, ApplicationContext context) {
        return context.getBean(StatementUploads.class)
                .upload(new NewStatement(account, null, "", "流水.csv", content()), by);
    }

    /** Uploads and confirms it; answers its import. */
    public UUID keep(FundAccountId account, CurrentUser by, ApplicationContext context) {
        Uploaded uploaded = upload(account, by, context);
        UUID id = Objects.requireNonNull(uploaded.id(), () -> uploaded.faults().toString());
        context.getBean(StatementImports.class).confirm(id, by);
        return id;
    }
}
