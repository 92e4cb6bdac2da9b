package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers of a form's POST. */
public final class FormPages {

    private FormPages() {}

    /** The version that the person saw; -1, which no record has, where the form brings none or no number. */
    public static int seenVersion(@Nullable String version) {
        try {
            return version == null ? -1 : Integer.parseInt(version);
        } catch (NumberFormatException tamperedWith) {
            return -1;
        }
    }

    /** The form's page again, with status 400; the model keeps what was typed and the errors. */
    public static ModelAndView invalid(String viewName) {
        return new ModelAndView(viewName, HttpStatus.BAD_REQUEST);
    }

    /** On to another address after success (303, so that a reload repeats nothing). */
    public static ModelAndView seeOther(String address) {
        ModelAndView redirect = new ModelAndView("redirect:" + address);
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    /** The same with a notice, which the next page shows. */
    public static ModelAndView seeOther(String address, Notice notice, RedirectAttributes flash) {
        flash.addFlashAttribute(Notice.ATTRIBUTE, notice);
        return seeOther(address);
    }
}
