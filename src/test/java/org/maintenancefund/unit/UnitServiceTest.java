package org.maintenancefund.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.domain.UnitDoubts;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.Registered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 房屋底册: what is registered, who may do so, and what becomes of it when areas are merged. */
@IntegrationTest
@Transactional
class UnitServiceTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    UnitDoubts doubts;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaMerging merging;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    private ManagedArea managed;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("听潮苑", world, register, transaction, "1 栋", "2 栋", "10 栋");
    }

    private UnitId registered(AUnit unit) {
        return units.register(managed.id(), unit.told(), managed.ofOffice());
    }

    private UnitView get(UnitId id) {
        entities.clear();
        return units.get(id, managed.ofCompany()).unit();
    }

    private static String sentence(Throwable refusal) {
        return Messages.of(((Refusal) refusal).reason());
    }

    // ---- registering

    @Test
    void aUnitGetsTheNextNumberOfItsAreaAndKeepsWhatWasTold() {
        AreaView area = areas.get(managed.id());
        AUnit told = AUnit.at("1 栋", "101").inEntrance("2").of("89.58");

        UnitId first = registered(told);
        UnitId second = registered(AUnit.at("2 栋", "101").paidBy(null));

        assertThat(get(first).number()).isEqualTo(area.code() + "-00001");
        assertThat(get(second).number()).isEqualTo(area.code() + "-00002");
        assertThat(get(first).place()).isEqualTo(told.place());
        assertThat(get(first).versions()).singleElement().satisfies(version -> {
            assertThat(version.from()).isEqualTo(told.from());
            assertThat(version.facts()).isEqualTo(told.facts());
            assertThat(version.origin().document()).isEqualTo("不动产登记簿");
            assertThat(version.origin().recordedByName()).isEqualTo("郑负责");
        });
        assertThat(get(first).payers())
                .singleElement()
                .satisfies(payer -> assertThat(payer.payer()).isEqualTo(told.payer()));
        assertThat(get(second).payers()).isEmpty();
    }

    @Test
    void theSameFlatIsRefusedHoweverItIsWrittenAndNamesTheOther() {
        String number = get(registered(AUnit.at("1 栋", "101"))).number();

        assertThatThrownBy(() -> registered(AUnit.at("１栋", "１０１")))
                .satisfies(refusal -> assertThat(sentence(refusal)).isEqualTo("１栋 １０１ 已登记，户号 " + number));
        assertThatThrownBy(() -> registered(AUnit.at("1 栋", "101").inEntrance("1")))
                .as("the first 单元, which others do not write")
                .isInstanceOf(Refusal.class);
        assertThat(registered(AUnit.at("1 栋", "101").inEntrance("2"))).isNotNull();
        assertThat(registered(AUnit.at("2 栋", "101"))).isNotNull();
    }

    @Test
    void aBuildingThatIsNotThereAndADeliveryStillToComeAreRefused() {
        assertThatThrownBy(() -> registered(AUnit.at("3 栋", "101")))
                .satisfies(refusal -> assertThat(sentence(refusal)).startsWith("本小区没有“3 栋”这栋楼"));
        LocalDate tomorrow = world.today().plusDays(1);
        assertThatThrownBy(() -> registered(AUnit.at("1 栋", "101").deliveredOn(tomorrow)))
                .satisfies(refusal -> assertThat(sentence(refusal)).startsWith("交付日期 " + tomorrow + " 还没有到"));
    }

    @Test
    void severalAreRegisteredInTheirOrder() {
        Registered done = units.registerAll(
                managed.id(),
                List.of(
                        AUnit.at("1 栋", "101").told(),
                        AUnit.at("1 栋", "102").told(),
                        AUnit.at("2 栋", "101").told()),
                managed.ofCompany());

        assertThat(done.faults()).isEmpty();
        assertThat(done.units())
                .extracting(id -> get(id).number().substring(9))
                .containsExactly("00001", "00002", "00003");
    }

    @Test
    void ofSeveralAllAreRegisteredOrNoneAndEachFaultSaysWhichAndWhy() {
        registered(AUnit.at("1 栋", "101"));
        List<NewUnit> told = List.of(
                AUnit.at("1 栋", "102").told(),
                AUnit.at("1 栋", "101").told(),
                AUnit.at("9 栋", "101").told(),
                AUnit.at("1 栋", "102").told(),
                AUnit.at("2 栋", "101").deliveredOn(world.today().plusDays(3)).told());

        Registered refused = units.registerAll(managed.id(), told, managed.ofOffice());

        assertThat(refused.units()).isEmpty();
        assertThat(refused.faults()).extracting(UnitFault::index).containsExactly(1, 2, 3, 4);
        assertThat(refused.faults())
                .extracting(fault -> fault.reason().code())
                .containsExactly(
                        "unit.refusal.taken", "unit.building.gone", "unit.refusal.twice", "unit.delivered.later");
        assertThat(units.check(managed.id(), told, managed.ofOffice())).isEqualTo(refused.faults());
        assertThat(get(registered(AUnit.at("1 栋", "102"))).number())
                .as("a refused sheet uses up no numbers")
                .endsWith("-00002");
    }

    // ---- changing

    @Test
    void aChangeHoldsFromItsMonthOnAndTheUnitIsCountedUp() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        int seen = get(id).version();
        UnitFacts larger = AUnit.at("1 栋", "101").of("90.12").facts();

        units.change(id, seen, new UnitChange(YearMonth.of(2026, 6), larger, "实测", "测绘报告"), managed.ofOffice());

        assertThat(get(id).version()).isGreaterThan(seen);
        assertThat(get(id).in(YearMonth.of(2026, 5)).facts().floorArea()).hasToString("89.58");
        assertThat(get(id).in(YearMonth.of(2026, 6)).facts()).isEqualTo(larger);
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        int seen = get(id).version();
        units.changePayer(id, seen, LocalDate.of(2026, 6, 3), AUnit.owner("李红梅"), "产权证", managed.ofOffice());
        entities.clear();

        assertThatThrownBy(() -> units.changePayer(
                        id, seen, LocalDate.of(2026, 6, 3), AUnit.owner("赵一鸣"), "产权证", managed.ofCompany()))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> units.change(
                        id,
                        seen,
                        new UnitChange(
                                YearMonth.of(2026, 6),
                                AUnit.at("1 栋", "101").of("90").facts(),
                                "实测",
                                "报告"),
                        managed.ofCompany()))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> units.correct(id, seen, AUnit.at("1 栋", "102").place(), "写错", managed.ofCompany()))
                .isInstanceOf(StaleVersion.class);
        assertThat(get(id).payers()).hasSize(2);
    }

    @Test
    void aVersionThatIsPutRightStaysOneVersion() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        UnitFacts right = AUnit.at("1 栋", "101").of("98.58").facts();

        units.change(
                id, get(id).version(), new UnitChange(YearMonth.of(2026, 1), right, "录入有误", "登记簿"), managed.ofOffice());

        assertThat(get(id).versions()).singleElement().satisfies(version -> {
            assertThat(version.facts()).isEqualTo(right);
            assertThat(version.reason()).isEqualTo("录入有误");
        });
        units.change(
                id, get(id).version(), new UnitChange(YearMonth.of(2026, 1), right, "实测", "报告"), managed.ofOffice());
        assertThat(get(id).versions())
                .singleElement()
                .satisfies(version -> assertThat(version.reason()).isEqualTo("实测"));
    }

    @Test
    void aPlaceIsPutRightUnlessAnotherUnitIsThere() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        UnitView other = get(registered(AUnit.at("2 栋", "201")));

        assertThatThrownBy(() -> units.correct(
                        id, get(id).version(), AUnit.at("2 栋", "201").place(), "写错", managed.ofOffice()))
                .satisfies(refusal -> assertThat(sentence(refusal)).isEqualTo("2 栋 201 已登记，户号 " + other.number()));
        units.correct(id, get(id).version(), AUnit.at("2 栋", "202").place(), "写错楼栋", managed.ofOffice());

        assertThat(get(id).place().shown()).isEqualTo("2 栋 202");
        assertThat(get(id).number()).endsWith("-00001");
        assertThat(jdbc.sql(
                                "SELECT changes::text FROM audit_entry WHERE action = 'UNIT_PLACE_CORRECTED' AND object_id = :id")
                        .param("id", id.toString())
                        .query(String.class)
                        .single())
                .contains("1 栋 101", "2 栋 202", "写错楼栋");
    }

    // ---- who

    @Test
    void whoManagesTheAreaChangesItsUnitsAndTheOthersWhoMaySeeThemDoNot() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        UnitChange change = new UnitChange(
                YearMonth.of(2026, 6), AUnit.at("1 栋", "101").of("90").facts(), "实测", "报告");
        int seen = get(id).version();

        for (CurrentUser reader : List.of(world.personOf(managed.committee()), world.clerk(), world.municipal())) {
            assertThat(units.get(id, reader).unit().number())
                    .as(reader.role().name())
                    .isNotBlank();
            assertThatThrownBy(() -> units.change(id, seen, change, reader)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            units.register(managed.id(), AUnit.at("1 栋", "102").told(), reader))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> units.changePayer(id, seen, world.today(), AUnit.owner("赵"), "", reader))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(
                            () -> units.correct(id, seen, AUnit.at("2 栋", "1").place(), "", reader))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void forEverybodyElseThereAreNoSuchUnits() {
        UnitId id = registered(AUnit.at("1 栋", "101"));
        ManagedArea other = ManagedArea.named("别家苑", world, register, transaction, "1 栋");

        for (CurrentUser stranger : List.of(
                other.ofCompany(), other.ofOffice(), world.personOf(other.committee()), world.clerkElsewhere())) {
            assertThatThrownBy(() -> units.get(id, stranger))
                    .as(stranger.role().name())
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            units.register(managed.id(), AUnit.at("1 栋", "102").told(), stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> units.get(UnitId.next(), managed.ofCompany())).isInstanceOf(NotFound.class);
    }

    @Test
    void aRightThatHasEndedShowsNothingAnyMore() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        clock.at(clock.instant().plus(Duration.ofDays(800)), () -> {
            assertThatThrownBy(() -> units.get(id, managed.ofOffice())).isInstanceOf(NotFound.class);
            assertThat(units.get(id, world.clerk()).unit().id()).isEqualTo(id);
        });
    }

    // ---- what is asked

    @Test
    void whatIsUnlikelyIsAskedAndNothingElse() {
        for (int door = 101; door <= 103; door++) {
            registered(AUnit.at("1 栋", Integer.toString(door)).of("90"));
        }

        assertThat(asked(AUnit.at("1 栋", "104").of("270"))).isEmpty();
        assertThat(asked(AUnit.at("1 栋", "104").of("270.01")))
                .containsExactly("建筑面积 270.01 ㎡，超过 1 栋 同为“住宅”的房屋中位数 90.00 ㎡ 的 3 倍");
        assertThat(asked(AUnit.at("2 栋", "101").of("14.99")))
                .containsExactly("住宅的建筑面积是 14.99 ㎡，一般在 15.00 至 500.00 ㎡ 之间");
        assertThat(asked(AUnit.at("2 栋", "101").of("500.01"))).hasSize(1);
        assertThat(asked(AUnit.at("1 栋", "商-01").of("900").usedFor(UnitUse.COMMERCIAL)))
                .isEmpty();
        assertThat(asked(AUnit.at("2 栋", "101").unsold()))
                .singleElement()
                .asString()
                .contains("未售", "建设单位");
        assertThat(asked(AUnit.at("2 栋", "101").unsold().paidBy(null))).hasSize(1);
        assertThat(asked(AUnit.at("2 栋", "101").unsold().paidBy(AUnit.developer("云州建设公司"))))
                .isEmpty();
    }

    private List<String> asked(AUnit unit) {
        return doubts.of(managed.id()).about(unit.place(), unit.facts(), unit.payer()).stream()
                .map(Messages::of)
                .toList();
    }

    // ---- areas that become one

    @Test
    void aMergeTakesTheUnitsAlongWithTheirBuildingsAndAnUndoneOneBringsThemBack() {
        AreaId kept = world.area("听潮苑南区");
        transaction.executeWithoutResult(status -> register.changeBuildings(kept, ManagedArea.buildings("1 栋", "3 栋")));
        UnitId collides = registered(AUnit.at("1 栋", "101"));
        UnitId moves = registered(AUnit.at("2 栋", "101"));
        String number = get(collides).number();
        int seen = get(collides).version();

        UUID merge = merging.merge(new MergeOrder(kept, List.of(managed.id()), "听潮苑", "同一小区"), world.municipal());

        UnitView there = get(collides);
        assertThat(there.area()).isEqualTo(kept);
        assertThat(there.place().shown()).isEqualTo("听潮苑 1 栋 101");
        assertThat(there.number()).isEqualTo(number);
        assertThat(get(moves).place().shown()).isEqualTo("2 栋 101");
        assertThat(merging.facts(List.of(kept)))
                .filteredOn(fact -> fact.label().equals("房屋底册"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.of(kept))
                        .singleElement()
                        .satisfies(line -> assertThat(line.text()).isEqualTo("已登记 2 户")));
        assertThatThrownBy(() -> registered(AUnit.at("1 栋", "102")))
                .as("told by the buildings of the area that is gone")
                .satisfies(refusal -> assertThat(sentence(refusal)).startsWith("这个小区已并入听潮苑"));
        assertThatThrownBy(() ->
                        units.correct(collides, seen, AUnit.at("1 栋", "102").place(), "写错", managed.ofOffice()))
                .isInstanceOf(StaleVersion.class);
        String ofKept = get(units.register(kept, AUnit.at("1 栋", "101").told(), managed.ofOffice()))
                .number();
        assertThat(ofKept).startsWith(areas.get(kept).code()).isNotEqualTo(number);

        merging.undo(merge, world.municipal());

        assertThat(get(collides).area()).isEqualTo(managed.id());
        assertThat(get(collides).place().shown()).isEqualTo("1 栋 101");
        assertThat(get(registered(AUnit.at("1 栋", "102"))).number()).endsWith("-00003");
    }

    @Test
    void aBuildingWithUnitsCanNeitherBeRemovedNorRenamed() {
        registered(AUnit.at("1 栋", "101"));

        register.changeBuildings(managed.id(), ManagedArea.buildings("１栋", "11 栋"));

        assertThat(areas.buildings(managed.id()))
                .extracting(building -> building.name())
                .containsExactly("１栋", "11 栋");
        assertThatThrownBy(() -> register.changeBuildings(managed.id(), ManagedArea.buildings("11 栋")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("fk_unit_building");
    }

    // ---- what the database refuses whoever asks

    @Test
    void aVersionThatBeginsWithinAMonthIsRefusedByTheDatabase() {
        UnitId id = registered(AUnit.at("1 栋", "101"));

        assertThatThrownBy(() -> jdbc.sql("UPDATE unit_version SET valid_from = '2026-01-02' WHERE unit_id = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("ck_unit_version_valid_from");
    }

    @Test
    void reasonsAreInWords() {
        assertThat(Messages.of(Reason.of("unit.building.kept", "1 栋", 24L))).isEqualTo("1 栋 已登记 24 户房屋，不能删除或改名");
    }
}
