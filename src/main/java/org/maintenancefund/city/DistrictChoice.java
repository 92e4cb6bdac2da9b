package org.maintenancefund.city;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.TypedValidator;

/** The identifier of one of the city's districts, as a select sends it. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DistrictChoice.Validator.class)
public @interface DistrictChoice {

    /** Key of the sentence where none was chosen, or what is no district. */
    String required();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @RequiredArgsConstructor
    final class Validator extends TypedValidator<DistrictChoice> {

        private final Districts districts;

        @Override
        protected Checked<?> read(@Nullable String typed) {
            return districts.isOne(typed)
                    ? Checked.ok(DistrictId.of(Objects.requireNonNull(typed)))
                    : Checked.refused(field().required());
        }
    }
}
