package org.maintenancefund.demo;

import java.util.List;
import java.util.Objects;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.Operators;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.office.OfficeDetails;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/** Two or three offices for every second company, named after streets of the company's district. */
@Component
class DemoOffices implements DemoStep {

    private static final List<String> HEADS = List.of("郑国栋", "冯素梅", "褚建华", "卫红兵", "蒋丽娟", "沈长青", "韩雪峰", "杨柳青");
    private static final List<String> CONTACTS = List.of("朱晓燕", "秦海涛", "尤美玲", "许文强", "何丽萍", "吕志刚", "施文雅", "张巧玲");

    private final Enterprises enterprises;
    private final Offices offices;
    private final Districts districts;
    private final Operators operators;
    private final DemoPeople people;

    private int number;

    DemoOffices(Enterprises enterprises, Offices offices, Districts districts, Operators operators, DemoPeople people) {
        this.enterprises = enterprises;
        this.offices = offices;
        this.districts = districts;
        this.operators = operators;
        this.people = people;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void load() {
        List<EnterpriseView> companies =
                enterprises.active("").page(Cursor.start()).items();
        for (int i = 0; i < companies.size(); i++) {
            if (i % 2 == 0 || isDemoCompany(companies.get(i))) {
                open(companies.get(i), 2 + i / 2 % 2);
            }
        }
    }

    private void open(EnterpriseView company, int count) {
        DistrictCentre centre = districts.get(Objects.requireNonNull(company.district()));
        for (Street street :
                centre.streets().subList(0, Math.min(count, centre.streets().size()))) {
            OfficeDetails details = office(centre, street);
            OfficeId id = offices.open(details, contactOf(company));
            if (isDemoCompany(company) && centre.streets().get(0).equals(street)) {
                addPeople(id, details);
            }
            number++;
        }
    }

    private boolean isDemoCompany(EnterpriseView company) {
        return operators
                .findByUsername("demo-enterprise")
                .orElseThrow()
                .organisation()
                .equals(company.id().ref());
    }

    /** {@code demo-office}, and a colleague who has not signed in yet. */
    private void addPeople(OfficeId office, OfficeDetails details) {
        people.activated(new NewOperator(
                office.ref(),
                Role.OFFICE_OPERATOR,
                details.contactName().value(),
                details.contactMobile(),
                "demo-office"));
        people.waiting(office.ref(), Role.OFFICE_OPERATOR, details.head().value(), new MobileNumber("13900005051"));
    }

    private OfficeDetails office(DistrictCentre centre, Street street) {
        return new OfficeDetails(
                street.name().replace("街道", "") + "管理处",
                centre.id(),
                centre.name() + street.name() + "民生路 " + (12 + 3 * number) + " 号",
                new PersonName(HEADS.get(number % HEADS.size())),
                new PersonName(CONTACTS.get(number % CONTACTS.size())),
                new MobileNumber("1390000%04d".formatted(5001 + number)),
                new PhoneNumber("0000-2231%04d".formatted(5001 + number)),
                number % 2 == 0 ? new PhoneNumber("0000-2232%04d".formatted(5001 + number)) : null,
                "");
    }

    /** The company's contact, who makes its offices. */
    private static CurrentUser contactOf(EnterpriseView company) {
        return new CurrentUser(
                OperatorId.next(),
                "contact",
                company.contactName().value(),
                Role.ENTERPRISE_OPERATOR,
                company.id().ref(),
                company.name(),
                company.district(),
                false);
    }
}
