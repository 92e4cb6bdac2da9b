package org.maintenancefund.area.application;

import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.city.Districts;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Checks the steps: each by itself when it is saved, all of them before they are submitted. */
@Component
@RequiredArgsConstructor
class AreaSteps {

    private final Validator validator;
    private final Districts districts;
    private final Clock clock;

    BindingResult check(Object typed) {
        BindingResult errors = new BeanPropertyBindingResult(typed, "form");
        validator.validate(typed, errors);
        if (typed instanceof AreaForm.Basics basics) {
            checkStreet(basics, errors);
        } else if (typed instanceof AreaForm.Scale scale && !errors.hasFieldErrors("yearBuilt")) {
            FieldErrors.check(
                    errors,
                    "yearBuilt",
                    AreaText.yearUntil(scale.yearBuilt(), Year.now(clock).getValue()));
        } else if (typed instanceof AreaForm.Account account) {
            account.check(errors);
        }
        return errors;
    }

    private void checkStreet(AreaForm.Basics typed, Errors errors) {
        if (typed.street().isEmpty()) {
            FieldErrors.reject(errors, "street", "area.application.street.required");
            return;
        }
        districts.all().stream()
                .filter(centre -> centre.id().toString().equals(typed.district()))
                .filter(centre -> centre.streets().stream()
                        .noneMatch(street -> street.id().toString().equals(typed.street())))
                .forEach(centre ->
                        FieldErrors.reject(errors, "street", "area.application.street.elsewhere", centre.name()));
    }

    AreaStep.Progress progress(AreaForm form, AreaStep step) {
        boolean buildings = step == AreaStep.BUILDINGS;
        if (buildings ? !form.buildings().isEmpty() : !check(step.typed(form)).hasErrors()) {
            return AreaStep.Progress.DONE;
        }
        boolean untouched =
                buildings ? form.imported().isEmpty() : step.typed(form).equals(step.typed(AreaForm.OF_NEW_AREA));
        return untouched ? AreaStep.Progress.NOT_STARTED : AreaStep.Progress.IN_PROGRESS;
    }

    /**
     * Everything, or empty where a step is not complete. A new area is told with its buildings; for one on record they can
     * still be missing.
     */
    Optional<AreaInfo> read(AreaForm form) {
        boolean complete = Arrays.stream(AreaStep.values())
                .allMatch(step -> progress(form, step) == AreaStep.Progress.DONE
                        || step == AreaStep.BUILDINGS && form.before() != null);
        return complete ? Optional.of(form.toInfo()) : Optional.empty();
    }
}
