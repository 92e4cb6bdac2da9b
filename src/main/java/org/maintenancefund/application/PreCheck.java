package org.maintenancefund.application;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * One line of 提交前预审: what the applicant should look at once more before 提交. It stands in nobody's way, and tells nothing of
 * others that the applicant could not read without it.
 *
 * @param text  what was noticed
 * @param remedy what can be done about it
 * @param place where that is: the id of an input of the form, or the address of another step, which begins with a slash
 * @param label what that place is called
 */
public record PreCheck(String text, String remedy, String place, String label) {

    /** In the words of the messages: what was noticed under the key, and what to do under the key and {@code .mend}. */
    public static PreCheck at(String place, String label, String key, @Nullable Object... args) {
        return new PreCheck(Messages.of(key, args), Messages.of(key + ".mend", args), place, label);
    }

    /** A contact's mobile that is on record elsewhere, without a word about where. */
    public static PreCheck phone(String place, String label) {
        return at(place, label, "application.pre.phone");
    }

    /** Fewer people than an organisation should have. */
    public static PreCheck fewOperators(String label, int named, int norm) {
        return at("operators", label, "application.pre.operators", named, norm);
    }

    /**
     * Where 修改 leads.
     *
     * @param form the address of the form, with the draft's key
     */
    public String href(String form) {
        return place.startsWith("/") ? place : form + "#" + place;
    }
}
