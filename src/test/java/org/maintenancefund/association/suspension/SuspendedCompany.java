package org.maintenancefund.association.suspension;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.util.concurrent.atomic.AtomicInteger;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.World;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A company with an office, and a person of each who can really sign in. */
final class SuspendedCompany {

    private static final String PASSWORD = "a quiet long evening";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final DistrictCentre district;
    final CurrentUser clerk;
    final EnterpriseId company;
    final CurrentUser companyPerson;
    final OfficeId office;
    final String ofCompany;
    final String ofOffice;

    private final MockMvcTester mvc;
    private final Operators operators;

    SuspendedCompany(MockMvcTester mvc, Operators operators, World world) {
        this.mvc = mvc;
        this.operators = operators;
        int number = NUMBER.getAndIncrement();
        district = world.district();
        clerk = world.clerk();
        company = world.company("云州停歇物业公司" + district.code());
        companyPerson = world.personOf(company);
        office = world.office("停歇管理处", company);
        ofCompany = account(company.ref(), Role.ENTERPRISE_OPERATOR, "restingcompany" + number);
        ofOffice = account(office.ref(), Role.OFFICE_OPERATOR, "restingoffice" + number);
    }

    OfficeDetails officeNamed(String name) {
        return World.newOffice(name, district);
    }

    MvcTestResult signIn(String username, String password) {
        return mvc.post()
                .uri("/login")
                .with(csrf())
                .param("username", username)
                .param("password", password)
                .exchange();
    }

    MvcTestResult signIn(String username) {
        return signIn(username, PASSWORD);
    }

    static Cookie session(MvcTestResult signedIn) {
        return signedIn.getResponse().getCookie("SESSION");
    }

    MvcTestResult open(String path, Cookie session) {
        return mvc.get().uri(path).cookie(session).exchange();
    }

    private String account(OrgRef organisation, Role role, String username) {
        IssuedAccount issued =
                operators.create(new NewOperator(organisation, role, "施文雅", new MobileNumber("13900004321"), username));
        operators.activate(issued.username(), issued.activationCode(), PASSWORD);
        return issued.username();
    }
}
