package org.maintenancefund.city.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.domain.HolidayNotice;
import org.maintenancefund.city.domain.HolidayNotice.Reading;
import org.maintenancefund.city.domain.HolidayService.Known;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/**
 * The holidays of a year as typed or pasted.
 *
 * @param text    a holiday or the days worked in exchange a line, see {@link HolidayNotice}
 * @param version of the year that the person saw
 */
@Labels("city.holidays.field.")
record HolidayForm(@Nullable String text, @Nullable String version) {

    static HolidayForm of(Known known) {
        return new HolidayForm(HolidayNotice.lines(known.days()), Integer.toString(known.version()));
    }

    /** What was typed, on top of what somebody else has saved meanwhile. */
    HolidayForm onTopOf(Known current) {
        return new HolidayForm(text, Integer.toString(current.version()));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** What the text says; where some of it can't be taken, that is in the errors too. */
    Reading read(int year, Errors errors) {
        String typed = text == null ? "" : text;
        if (typed.length() > HolidayNotice.LONGEST) {
            FieldErrors.reject(errors, "text", "city.holidays.too-long", HolidayNotice.LONGEST);
            return HolidayNotice.read(year, "");
        }
        Reading reading = HolidayNotice.read(year, typed);
        if (!reading.faults().isEmpty()) {
            FieldErrors.reject(
                    errors, "text", "city.holidays.faults", reading.faults().size());
        } else if (ChineseText.isBlank(typed)) {
            FieldErrors.reject(errors, "text", "city.holidays.required");
        } else if (reading.year().holidays().isEmpty()) {
            FieldErrors.reject(errors, "text", "city.holidays.none");
        }
        return reading;
    }
}
