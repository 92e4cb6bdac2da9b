package org.maintenancefund.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * Says at a field what the reader of a value says of the typed text, in the sentence of the messages files. What was typed
 * stays text: a draft and a page that is shown again keep it as it is.
 *
 * @param <A> the annotation at the field
 */
public abstract class TypedValidator<A extends Annotation> implements ConstraintValidator<A, @Nullable String> {

    private @Nullable A field;

    @Override
    public void initialize(A annotation) {
        field = annotation;
    }

    /** The annotation at the field. */
    protected A field() {
        return Objects.requireNonNull(field);
    }

    /** The value of the text, or why it is none. */
    protected abstract Checked<?> read(@Nullable String typed);

    /** True where nothing need be typed. */
    protected boolean optional() {
        return false;
    }

    /** Key of the sentence where nothing was typed; empty: the reader's own. */
    protected String required() {
        return "";
    }

    @Override
    public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
        boolean missing = ChineseText.clean(typed).isEmpty();
        if (missing && optional()) {
            return true;
        }
        Checked<?> read = read(typed);
        if (read.isOk()) {
            return true;
        }
        boolean asked =
                !required().isEmpty() && (missing || read.reason().code().endsWith(".required"));
        String sentence = Messages.of(asked ? Reason.of(required()) : read.reason());
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(sentence.replaceAll("[\\\\{}$]", "\\\\$0"))
                .addConstraintViolation();
        return false;
    }
}
