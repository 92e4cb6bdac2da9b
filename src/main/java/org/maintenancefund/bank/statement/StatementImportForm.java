package org.maintenancefund.bank.statement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 上传并预览 of a statement.
 *
 * @param template empty where it is to be found out by the headings
 * @param number   the account number, where the file says none
 */
@Labels("bank.import.field.")
record StatementImportForm(
        @Text(max = 40, required = "bank.import.account.required")
        String account,

        String template,
        @Text(max = 60, optional = true) String number,
        @Nullable String file) {

    static final StatementImportForm EMPTY = new StatementImportForm(null, null, null, null);

    StatementImportForm(
            @Nullable String account, @Nullable String template, @Nullable String number, @Nullable String file) {
        this.account = Objects.requireNonNullElse(account, "");
        this.template = Objects.requireNonNullElse(template, "");
        this.number = Objects.requireNonNullElse(number, "");
        this.file = file;
    }
}
