package org.maintenancefund.unit.opening.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * The opening balance of a unit as typed; the components stand in the order of the page.
 *
 * @param original 首期原值; empty where nobody knows it
 * @param version  of the line that the person saw; empty where there was none
 */
@Labels("unit.opening.field.")
record LineForm(
        @Typed(value = Money.class, by = "parsePositive", optional = true)
        String original,

        @Typed(Money.class) String balance,

        Asked asked,
        String version) {

    LineForm(@Nullable String original, @Nullable String balance, @Nullable Asked asked, @Nullable String version) {
        this.original = Objects.requireNonNullElse(original, "");
        this.balance = Objects.requireNonNullElse(balance, "");
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
        this.version = Objects.requireNonNullElse(version, "");
    }

    static LineForm of(@Nullable OpeningEntry entry, int version) {
        if (entry == null) {
            return new LineForm("", "", Asked.NOTHING, "");
        }
        Money original = entry.original();
        return new LineForm(
                original == null ? "" : original.decimal().toPlainString(),
                entry.balance().decimal().toPlainString(),
                Asked.NOTHING,
                Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** What was typed, of a form without faults. */
    OpeningEntry toEntry(UnitId unit) {
        return new OpeningEntry(
                unit,
                ChineseText.clean(original).isEmpty()
                        ? null
                        : Money.parsePositive(original).value(),
                Money.parse(balance).value());
    }
}
