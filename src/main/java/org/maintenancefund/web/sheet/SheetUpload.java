package org.maintenancefund.web.sheet;

import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/**
 * The form that sends a spreadsheet, as its page shows it: what is wrong with the file stands at its input and in the summary,
 * as in other forms. Handlers take the file itself.
 *
 * @param file empty, since no browser takes back what was chosen
 */
public record SheetUpload(String file) {

    /** Name of the model attribute. */
    public static final String ATTRIBUTE = "upload";

    /** On a page that asks for a file. */
    public static final SheetUpload EMPTY = new SheetUpload("");

    /** Puts on the page why the file that was sent is not taken. */
    public static void refuse(Reason reason, Model model) {
        BindingResult errors = new BeanPropertyBindingResult(EMPTY, ATTRIBUTE);
        FieldErrors.reject(errors, "file", reason);
        model.addAllAttributes(errors.getModel());
    }
}
