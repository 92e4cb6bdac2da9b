package org.maintenancefund.closing.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 编制 as typed; the components stand in the order of the page.
 *
 * @param bankBalance by the bank's paper; not asked where its lines say it
 * @param version     of the paper that the person saw
 */
@Labels("closing.field.")
record ReconciliationForm(
        @Typed(value = Money.class, by = "parseSigned", optional = true)
        String bankBalance,

        @Text(max = 500, lines = true, optional = true) String note,
        String version) {

    ReconciliationForm(@Nullable String bankBalance, @Nullable String note, @Nullable String version) {
        this.bankBalance = Objects.requireNonNullElse(bankBalance, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static ReconciliationForm of(@Nullable Money balance, String note) {
        return new ReconciliationForm(balance == null ? "" : balance.decimal().toPlainString(), note, "");
    }

    @Nullable
    Money balance() {
        return ChineseText.isBlank(bankBalance)
                ? null
                : Money.parseSigned(bankBalance).value();
    }

    String said() {
        return ChineseText.paragraphs(note, 500).value();
    }

    /** -1 for a paper that nobody has made yet. */
    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
