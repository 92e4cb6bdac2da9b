package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** From the upload to 房屋底册, all units or none. */
@IntegrationTest
@Transactional
class UnitImportTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    PropertyAreas areas;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    EntityManager entities;

    @Autowired
    ImportRuns imports;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private String path;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("导房苑", world, register, transaction, "1 栋", "2 栋");
        path = "/units/areas/" + managed.id() + "/import";
        jobs.run();
    }

    private UUID read(AUnitSheet sheet) {
        UUID run = sheet.uploadedWith(mvc, managed.id(), managed.ofOffice());
        jobs.run();
        return run;
    }

    private Document page(UUID run, String... query) {
        return pages.open(path + "/" + run + String.join("", query), managed.ofOffice());
    }

    private void confirm(UUID run, Map<String, String> form) {
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), form))
                .hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();
    }

    private UUID registered(AUnitSheet sheet) {
        UUID run = read(sheet);
        confirm(run, Map.of("checked", "true"));
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        return run;
    }

    /** The units of the area, in the order of their numbers. */
    private List<UnitView> onRecord() {
        return onRecord(managed.id());
    }

    private List<UnitView> onRecord(AreaId area) {
        entities.clear();
        return jdbc
                .sql("SELECT id FROM unit WHERE area_id = :area ORDER BY number")
                .param("area", area.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> units.get(new UnitId(id), managed.ofOffice()).unit())
                .toList();
    }

    private static UnitFacts facts(UnitView unit) {
        return unit.in(YearMonth.of(2026, 1)).facts();
    }

    @Test
    void theUnitsOfASheetAreLookedAtFirstAndThenRegisteredInItsOrder() {
        UUID run = read(new AUnitSheet()
                .flat("201", "单元", "2", "层", "2", "建筑面积", "130.66", "应缴", "否")
                .flat(
                        "101", "楼栋", "2", "来源", "实测", "用途", "商业", "电梯", "否", "已售", "未售", "交付日期", "", "起收月份", "2026-06",
                        "缴款义务人类别", "建设单位", "缴款义务人", "云州置业", "手机号码", "")
                .flat("102", "缴款义务人", "", "手机号码", "", "缴款义务人类别", "", "依据", ""));

        assertThat(page(run).text()).contains("等待确认", "起始月份 2026-01", "新增 3 户", "错误 0 行", "工作表 表", "确认导入 3 户");
        assertThat(page(run, "?kind=NEW").select("tbody tr").first().text())
                .contains("1 栋 2 201", "第 2 行", "建筑面积（㎡） 130.66", "缴款义务人 王建国")
                .doesNotContain("13900001234");
        assertThat(onRecord()).as("nothing before it is confirmed").isEmpty();
        confirm(run, Map.of());

        assertThat(page(run).text()).contains("已完成", "已登记 3 户");
        List<UnitView> there = onRecord();
        assertThat(there)
                .extracting(
                        unit -> unit.number().substring(9) + " " + unit.place().shown())
                .containsExactly("00001 1 栋 2 单元 201", "00002 2 栋 101", "00003 1 栋 102");
        assertThat(there.get(0).place().floor()).isEqualTo(2);
        assertThat(there.get(0).versions()).singleElement().satisfies(version -> {
            assertThat(version.from()).isEqualTo(YearMonth.of(2026, 1));
            assertThat(version.facts())
                    .isEqualTo(new UnitFacts(
                            new FloorArea(130_66),
                            AreaSource.REGISTER,
                            UnitUse.RESIDENTIAL,
                            true,
                            false,
                            true,
                            LocalDate.of(2025, 12, 20),
                            null));
            assertThat(version.origin().document()).isEqualTo("登记簿");
            assertThat(version.origin().recordedByName()).isEqualTo("郑负责");
        });
        assertThat(facts(there.get(1)))
                .isEqualTo(new UnitFacts(
                        new FloorArea(89_58),
                        AreaSource.SURVEY,
                        UnitUse.COMMERCIAL,
                        false,
                        true,
                        false,
                        null,
                        YearMonth.of(2026, 6)));
        assertThat(there.get(1).payers())
                .singleElement()
                .satisfies(payer -> assertThat(payer.payer()).isEqualTo(AUnit.developer("云州置业")));
        assertThat(there.get(2).payers()).isEmpty();
    }

    @Test
    void theTrailSaysWhoImportedAndTheNamesOfTheSheetAreNotKept() {
        UUID run = registered(new AUnitSheet().flat("101").flat("102"));

        assertThat(jdbc.sql("SELECT operator_name || ' ' || changes::text FROM audit_entry"
                                + " WHERE action = 'UNITS_REGISTERED' AND object_id = :code")
                        .param("code", areas.get(managed.id()).code())
                        .query(String.class)
                        .single())
                .contains("郑负责", "00001", "00002");
        assertThat(imports.rows(run)).isZero();
    }

    // ---- the same once more, and something else

    @Test
    void theSameFileAgainChangesNothing() {
        AUnitSheet sheet =
                new AUnitSheet().flat("101").flat("102", "建筑面积", "47.9").flat("201", "层", "2");
        registered(sheet);

        UUID again = read(sheet);

        assertThat(imports.get(again).sameRows()).isEqualTo(3);
        assertThat(page(again).text()).contains("已有 3 户，内容相同", "没有需要登记的，都已登记").doesNotContain("确认导入");
        confirm(again, Map.of("checked", "true"));
        assertThat(imports.get(again).state()).isEqualTo(ImportState.READ);
        assertThat(onRecord()).hasSize(3);
    }

    @Test
    void theListThatWasExportedIsReadWithoutAChange() {
        registered(new AUnitSheet()
                .flat("101", "单元", "2", "层", "-1", "起收月份", "2026-06")
                .flat("102", "已售", "否", "缴款义务人类别", "建设单位", "手机号码", "", "交付日期", ""));
        byte[] export = pages.get("/units/areas/" + managed.id() + "/export", managed.ofOffice())
                .getResponse()
                .getContentAsByteArray();

        UUID run = AUnitSheet.uploaded(export, mvc, managed.id(), managed.ofOffice());
        jobs.run();

        assertThat(page(run).text()).contains("已有 2 户", "错误 0 行", "这些列没有使用 户号");
    }

    @Test
    void anotherContentOfAUnitOnRecordIsAConflictThatNamesItAndKeepsAllOut() {
        registered(new AUnitSheet().flat("101", "楼栋", "2 栋"));
        String number = onRecord().get(0).number();

        UUID run = read(new AUnitSheet()
                .flat("101")
                .flat("１０１", "楼栋", "2", "建筑面积", "98.58", "缴款义务人", "李红梅", "手机号码", "13900009999", "起收月份", "2026-06"));

        Document page = page(run, "?kind=FAULTY");
        assertThat(page.text())
                .contains("E3 建筑面积（㎡）：户号 " + number + " 登记的是“89.58”。导入只登记新房屋，变更请打开这一户办理")
                .contains("N3 缴款义务人：户号 " + number + " 登记的是“王建国”")
                .contains("O3 手机号码：户号 " + number + " 登记的是“139****1234”")
                .contains("L3 起收月份：户号 " + number + " 没有登记这一项")
                .contains("有错误，一户也不导入")
                .doesNotContain("确认导入", "等待确认", "13900001234");
        assertThat(page.select("h2 .tag-bad").text()).isEqualTo("有错误");
        assertThat(page.select("tbody a").attr("href"))
                .isEqualTo("/units/" + onRecord().get(0).id());
        confirm(run, Map.of("checked", "true"));
        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        assertThat(onRecord()).as("not the new one either").hasSize(1);
    }

    @Test
    void anEmptyCellSaysNothingAgainstWhatIsOnRecord() {
        registered(new AUnitSheet().flat("101", "层", "1", "起收月份", "2026-06", "应缴", "否"));

        UUID run = read(
                new AUnitSheet().flat("101", "应缴", "", "已售", "", "交付日期", "", "缴款义务人", "", "手机号码", "", "依据", "另一份"));

        assertThat(imports.get(run).sameRows()).isEqualTo(1);
    }

    @Test
    void theFaultyRowsAreSavedPutRightAndUploadedWithTheOthers() {
        UUID run = read(new AUnitSheet().flat("101").flat("102", "用途", "别墅"));

        List<List<String>> faults = Sheets.rows(pages.get(path + "/" + run + "/faults", managed.ofOffice()));

        assertThat(faults).hasSize(2);
        assertThat(faults.get(0)).startsWith("楼栋").last().isEqualTo("错误");
        assertThat(faults.get(1)).last().asString().isEqualTo("用途：应为住宅、商业、办公、车位、其他之一");
    }

    // ---- what is asked

    @Test
    void whatIsUnlikelyIsListedAndAskedWithOneTickForTheWholeFile() {
        AUnitSheet sheet = new AUnitSheet();
        for (int i = 1; i <= 5; i++) {
            sheet.flat("10" + i);
        }
        UUID run = read(
                sheet.flat("201", "建筑面积", "895.8").flat("202", "建筑面积", "14.99").flat("203", "已售", "否"));

        Document page = page(run);
        assertThat(page.text()).contains("新增 5 户", "需要核对 3 户", "需要核对的 3 户已逐户核对，无误");
        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.text())
                .contains("E7 建筑面积（㎡）：住宅的建筑面积是 895.80 ㎡，一般在 15.00 至 500.00 ㎡ 之间")
                .contains("E7 建筑面积（㎡）：建筑面积 895.80 ㎡，超过 1 栋 同为“住宅”的房屋中位数 89.58 ㎡ 的 3 倍")
                .contains("E8 建筑面积（㎡）：住宅的建筑面积是 14.99 ㎡")
                .contains("M9 缴款义务人类别：未售的房屋一般由建设单位缴款");
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), Map.of()))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("请核对下面列出的房屋，无误时勾选");
        assertThat(onRecord()).isEmpty();

        confirm(run, Map.of("checked", "true"));

        assertThat(onRecord()).hasSize(8);
    }

    @Test
    void aBuildingWhoseUnitsTogetherAreFarFromItsFloorAreaIsAskedAboutAtItsFirstRow() {
        AUnitSheet sheet = new AUnitSheet().flat("车-1", "用途", "车位", "建筑面积", "99999.00", "楼栋", "2 栋");
        for (int i = 1; i <= 72; i++) {
            sheet.flat("房" + i, "建筑面积", "80");
        }

        UUID run = read(sheet);

        assertThat(page(run).select("tbody tr")).hasSize(1);
        assertThat(page(run).text())
                .contains("A3 楼栋：1 栋共 72 户，建筑面积合计 5,760 ㎡，社区信息里是 7,200 ㎡，少 1,440 ㎡。请核对填的是建筑面积，不是套内面积");
    }

    @Test
    void partOfABuildingIsNotAskedAboutUntilItIsMoreThanTheBuilding() {
        registered(new AUnitSheet().flat("101").flat("102"));

        UUID run = read(new AUnitSheet().flat("201", "建筑面积", "7900", "用途", "商业"));

        assertThat(page(run).text()).contains("1 栋共 3 户，建筑面积合计 8,079.16 ㎡", "多 879.16 ㎡");
    }

    // ---- what happens on the way

    @Test
    void aWorkerThatDiesLeavesNothingBehindAndAnotherOneBeginsAnew() {
        UUID run = read(new AUnitSheet().flat("101").flat("102"));
        imports.confirm(run);
        imports.beginApplying(run);
        jobs.die(ImportRuns.TASK);
        assertThat(page(run).text()).contains("正在导入 2 行，全部完成后一起生效");
        assertThat(onRecord()).isEmpty();

        jobs.findDead();
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void whatOthersRegisteredMeanwhileWithTheSameContentIsThereAlready() {
        UUID run = read(new AUnitSheet().flat("101").flat("102"));
        UUID other = read(new AUnitSheet().flat("102"));
        confirm(other, Map.of());

        confirm(run, Map.of());

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(page(run).text()).contains("已登记 1 户", "其余 1 户在预览以后已由别人登记，内容相同");
        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void whatOthersRegisteredMeanwhileWithAnotherContentKeepsAllOutAndIsShown() {
        UUID run = read(new AUnitSheet().flat("101").flat("102").flat("103", "建筑面积", "600"));
        UUID other = read(new AUnitSheet().flat("102", "建筑面积", "47.90"));
        confirm(other, Map.of());

        confirm(run, Map.of("checked", "true"));

        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        assertThat(page(run, "?kind=FAULTY").text()).contains("错误 1 行", "E3 建筑面积（㎡）：户号", "登记的是“47.90”");
        assertThat(page(run, "?kind=DOUBTFUL").text()).contains("一般在 15.00 至 500.00 ㎡ 之间");
        assertThat(onRecord()).hasSize(1);
    }

    @Test
    void whoDoesNotManageTheAreaAnyMoreImportsNothing() {
        UUID run = read(new AUnitSheet().flat("101"));
        UUID waiting = new AUnitSheet().flat("102").uploadedWith(mvc, managed.id(), managed.ofOffice());
        imports.confirm(run);
        jdbc.sql("UPDATE import_run SET organisation_id = :other WHERE id IN (:runs)")
                .param("other", UUID.randomUUID())
                .param("runs", List.of(run, waiting))
                .update();

        jobs.run();

        assertThat(List.of(imports.get(run), imports.get(waiting))).allSatisfy(refused -> {
            assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
            assertThat(refused.refusal()).isEqualTo("贵单位现在不管理这个小区，没有导入");
        });
        assertThat(pages.get(path + "/" + run, managed.ofOffice()))
                .as("who manages it today sees nothing of another one's sheets")
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open(path, managed.ofOffice()).text()).doesNotContain("房屋.xlsx");
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void anImportForAnAreaThatWentIntoAnotherOneIsRefusedBecauseBuildingsMayHaveOtherNamesThere() {
        AreaId kept = world.area("导房苑南区");
        UUID run = read(new AUnitSheet().flat("101"));
        merging.merge(new MergeOrder(kept, List.of(managed.id()), "导房苑", "同一小区"), world.municipal());
        path = "/units/areas/" + kept + "/import";

        confirm(run, Map.of());

        assertThat(page(run).text()).contains("这个小区已并入导房苑");
        assertThat(pages.open(path, managed.ofOffice()).text())
                .as("what was uploaded for the area that is gone is found under the one that stands for it")
                .contains("房屋.xlsx");
        assertThat(onRecord(kept)).isEmpty();
    }

    @Test
    void excelsOwnDatesAndNumbersAreReadAsTheyWereMeant() {
        UUID run = registered(new AUnitSheet()
                .flat(
                        RawWorkbook.number("101"),
                        "楼栋",
                        RawWorkbook.number("1"),
                        "建筑面积",
                        RawWorkbook.number("89.579999999999998"),
                        "交付日期",
                        RawWorkbook.styled(1, "46011"),
                        "起收月份",
                        RawWorkbook.styled(1, "46327"),
                        "手机号码",
                        RawWorkbook.number("1.3900001234E10")));

        assertThat(imports.get(run).appliedRows()).isEqualTo(1);
        assertThat(onRecord()).singleElement().satisfies(unit -> {
            assertThat(unit.place().shown()).isEqualTo("1 栋 101");
            assertThat(facts(unit).floorArea()).hasToString("89.58");
            assertThat(facts(unit).deliveredOn()).isEqualTo(LocalDate.of(2025, 12, 20));
            assertThat(facts(unit).chargedFrom()).isEqualTo(YearMonth.of(2026, 11));
            assertThat(unit.payers())
                    .singleElement()
                    .satisfies(payer -> assertThat(payer.payer()).isEqualTo(AUnit.owner("王建国")));
        });
    }
}
