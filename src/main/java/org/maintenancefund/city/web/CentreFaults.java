package org.maintenancefund.city.web;

import java.util.Map;
import org.maintenancefund.city.domain.StreetKept;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.FieldErrors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Puts what the domain and the database refuse to the field where it can be mended. */
@Component
class CentreFaults {

    private static final Map<String, String> FIELDS = Map.of(
            "city.district.code-taken", "code",
            "constraint.uq_district_centre_code", "code",
            "constraint.fk_area_number_letters", "code",
            "area.letters.kept", "code",
            "city.district.name-taken", "name",
            "constraint.uq_district_centre_name", "name",
            "city.district.gb-code-taken", "gbCode",
            "constraint.uq_district_centre_gb_code", "gbCode");

    private final ConstraintMessages constraints;

    CentreFaults(ConstraintMessages constraints) {
        this.constraints = constraints;
    }

    void tell(Refusal refusal, CentreForm form, Errors errors) {
        if (refusal instanceof StreetKept kept) {
            for (int i = 0; i < form.streets().size(); i++) {
                if (kept.street().toString().equals(form.streets().get(i).id())) {
                    FieldErrors.reject(errors, "streets[" + i + "].name", refusal.reason());
                    return;
                }
            }
        }
        tell(refusal.reason(), errors);
    }

    /** Somebody else did at the same moment what this rules out. */
    void tell(DataIntegrityViolationException race, Errors errors) {
        tell(constraints.reason(race).orElseThrow(() -> race), errors);
    }

    private static void tell(Reason reason, Errors errors) {
        FieldErrors.reject(errors, FIELDS.getOrDefault(reason.code(), "newStreets"), reason);
    }
}
