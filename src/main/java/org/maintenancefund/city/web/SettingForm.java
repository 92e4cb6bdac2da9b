package org.maintenancefund.city.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService.Known;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/**
 * A setting's value as typed; what it may be is the setting's to say.
 *
 * @param version of the value that the person saw
 */
@Labels("city.setting.field.")
record SettingForm(@Nullable String value, @Nullable String version) {

    static SettingForm of(Known known) {
        return new SettingForm(known.value(), Integer.toString(known.version()));
    }

    /** What was typed, on top of what somebody else has saved meanwhile. */
    SettingForm onTopOf(Known current) {
        return new SettingForm(value, Integer.toString(current.version()));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** The value as it is kept; null after an error was added at the field. */
    @Nullable
    String read(Setting setting, Errors errors) {
        return FieldErrors.check(errors, "value", setting.read(value));
    }
}
