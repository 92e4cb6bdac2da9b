package org.maintenancefund.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.springframework.beans.BeanUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A text that has to be readable as that value, by a {@code static Checked<…> parse(String)}: a mobile number, a person's
 * name, a credit code, a date.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Typed.Validator.class)
public @interface Typed {

    /** What the text is read as: the class that has the reader. */
    Class<?> value();

    /** Name of the reader. */
    String by() default "parse";

    /** True where the field may stay empty. */
    boolean optional() default false;

    /** Key of the sentence where nothing was typed; by default the value's own. */
    String required() default "";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator extends TypedValidator<Typed> {

        private @Nullable Method parse;

        @Override
        public void initialize(Typed typed) {
            super.initialize(typed);
            Method reader = BeanUtils.findDeclaredMethod(typed.value(), typed.by(), String.class);
            ReflectionUtils.makeAccessible(Objects.requireNonNull(reader, "the reader of a typed text"));
            parse = reader;
        }

        @Override
        protected Checked<?> read(@Nullable String typed) {
            Method reader = Objects.requireNonNull(parse);
            return (Checked<?>) Objects.requireNonNull(ReflectionUtils.invokeMethod(reader, null, typed));
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
