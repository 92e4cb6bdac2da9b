package org.maintenancefund.enterprise;

import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.test.World;

/** Companies for tests, each with a credit code of its own; entered through {@link Enterprises#register}. */
public final class CompanyFixture {

    private CompanyFixture() {}

    /** A credit code that passes every check and that no other test has. */
    public static CreditCode aCreditCode() {
        return World.freeCreditCode();
    }

    /** An unqualified company of the district. */
    public static NewEnterprise aCompany(String name, DistrictId district) {
        return aCompany(name, district, aCreditCode());
    }

    public static NewEnterprise aCompany(String name, DistrictId district, CreditCode creditCode) {
        return new NewEnterprise(
                creditCode,
                name,
                new PersonName("沈澄之"),
                "云州市示范路 1 号",
                "",
                district,
                new PersonName("陆晓岚"),
                new MobileNumber("13900004999"),
                new PhoneNumber("0000-22304999"),
                "",
                Qualification.UNQUALIFIED);
    }
}
