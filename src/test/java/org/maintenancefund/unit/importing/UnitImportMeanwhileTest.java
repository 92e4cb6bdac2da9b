package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** What is asked about a sheet of units, and what happens between its preview and its registration. */
@IntegrationTest
@Transactional
class UnitImportMeanwhileTest extends FilesOfUnits {

    @Autowired
    AreaMerging merging;

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
}
