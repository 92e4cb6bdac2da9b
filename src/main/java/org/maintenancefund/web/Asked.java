package org.maintenancefund.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.validation.Errors;
import org.springframework.web.servlet.ModelAndView;

/**
 * 已核对: what is unlikely is asked, and saved once it is ticked. A tick is about the very sentences that were shown when it was
 * made, and nothing else. Part of a form, in its field {@code asked} (fragment {@code form :: doubts}).
 *
 * @param about   what the page asked
 * @param checked 已核对，无误
 */
@Labels("web.asked.")
public record Asked(String about, String checked) {

    public static final Asked NOTHING = new Asked("", "");

    public Asked(@Nullable String about, @Nullable String checked) {
        this.about = Objects.requireNonNullElse(about, "");
        this.checked = Objects.requireNonNullElse(checked, "");
    }

    /** Whether these doubts were looked at. */
    public boolean answers(List<Reason> doubts) {
        return about.equals(written(doubts)) && checked.equals("true");
    }

    /** Notes in the errors what is still to be looked at. */
    public void require(List<Reason> doubts, Errors errors) {
        if (!doubts.isEmpty() && !answers(doubts)) {
            reject(errors);
        }
    }

    /** Notes in the errors that the tick is missing. */
    public static void reject(Errors errors) {
        FieldErrors.reject(errors, "asked.checked", "web.asked.required");
    }

    /** Shows on a page what there is to look at. */
    public static ModelAndView ask(List<Reason> doubts, ModelAndView page) {
        return page.addObject("doubts", doubts.stream().map(Messages::of).toList())
                .addObject("about", written(doubts));
    }

    private static String written(List<Reason> doubts) {
        return doubts.stream().map(doubt -> doubt.code() + doubt.args()).collect(Collectors.joining(" "));
    }
}
