package org.maintenancefund.bank.payer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/** An account that a company pays from, as typed. */
@Labels("bank.payer.field.")
record PayerForm(
        @Text(min = 2, max = 100, required = "bank.payer.company.required")
        String company,

        @Typed(value = PayerForm.class, by = "account") String number,

        @Text(max = 100, optional = true) String name) {

    static final PayerForm EMPTY = new PayerForm("", "", "");

    PayerForm(@Nullable String company, @Nullable String number, @Nullable String name) {
        this.company = Objects.requireNonNullElse(company, "");
        this.number = Objects.requireNonNullElse(number, "");
        this.name = Objects.requireNonNullElse(name, "");
    }

    /** Digits alone, whatever stands between them. */
    public static Checked<String> account(@Nullable String typed) {
        String digits = ChineseText.code(typed).replace("-", "");
        return digits.matches("[0-9]{8,32}") ? Checked.ok(digits) : Checked.refused("bank.payer.number.unreadable");
    }

    String digits() {
        return account(number).value();
    }

    /** Whose account the bank calls it: the company's, where nothing else is said. */
    String holder() {
        String typed = ChineseText.clean(name);
        return typed.isEmpty() ? ChineseText.clean(company) : typed;
    }
}
