package org.maintenancefund.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.organisation.Organisations.Suspension;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The register that every kind of organisation is entered in by its own module. */
@IntegrationTest
@Transactional
class OrganisationsTest {

    @Autowired
    World world;

    @Autowired
    Organisations organisations;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    JdbcClient jdbc;

    private OrganisationView entered(OrgType type, OrgRef parent, String name) {
        OrgRef ref = new OrgRef(type, Ids.next());
        organisations.register(
                new OrganisationEntry(ref, name, parent, world.district().id(), "钱联系", "13900004321", "备注", false));
        return organisations.get(ref);
    }

    @Test
    void aCentreIsAnOrganisationInChargeOfItself() {
        OrganisationView centre = organisations.get(world.district().organisation());

        assertThat(centre.name()).isEqualTo(world.district().centreName());
        assertThat(centre.district()).isEqualTo(world.district().id());
        assertThat(organisations.get(MunicipalCentre.REF).district()).isNull();
    }

    @Test
    void aBranchIsToldByItsCompanyAndOutWithIt() {
        OrgRef company = world.company("云州登记物业公司").ref();
        OrgRef office = entered(OrgType.OFFICE, company, "登记管理处").ref();
        assertThat(organisations.get(office).note()).isEqualTo("云州登记物业公司");

        organisations.disable(office, "", world.clerk());
        organisations.disable(company, "停业整顿", world.clerk());
        assertThat(organisations.suspension(office).map(Suspension::cause)).contains(company);
        assertThat(organisations.get(office).closed()).isEqualTo(OrganisationView.Closed.DISABLED);

        organisations.enable(company);
        assertThat(organisations.suspension(office).map(Suspension::cause)).contains(office);
        assertThat(organisations.suspension(company)).isEmpty();

        organisations.enable(office);
        assertThat(organisations.get(office).closed()).isNull();
    }

    @Test
    void whatIsNewIsTakenOverAndTheStateStays() {
        OrganisationView committee = entered(OrgType.COMMITTEE, null, "登记业主委员会");
        organisations.disable(committee.ref(), "", world.clerk());

        organisations.register(new OrganisationEntry(
                committee.ref(), "更名业委会", null, world.district().id(), "孙联系", "13900004322", "别处", false));

        OrganisationView now = organisations.get(committee.ref());
        assertThat(now.name()).isEqualTo("更名业委会");
        assertThat(now.contactMobile()).hasToString("13900004322");
        assertThat(now.closed()).isEqualTo(OrganisationView.Closed.DISABLED);
        assertThat(organisations.views(List.of(committee.ref().id())).values()).containsExactly(now);
    }

    @Test
    void aCommitteesAreaIsCalledAsItIsNow() {
        AreaId area = world.area("登记花园");
        CommitteeView committee = world.committee(area, "登记花园业主委员会");
        assertThat(organisations.get(committee.id().ref()).note()).startsWith("登记花园，正式");

        register.rename(area, areas.get(area).version(), "登记雅苑", "规划更名", world.municipal());

        assertThat(organisations.get(committee.id().ref()).note()).startsWith("登记雅苑，正式");
    }

    @Test
    void nobodyBelongsToWhatIsNotThere() {
        OrgRef nowhere = new OrgRef(OrgType.ENTERPRISE, Ids.next());
        assertThatThrownBy(() -> organisations.get(nowhere)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.account(nowhere, Role.ENTERPRISE_OPERATOR, "施文雅", "13900004321", "nowhere"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anOrganisationWithPeopleIsNotRemoved() {
        OrgRef company = world.company("云州留存物业公司").ref();
        world.account(company, Role.ENTERPRISE_OPERATOR, "施文雅", "13900004321", "stays-registered");

        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        assertThatThrownBy(() -> organisations.remove(company))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("organisation");
    }
}
