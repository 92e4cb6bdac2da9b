package org.maintenancefund.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AreaRegisterTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaFinder finder;

    @Autowired
    JdbcClient jdbc;

    private DistrictCentre centre;
    private StreetId street;

    @BeforeEach
    void aDistrict() {
        centre = world.district("RA", "登记测试区", "甲街道", "乙街道");
        street = centre.streets().get(0).id();
    }

    @Test
    void whatIsEnteredIsRead() {
        FundAccount account = new FundAccount("云州银行望湖支行", "和谐花园维修资金专户", "6200000000000001");
        AreaId id = AnArea.named("和谐花园一期")
                .formerly("红星小区")
                .formerly("向阳小区")
                .at("翠屏路 88 号")
                .withAccount(account)
                .in(street)
                .enteredWith(register);

        AreaView area = areas.get(id);
        assertThat(area.name()).isEqualTo("和谐花园一期");
        assertThat(area.aliases()).containsExactly("红星小区", "向阳小区");
        assertThat(area.district()).isEqualTo(centre.id());
        assertThat(area.districtName()).isEqualTo("登记测试区");
        assertThat(area.street()).isEqualTo(street);
        assertThat(area.streetName()).isEqualTo("甲街道");
        assertThat(area.community()).isEqualTo("测试社区");
        assertThat(area.address()).isEqualTo("翠屏路 88 号");
        assertThat(area.parcelNumbers()).containsExactly("YZ-0102-0007", "YZ-0102-0008");
        assertThat(area.type()).isEqualTo(AreaType.RESIDENTIAL);
        assertThat(area.floorAreas().total()).isEqualTo(new BigDecimal("86420.50"));
        assertThat(area.floorAreas().commercial()).isZero();
        assertThat(area.buildings()).isEqualTo(12);
        assertThat(area.households()).isEqualTo(864);
        assertThat(area.yearBuilt()).isEqualTo(2009);
        assertThat(area.fundAccount()).isEqualTo(account);
        assertThat(area.isActive()).isTrue();
        assertThat(area.mergedInto()).isNull();
        assertThat(areas.views(List.of(id, AreaId.next()))).containsExactly(area);
    }

    @Test
    void numbersRunOnInEachDistrict() {
        DistrictCentre other = world.district("RB", "登记测试二区", "甲街道");

        assertThat(enter("和谐花园一期", street).code()).isEqualTo("RA-00001");
        assertThat(enter("和谐花园二期", street).code()).isEqualTo("RA-00002");
        assertThat(enter("和谐花园", other.streets().get(0).id()).code()).isEqualTo("RB-00001");
        assertThat(enter("和谐花园三期", centre.streets().get(1).id()).code()).isEqualTo("RA-00003");
    }

    @Test
    void aDistrictMayHaveMoreThanAHundredThousandAreas() {
        enter("和谐花园一期", street);
        jdbc.sql("UPDATE area_number SET last_number = 99999 WHERE district_id = ?")
                .param(centre.id().value())
                .update();

        assertThat(enter("和谐花园二期", street).code()).isEqualTo("RA-100000");
    }

    @Test
    void whatCanNotBeStoredIsRefusedBeforeTheDatabase() {
        AnArea many = AnArea.named("多名苑");
        for (int i = 0; i < 101; i++) {
            many = many.formerly("旧名" + i);
        }
        AnArea tooMany = many.in(street);
        AnArea unseen = AnArea.named("\uFE0F\uFE0F").in(street);
        AnArea nowhere = AnArea.named("无址苑").at("\uFE0F").in(street);

        assertThatThrownBy(() -> tooMany.enteredWith(register))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("area.aliases.too-many"));
        assertThatThrownBy(() -> unseen.enteredWith(register)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> nowhere.enteredWith(register)).isInstanceOf(Refusal.class);
    }

    @Test
    void theNameItselfAndRepetitionsAreNoFormerNames() {
        AreaId id = AnArea.named("和谐花园")
                .formerly("和谐 花园")
                .formerly("红星小区")
                .formerly("红星小区")
                .in(street)
                .enteredWith(register);

        assertThat(areas.get(id).aliases()).containsExactly("红星小区");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "园", "\ufe0f\ufe0f", "\u200b园\u200b", "和谐\u0000花园", "和谐\n花园"})
    void whatCantBeANameIsRefused(String name) {
        assertThatThrownBy(() -> enter(name, street)).isInstanceOf(Refusal.class);
        assertThat(finder.list(AreaSearch.of("").in(centre.id())).count().value())
                .isZero();
    }

    @Test
    void whatNobodySeesIsNoPartOfAName() {
        assertThat(enter("\u202d和谐\u200b花\u00ad园\u202c\ufe0f", street).name()).isEqualTo("和谐花园");
    }

    @Test
    void aNameThatIsTooLongIsRefusedAndTheLongestIsKept() {
        assertThatThrownBy(() -> enter("园".repeat(61), street)).isInstanceOf(Refusal.class);
        assertThat(enter("𠮷".repeat(60), street).name()).isEqualTo("𠮷".repeat(60));
        // Folds to three characters each, as long as a key may be.
        assertThat(enter("㈱".repeat(60), street).name()).hasSize(60);
        assertThatThrownBy(() -> enter("\uFDFA".repeat(60), street)).isInstanceOf(Refusal.class);
    }

    @Test
    void anUnknownStreetIsRefused() {
        assertThatThrownBy(() -> enter("和谐花园", StreetId.next())).isInstanceOf(Refusal.class);
    }

    @Test
    void anUnknownAreaIsNotFound() {
        assertThatThrownBy(() -> areas.get(AreaId.next())).isInstanceOf(NotFound.class);
        assertThat(areas.find(AreaId.next())).isEmpty();
        assertThat(areas.views(List.of())).isEmpty();
    }

    @Test
    void enteringIsInTheAuditTrail() {
        AreaView area = enter("和谐花园", street);

        assertThat(jdbc.sql("SELECT object_name FROM audit_entry WHERE action = 'AREA_ENTERED' AND object_id = ?")
                        .param(area.code())
                        .query(String.class)
                        .single())
                .isEqualTo("和谐花园");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ck_area_merged_into   | state = 'MERGED'",
                "ck_area_merged_into   | merged_into = (SELECT id FROM area WHERE code = 'RA-00002')",
                "ck_area_merged_into   | state = 'MERGED', merged_into = id",
                "fk_area_merged_into   | state = 'MERGED', merged_into = gen_random_uuid()",
                "ck_area_state         | state = 'GONE'",
                "ck_area_type          | type = 'PALACE'",
                "ck_area_fund_account  | fund_bank = '云州银行'",
                "ck_area_fund_account  | fund_bank = '云州银行', fund_account_number = '6200000000000001'",
                "ck_area_fund_account_number | fund_bank = '云州银行', fund_account_name = '专户', fund_account_number = '62-00'",
                "ck_area_floor_areas   | commercial_floor_area = -0.01",
                "ck_area_buildings     | buildings = -1",
                "ck_area_households    | households = -1",
                "ck_area_year_built    | year_built = 1066",
                "ck_area_name          | name = ''",
                "ck_area_address       | address = ''",
                "ck_area_code          | code = 'RA-1'",
                "uq_area_code          | code = 'RA-00002'",
                "ck_area_parcel_numbers | parcel_numbers = ARRAY[NULL]",
                "fk_area_street        | district_id = gen_random_uuid()",
                "fk_area_street        | street_id = gen_random_uuid()",
            })
    void theDatabaseRefusesWhatCantBe(String constraint, String change) {
        enter("和谐花园一期", street);
        enter("和谐花园二期", street);

        assertThatThrownBy(() -> jdbc.sql("UPDATE area SET " + change + " WHERE code = 'RA-00001'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("\"" + constraint + "\"");
    }

    private AreaView enter(String name, StreetId where) {
        return areas.get(AnArea.named(name).in(where).enteredWith(register));
    }
}
