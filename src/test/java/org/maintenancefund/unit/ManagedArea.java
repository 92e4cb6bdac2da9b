package org.maintenancefund.unit;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.World;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An area with buildings, a committee, and an office of a company that manages it.
 *
 * @param ofCompany whoever works for the company
 * @param ofOffice  whoever works for its office
 */
public record ManagedArea(
        AreaId id,
        CommitteeView committee,
        EnterpriseId company,
        OfficeId office,
        CurrentUser ofCompany,
        CurrentUser ofOffice) {

    public static ManagedArea named(
            String name, World world, AreaRegister register, TransactionTemplate transaction, String... buildings) {
        AreaId area = world.area(name);
        transaction.executeWithoutResult(status -> register.changeBuildings(area, buildings(buildings)));
        CommitteeView committee = world.committee(area, name + "业主委员会");
        EnterpriseId company = world.company(name + "物业有限公司");
        OfficeId office = world.office(name + "管理处", company);
        world.association(
                committee,
                company,
                office,
                world.today().minusDays(1),
                world.today().plusYears(1));
        return new ManagedArea(area, committee, company, office, world.personOf(company), world.personOf(office));
    }

    /** Buildings of two entrances each. */
    public static List<Building> buildings(String... names) {
        return Stream.of(names)
                .map(name -> new Building(name, 18, 2, 72, new BigDecimal("7200")))
                .toList();
    }
}
