package org.maintenancefund.billing;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/** Where owners of an area pay today: the company or office that has its mandate. */
@Component
@RequiredArgsConstructor
public class Payees {

    private final CollectionRights rights;
    private final Offices offices;
    private final Enterprises enterprises;

    /**
     * Whom to pay.
     *
     * @param phone of the counter, not of a person; empty where none is known
     */
    public record Payee(String name, String address, String phone) {}

    /** Empty where nobody collects there today. */
    public Optional<Payee> of(AreaId area, CurrentUser user) {
        return rights.mandateToday(area, user).map(this::payee);
    }

    private Payee payee(Mandate mandate) {
        OfficeId office = mandate.office();
        if (office == null) {
            EnterpriseView company = enterprises.get(mandate.enterprise());
            return new Payee(company.name(), company.address(), words(company.phone()));
        }
        OfficeDetails details = offices.get(office).details();
        PhoneNumber phone = details.dutyPhone();
        return new Payee(
                details.name(),
                details.address(),
                words(phone == null ? enterprises.get(mandate.enterprise()).phone() : phone));
    }

    private static String words(@Nullable PhoneNumber phone) {
        return phone == null ? "" : phone.toString();
    }
}
