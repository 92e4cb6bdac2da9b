package org.maintenancefund.unit.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 变更缴款义务人 as typed; the components stand in the order of the page.
 *
 * @param from    the first day
 * @param version of the unit that the person saw
 */
@Labels("unit.payer.field.")
record PayerForm(
        @Typed(TypedDate.class) String from,

        PayerFields payer,

        @Text(max = Origin.LONGEST_DOCUMENT, required = "unit.document.required")
        String document,

        Asked asked,
        String version) {

    PayerForm(
            @Nullable String from,
            @Nullable PayerFields payer,
            @Nullable String document,
            @Nullable Asked asked,
            @Nullable String version) {
        this.from = Objects.requireNonNullElse(from, "");
        this.payer = Objects.requireNonNullElse(payer, PayerFields.EMPTY);
        this.document = Objects.requireNonNullElse(document, "");
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
        this.version = Objects.requireNonNullElse(version, "");
    }

    static PayerForm empty(int version) {
        return new PayerForm("", PayerFields.EMPTY, "", Asked.NOTHING, Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** The first day, of a form without faults. */
    LocalDate firstDay() {
        return TypedDate.parse(from).value();
    }
}
