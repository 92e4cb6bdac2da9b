package org.maintenancefund.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;

/** One of an enum's names, as a select or radio buttons send it. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Choice.Validator.class)
public @interface Choice {

    Class<? extends Enum<?>> value();

    /** Key of the sentence where nothing was chosen, or what is no choice. */
    String required();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator extends TypedValidator<Choice> {

        @Override
        protected Checked<?> read(@Nullable String typed) {
            Choice choice = field();
            return Arrays.stream(choice.value().getEnumConstants())
                            .anyMatch(value -> value.name().equals(typed))
                    ? Checked.ok(choice)
                    : Checked.refused(choice.required());
        }
    }
}
