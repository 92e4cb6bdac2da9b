package org.maintenancefund.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Answers of a form's POST. */
public final class FormPages {

    private FormPages() {}

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
}
