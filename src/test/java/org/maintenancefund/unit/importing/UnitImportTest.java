package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.UnitView;
import org.springframework.transaction.annotation.Transactional;

/** From the upload to 房屋底册, all units or none. */
@IntegrationTest
@Transactional
class UnitImportTest extends FilesOfUnits {

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
