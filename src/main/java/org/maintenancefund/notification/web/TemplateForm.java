package org.maintenancefund.notification.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.notification.MessageKind;
import org.maintenancefund.notification.Placeholder;
import org.maintenancefund.notification.domain.Template;
import org.maintenancefund.notification.domain.Templates.Known;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.springframework.validation.Errors;

/**
 * The words of a kind of message as typed; the components stand in the order of the page.
 *
 * @param version of the words that the person saw
 */
@Labels("notification.field.")
record TemplateForm(
        @Text(max = Template.LONGEST_SUBJECT, required = "notification.subject.required") @Nullable
        String subject,

        @Text(max = Template.LONGEST_TEXT, lines = true, required = "notification.text.required") @Nullable
        String text,

        @Text(max = Template.LONGEST_SMS, required = "notification.sms.required") @Nullable
        String sms,

        @Nullable String version) {

    static TemplateForm of(Known known) {
        Template words = known.words();
        return new TemplateForm(words.subject(), words.text(), words.sms(), Integer.toString(known.version()));
    }

    /** What was typed, on top of what somebody else has saved meanwhile. */
    TemplateForm onTopOf(Known current) {
        return new TemplateForm(subject, text, sms, Integer.toString(current.version()));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** Adds an error where a place in braces is none of the kind's. */
    void checkPlaces(MessageKind kind, Errors errors) {
        checkPlaces("subject", subject, kind, errors);
        checkPlaces("text", text, kind, errors);
        checkPlaces("sms", sms, kind, errors);
    }

    private static void checkPlaces(String field, @Nullable String typed, MessageKind kind, Errors errors) {
        List<String> unknown = Template.unknownPlaces(ChineseText.clean(typed), kind);
        if (!unknown.isEmpty() && !errors.hasFieldErrors(field)) {
            FieldErrors.reject(
                    errors,
                    field,
                    "notification.place.unknown",
                    String.join(" ", unknown),
                    kind.placeholders().stream().map(Placeholder::written).collect(Collectors.joining(" ")));
        }
    }

    /** What was typed, of a form without faults. */
    Template toTemplate() {
        return new Template(
                ChineseText.clean(subject),
                ChineseText.paragraphs(text, Template.LONGEST_TEXT).value(),
                ChineseText.clean(sms));
    }

    /** How many characters an SMS has, and as how many it is charged. */
    static String length(String sms) {
        int characters = ChineseText.length(sms);
        return Messages.of("notification.sms.length", characters, characters <= 70 ? 1 : (characters + 66) / 67);
    }
}
