package org.maintenancefund.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maintenancefund.test.World.freeCreditCode;
import static org.maintenancefund.test.World.newCompany;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class EnterprisesTest {

    @Autowired
    World world;

    @Autowired
    private Enterprises enterprises;

    @Autowired
    private Organisations organisations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRegisteredCompanyKeepsEverythingItWasEnteredWith() {
        NewEnterprise company = newCompany("云州𠮷庆物业服务有限公司", world.district().id(), freeCreditCode());
        EnterpriseId id = enterprises.register(company);

        EnterpriseView view = enterprises.get(id);
        assertThat(view.name()).isEqualTo("云州𠮷庆物业服务有限公司");
        assertThat(view.creditCode()).isEqualTo(company.creditCode());
        assertThat(view.district()).isEqualTo(world.district().id());
        assertThat(view.address()).isEqualTo(company.registeredAddress());
        assertThat(view.contactName()).isEqualTo(company.contactName());
        assertThat(view.contactMobile()).isEqualTo(company.contactMobile());
        assertThat(view.qualification()).isEqualTo(Qualification.UNQUALIFIED);
        assertThat(view.isActive()).isTrue();
        assertThat(enterprises.find(company.creditCode())).contains(view);
    }

    @Test
    void theSameCreditCodeIsRefusedHoweverItWasTyped() {
        CreditCode code = freeCreditCode();
        enterprises.register(newCompany("甲物业", world.district().id(), code));
        CreditCode typedInLowerCase =
                CreditCode.parse(code.value().toLowerCase()).value();

        assertThatThrownBy(() ->
                        enterprises.register(newCompany("乙物业", world.district().id(), typedInLowerCase)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason().code()).isEqualTo("enterprise.refusal.credit-code-known"));
    }

    @Test
    void aCompanyIsFoundByAnyPartOfItsNameAndCodeWhateverTheWidth() {
        CreditCode code = freeCreditCode();
        EnterpriseId id = enterprises.register(
                newCompany("云州ABC物业（集团）有限公司", world.district().id(), code));

        assertThat(found("ａｂｃ 物业")).containsExactly(id);
        assertThat(found("（集团）")).containsExactly(id);
        assertThat(found(code.value().substring(6).toLowerCase())).containsExactly(id);
        assertThat(found("集")).containsExactly(id);
        assertThat(found("物云")).isEmpty();
        assertThat(found("100%_")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherThereAndBack() {
        IntStream.range(0, 45).forEach(i -> world.company("众和物业%02d公司".formatted(i)));

        Slice<EnterpriseView> first = page(Cursor.start());
        Slice<EnterpriseView> second = page(NameQuery.cursor(first.next(), null));
        Slice<EnterpriseView> third = page(NameQuery.cursor(second.next(), null));
        Slice<EnterpriseView> back = page(NameQuery.cursor(null, third.previous()));

        assertThat(first.items())
                .hasSize(20)
                .first()
                .extracting(EnterpriseView::name)
                .isEqualTo("众和物业00公司");
        assertThat(third.items())
                .hasSize(5)
                .last()
                .extracting(EnterpriseView::name)
                .isEqualTo("众和物业44公司");
        assertThat(third.next()).isNull();
        assertThat(back.items()).isEqualTo(second.items());
        assertThat(enterprises.active("众和").count().value()).isEqualTo(45);
        assertThat(page(NameQuery.cursor(Cursor.write("ALL", "众", "not an id"), null))
                        .items())
                .isEmpty();
    }

    @Test
    void theLongestNameThatAFormTakesIsStored() {
        String name = ChineseText.required("㈱".repeat(100), 100).value();

        EnterpriseId id = world.company(name);

        assertThat(enterprises.get(id).name()).isEqualTo(name);
    }

    @Test
    void aDisabledCompanyIsNotOfferedAndCanBeEnabledAgain() {
        EnterpriseId id = world.company("歇业物业公司");
        CurrentUser clerk = SignedIn.person(
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value()),
                "区中心",
                world.district().id());
        enterprises.disable(id, "停业整顿", clerk);
        assertThat(found("歇业")).isEmpty();
        assertThatThrownBy(() -> enterprises.disable(id, "再停用", clerk)).isInstanceOf(Refusal.class);

        enterprises.enable(id, "整顿完成");
        assertThat(found("歇业")).containsExactly(id);
    }

    @Test
    void accountsLearnTheCompanysNameDistrictAndContact() {
        EnterpriseId id = world.company("云州Ａ物业");

        OrganisationView view = organisations.get(id.ref());
        assertThat(view.name()).isEqualTo("云州Ａ物业");
        assertThat(view.district()).isEqualTo(world.district().id());
        assertThat(view.contactName()).isEqualTo("陆晓岚");
        assertThat(jdbc.sql("SELECT id FROM organisation WHERE name_key = :key AND type = 'ENTERPRISE'")
                        .param("key", Organisations.nameKey("云州 a物业"))
                        .query(UUID.class)
                        .list())
                .containsExactly(id.value());
        assertThatThrownBy(() -> organisations.get(EnterpriseId.next().ref())).isInstanceOf(NotFound.class);
    }

    private List<EnterpriseId> found(String text) {
        return enterprises.active(text).page(Cursor.start()).items().stream()
                .map(EnterpriseView::id)
                .toList();
    }

    private Slice<EnterpriseView> page(Cursor cursor) {
        return enterprises.active("众和").page(cursor);
    }
}
