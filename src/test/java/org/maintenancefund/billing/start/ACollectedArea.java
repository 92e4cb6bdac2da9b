package org.maintenancefund.billing.start;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings an area by the steps people take to where its fund is collected: two flats of 89.58 ㎡ in 1 栋, and nothing else. */
@TestComponent
public final class ACollectedArea {

    private final AreaRegister register;
    private final UnitService units;
    private final StartService starts;
    private final AChargeStandard standards;
    private final AnOpening openings;
    private final AFundAccount accounts;
    private final TransactionTemplate transaction;

    ACollectedArea(
            AreaRegister register,
            UnitService units,
            StartService starts,
            AChargeStandard standards,
            AnOpening openings,
            AFundAccount accounts,
            TransactionTemplate transaction) {
        this.register = register;
        this.units = units;
        this.starts = starts;
        this.standards = standards;
        this.openings = openings;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /**
     * An area with who has to do with it.
     *
     * @param ofCompany whoever works for the company
     * @param ofOffice  whoever works for its office, which manages the area
     */
    public record Collected(
            AreaId id,
            CommitteeView committee,
            EnterpriseId company,
            OfficeId office,
            CurrentUser ofCommittee,
            CurrentUser ofCompany,
            CurrentUser ofOffice) {}

    /** Managed for two years from today on; nobody has a mandate. */
    public Collected managed(World world, String name) {
        AreaId area = register.enter(new NewArea(
                name,
                List.of(),
                world.district().streets().get(0).id(),
                "测试社区",
                "测试路 1 号",
                List.of("YZ-0102-0009"),
                AreaType.RESIDENTIAL,
                FloorAreas.residential(new BigDecimal("179.16")),
                1,
                2,
                2009,
                null));
        transaction.executeWithoutResult(status ->
                register.changeBuildings(area, List.of(new Building("1 栋", 18, 1, 2, new BigDecimal("179.16")))));
        CommitteeView committee = world.committee(area, name + "业主委员会");
        EnterpriseId company = world.company("云州" + name + "物业有限公司");
        OfficeId office = world.office(name + "管理处", company);
        world.association(
                committee, company, office, world.today(), world.today().plusYears(2));
        return new Collected(
                area,
                committee,
                company,
                office,
                world.personOf(committee),
                world.personOf(company),
                world.personOf(office));
    }

    /** The office has a mandate for a year from today on. */
    public Collected mandated(World world, String name) {
        Collected area = managed(world, name);
        world.mandate(area.committee(), world.today(), world.today().plusYears(1));
        return area;
    }

    /** Everything is there that 开通 asks for. */
    public Collected ready(World world, String name) {
        Collected area = mandated(world, name);
        ManagedArea managed = withUnits(area);
        openings.checked(managed, area.ofCompany());
        openings.approved(managed, world.clerk());
        accounts.keeps(accounts.empty(), area.id());
        world.settingsOfCollection();
        standards.ofCityWhereMissing(UnitUse.RESIDENTIAL, true, "0.25", YearMonth.from(world.today()));
        return area;
    }

    /** Opened from that month on. */
    public Collected opened(World world, String name, YearMonth month) {
        Collected area = ready(world, name);
        starts.open(area.id(), month, false, area.ofOffice());
        return area;
    }

    /** Both flats are registered, and what they begin with is entered: 100.00 and nothing. */
    ManagedArea withUnits(Collected area) {
        UnitId first = unit(area, "101");
        UnitId second = unit(area, "102");
        ManagedArea managed = new ManagedArea(
                area.id(), area.committee(), area.company(), area.office(), area.ofCompany(), area.ofOffice());
        openings.begun(managed, "100.00");
        openings.entered(managed, first, "500.00", "100.00");
        openings.entered(managed, second, null, "0");
        return managed;
    }

    /** A flat of 89.58 ㎡ with a lift, of 王建国. */
    public UnitId unit(Collected area, String door) {
        return units.register(area.id(), AUnit.at("1 栋", door).told(), area.ofOffice());
    }
}
