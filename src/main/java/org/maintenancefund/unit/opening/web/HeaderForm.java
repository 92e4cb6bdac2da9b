package org.maintenancefund.unit.opening.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.opening.OpeningHeader;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 截止日期和接收金额 as typed; the components stand in the order of the page.
 *
 * @param version of the sheet that the person saw; empty where they begin one
 */
@Labels("unit.opening.field.")
record HeaderForm(
        @Typed(TypedDate.class) String asOf,

        @Typed(Money.class) String takenOver,

        @Text(max = OpeningHeader.LONGEST_EXPLANATION, lines = true, optional = true)
        String explanation,

        String version) {

    static final HeaderForm EMPTY = new HeaderForm("", "", "", "");

    HeaderForm(
            @Nullable String asOf, @Nullable String takenOver, @Nullable String explanation, @Nullable String version) {
        this.asOf = Objects.requireNonNullElse(asOf, "");
        this.takenOver = Objects.requireNonNullElse(takenOver, "");
        this.explanation = Objects.requireNonNullElse(explanation, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static HeaderForm of(OpeningHeader header, int version) {
        return new HeaderForm(
                header.asOf().toString(),
                header.takenOver().decimal().toPlainString(),
                header.explanation(),
                Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** What was typed, of a form without faults. */
    OpeningHeader toHeader() {
        return new OpeningHeader(
                TypedDate.parse(asOf).value(),
                Money.parse(takenOver).value(),
                ChineseText.paragraphs(explanation, OpeningHeader.LONGEST_EXPLANATION)
                        .value());
    }
}
