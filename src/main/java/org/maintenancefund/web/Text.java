package org.maintenancefund.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/** Text of a bounded length in characters, as {@link ChineseText} counts and cleans it: one line, unless said otherwise. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Validator.class)
public @interface Text {

    int max();

    int min() default 0;

    /** True where several lines are welcome. */
    boolean lines() default false;

    /** True where the field may stay empty. */
    boolean optional() default false;

    /** Key of the sentence where nothing was typed. */
    String required() default "";

    /** Key of the sentence where less than {@link #min} characters were typed. */
    String tooShort() default "kernel.text.too-short";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator extends TypedValidator<Text> {

        @Override
        protected Checked<?> read(@Nullable String typed) {
            Text text = field();
            Checked<String> read =
                    text.lines() ? ChineseText.paragraphs(typed, text.max()) : ChineseText.optional(typed, text.max());
            if (!read.isOk()) {
                return read;
            }
            if (!text.optional() && ChineseText.isBlank(read.value())) {
                return Checked.refused("kernel.text.required");
            }
            return ChineseText.length(read.value()) < text.min() ? Checked.refused(text.tooShort(), text.min()) : read;
        }

        @Override
        protected boolean optional() {
            return field().optional();
        }

        @Override
        protected String required() {
            return field().required();
        }
    }
}
