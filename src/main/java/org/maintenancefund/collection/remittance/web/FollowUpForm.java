package org.maintenancefund.collection.remittance.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/** What followed an order, as typed. */
@Labels("remittance.field.")
record FollowUpForm(
        @Typed(value = TypedDate.class, by = "ofAnyYear", required = "remittance.followed.required")
        String followedOn,

        @Text(max = 500, min = 2, lines = true, required = "remittance.words.required")
        String words) {

    FollowUpForm(@Nullable String followedOn, @Nullable String words) {
        this.followedOn = Objects.requireNonNullElse(followedOn, "");
        this.words = Objects.requireNonNullElse(words, "");
    }

    String text() {
        return ChineseText.paragraphs(words, 500).value();
    }
}
