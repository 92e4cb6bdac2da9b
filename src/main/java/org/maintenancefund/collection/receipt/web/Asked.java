package org.maintenancefund.collection.receipt.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

/**
 * 已核对: what is unlikely is asked, and recorded once it is ticked. A tick is about the very sentences that were shown, and nothing
 * else. Part of a form, in its field {@code asked}.
 *
 * @param about   what the page asked
 * @param checked 已核对，无误
 */
@Labels("collection.field.")
record Asked(String about, String checked) {

    static final Asked NOTHING = new Asked("", "");

    Asked(@Nullable String about, @Nullable String checked) {
        this.about = Objects.requireNonNullElse(about, "");
        this.checked = Objects.requireNonNullElse(checked, "");
    }

    /** Whether these doubts were looked at. */
    boolean answers(List<Reason> doubts) {
        return about.equals(written(doubts)) && checked.equals("true");
    }

    /** Shows on a page what there is to look at. */
    static ModelAndView ask(List<Reason> doubts, Errors errors, ModelAndView page) {
        FieldErrors.reject(errors, "asked.checked", "collection.checked.required");
        return page.addObject("doubts", doubts.stream().map(Messages::of).toList())
                .addObject("about", written(doubts));
    }

    private static String written(List<Reason> doubts) {
        return doubts.stream().map(doubt -> doubt.code() + doubt.args()).collect(Collectors.joining(" "));
    }
}
