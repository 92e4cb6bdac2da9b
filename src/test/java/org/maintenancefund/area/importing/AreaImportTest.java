package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From the upload to the list. Nothing is rolled back: a worker that dies and one that goes on are two transactions. */
@IntegrationTest
class AreaImportTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final String TASK = ImportRuns.TASK;

    private static final List<String> TITLES =
            List.of("编号", "小区名称", "曾用名", "区", "街道", "地址", "物业类型", "总建筑面积", "幢数", "户数", "建成年份", "备注");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaFinder finder;

    @Autowired
    ImportRuns imports;

    @Autowired
    Jobs jobs;

    @Test
    void newRowsAreEnteredKnownOnesChangedAndFaultyOnesReported() throws IOException {
        AreaId known = world.enter(AnArea.named("导入旧苑").at("旧址 1 号"));
        String code = areas.get(known).code();
        UUID run = uploaded(
                row("", "导入新苑", "新村、老厂宿舍", "甲街道", "新路 1 号", "住宅", "1000.5", "3", "120", "2010"),
                row(code.toLowerCase(), "导入旧苑", "", "甲街道", "新址 8 号", "", "", "", "", ""),
                row("", "坏苑", "", "丙街道", "", "别墅", "很多", "1.5", "-3", "1800"),
                row("", "导入新苑", "", "甲街道", "新路 1 号", "住宅", "1000.5", "3", "120", ""));

        jobs.run();
        var preview = pages.open("/areas/import/" + run, world.municipal());
        assertThat(preview.text()).contains("等待确认", "新增 1 行", "变更 1 行", "错误 2 行", "本区没有这个街道", "与前面的行重复");
        assertThat(preview.text()).contains("物业类型：应为住宅、商住", "总建筑面积（㎡）：应为不小于 0 的数", "建成年份：应为 1900 到 2100 的整数");
        assertThat(areas.search(AreaSearch.of("导入新苑").in(world.district().id())).items())
                .isEmpty();
        pages.post("/areas/import/" + run + "/confirm", world.municipal(), Map.of());
        jobs.run();

        assertThat(pages.open("/areas/import/" + run, world.municipal()).text()).contains("已完成", "已导入 2 行");
        AreaView entered = areas.search(
                        AreaSearch.of("导入新苑").in(world.district().id()))
                .items()
                .get(0);
        assertThat(entered.aliases()).containsExactly("新村", "老厂宿舍");
        assertThat(entered.type()).isEqualTo(AreaType.RESIDENTIAL);
        assertThat(entered.yearBuilt()).isEqualTo(2010);
        AreaView changed = areas.get(known);
        assertThat(changed.address()).isEqualTo("新址 8 号");
        assertThat(changed.households()).as("an empty cell keeps what is there").isEqualTo(864);
        assertThat(pages.open("/areas/" + known, world.municipal()).text()).contains("导入更新", "第 3 行");
    }

    @Test
    void aMissingFileIsToldAtItsInputAsInOtherForms() {
        MvcTestResult result = pages.post("/areas/import", world.municipal(), Map.of());

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#file");
        assertThat(page.select("#file-error").text()).isEqualTo("错误：请选择 Excel 文件");
        assertThat(page.select("#file").attr("aria-describedby")).isEqualTo("file-hint file-error");
        assertThat(page.select("#file").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#file").attr("data-most-bytes")).isEqualTo("31457280");
    }

    @Test
    void theSameFileOnceMoreChangesNothing() {
        String[] row = row("", "再来苑", "曾用苑", "乙街道", "路 1 号", "商住", "88.8", "1", "2", "");
        UUID first = uploaded(row);
        jobs.run();
        imports.confirm(first);
        jobs.run();

        UUID again = uploaded(row);
        jobs.run();

        ImportView run = imports.get(again);
        assertThat(run.sameRows()).isEqualTo(1);
        assertThat(run.toApply()).isZero();
        assertThat(pages.post("/areas/import/" + again + "/confirm", world.municipal(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(imports.get(again).state()).isEqualTo(ImportState.READ);
    }

    @Test
    void theReportOfFaultsIsMendedAndUploadedAgain() throws IOException {
        UUID run = uploaded(row("", "更正苑", "", "丁街道", "路 1 号", "住宅", "1", "1", "1", ""));
        jobs.run();

        assertThat(pages.open("/areas/import/" + run, world.municipal())
                        .select("h2 .tag-bad")
                        .text())
                .as("nothing but faults: there is nothing to confirm")
                .isEqualTo("有错误");
        MvcTestResult report = pages.get("/areas/import/" + run + "/faults", world.municipal());
        List<List<String>> rows = read(report.getResponse().getContentAsByteArray());
        assertThat(rows.get(0)).last().isEqualTo("错误");
        assertThat(rows.get(1)).last().asString().contains("本区没有这个街道");
        List<String> mended = new ArrayList<>(rows.get(1));
        mended.set(4, "甲街道");
        UUID second = upload(sheet(Stream.of(rows.get(0), mended).toList()));
        jobs.run();

        assertThat(imports.get(second).newRows()).isEqualTo(1);
        assertThat(imports.get(second).faultyRows()).isZero();
    }

    @Test
    void whatIsNoTableOfOursIsRefusedWithWhatIsMissing() throws IOException {
        UUID headings = upload(sheet(List.of(List.of("名称", "地址"), List.of("一", "二"))));
        UUID text = upload("名称,地址".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        UUID damaged = upload(new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        UUID empty = upload(sheet(List.of(TITLES)));
        jobs.run();

        assertThat(pages.open("/areas/import/" + headings, world.municipal()).text())
                .contains("缺少这些列：区、街道、物业类型");
        assertThat(pages.open("/areas/import/" + text, world.municipal()).text())
                .as("a table as text is read too")
                .contains("缺少这些列：区、街道、物业类型");
        assertThat(pages.open("/areas/import/" + damaged, world.municipal()).text())
                .contains("不是可以读取的 Excel 文件");
        assertThat(pages.open("/areas/import/" + empty, world.municipal()).text())
                .contains("表格里没有数据");
        assertThat(mvc.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/areas/import")
                                .with(SignedIn.as(world.municipal()))
                                .with(csrf())))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aReadingThatWasBrokenOffBeginsAnewAndAnImportGoesOnWhereItStopped() {
        String[][] rows = IntStream.range(0, 450)
                .mapToObj(i -> row("", "续苑" + i, "", "甲街道", "路 " + i + " 号", "住宅", "10", "1", "9", ""))
                .toArray(String[][]::new);
        UUID run = uploaded(rows);
        // A worker took it up, wrote some rows down and died, which another instance finds out.
        imports.beginReading(run);
        jobs.die(TASK);
        assertThat(jobs.run()).as("nobody else works at it before").isZero();
        jobs.findDead();
        jobs.run();
        assertThat(imports.get(run).newRows()).isEqualTo(450);
        imports.confirm(run);

        imports.beginApplying(run);
        jobs.die(TASK);
        jobs.findDead();
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.get(run).appliedRows()).isEqualTo(450);
        assertThat(finder.list(AreaSearch.of("续苑").in(world.district().id()))
                        .count()
                        .toString())
                .isEqualTo("450");
    }

    @Test
    void aRowThatSomebodyEnteredMeanwhileIsNotEnteredTwice() {
        UUID run = uploaded(row("", "抢先苑", "", "甲街道", "测试路 1 号", "住宅", "1", "1", "1", ""));
        jobs.run();
        world.area("抢先苑");
        imports.confirm(run);

        jobs.run();

        assertThat(areas.search(AreaSearch.of("抢先苑").in(world.district().id())).items())
                .hasSize(1);
    }

    @Test
    void theTemplateIsReadWithoutAFault() throws IOException {
        world.district("VY", "东湖区", "翠屏街道");
        MvcTestResult template = pages.get("/areas/import/template", world.municipal());

        UUID run = upload(template.getResponse().getContentAsByteArray());
        jobs.run();
        assertThat(imports.get(run).refusal())
                .as("its example is none of the city's")
                .contains("只有示例行");

        List<List<String>> rows = read(template.getResponse().getContentAsByteArray());
        List<String> filledIn =
                rows.get(1).stream().map(cell -> cell.replace("【示例】", "")).toList();
        run = upload(sheet(List.of(rows.get(0), rows.get(1), filledIn)));
        jobs.run();

        assertThat(imports.get(run).newRows()).isEqualTo(1);
        assertThat(pages.open("/areas/import", world.municipal()).text()).contains("最近的导入", "表.xlsx");
        assertThat(pages.post("/areas/import/" + run + "/discard", world.municipal(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
    }

    @Test
    void theListIsExportedAsItIsFilteredAndReadAgainChangesNothing() throws IOException {
        world.enter(AnArea.named("=导出苑").formerly("老苑"));
        world.enter(AnArea.named("导出庭").in(world.district().streets().get(1).id()));

        MvcTestResult export =
                pages.get("/areas/export?q=导出&district=" + world.district().id(), world.municipal());
        List<List<String>> rows = read(export.getResponse().getContentAsByteArray());

        assertThat(export.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(".xlsx");
        assertThat(rows).hasSize(3);
        assertThat(rows).as("text, not a formula").anyMatch(row -> row.get(1).equals("=导出苑"));
        UUID run = upload(export.getResponse().getContentAsByteArray());
        jobs.run();
        assertThat(imports.get(run).sameRows()).isEqualTo(2);
    }

    private String[] row(
            String code,
            String name,
            String aliases,
            String street,
            String address,
            String type,
            String floor,
            String buildings,
            String households,
            String year) {
        return new String[] {
            code,
            name,
            aliases,
            world.district().name(),
            street,
            address,
            type,
            floor,
            buildings,
            households,
            year,
            "备注"
        };
    }

    private UUID uploaded(String[]... rows) {
        List<List<String>> lines = new ArrayList<>(List.of(TITLES));
        Stream.of(rows).map(List::of).forEach(lines::add);
        return upload(sheet(lines));
    }

    private UUID upload(byte[] content) {
        MvcTestResult result = mvc.perform(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart("/areas/import")
                        .file(new MockMultipartFile("file", "表.xlsx", null, content))
                        .with(SignedIn.as(world.municipal()))
                        .with(csrf()));
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return UUID.fromString(result.getResponse().getRedirectedUrl().replaceAll(".*/", ""));
    }

    private static byte[] sheet(List<List<String>> lines) {
        List<SheetColumn<List<String>>> columns = new ArrayList<>();
        for (int place = 0; place < lines.get(0).size(); place++) {
            int column = place;
            columns.add(
                    new SheetColumn<>(lines.get(0).get(place), line -> column < line.size() ? line.get(column) : ""));
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            SheetWriter.write(out, "表", columns, lines.subList(1, lines.size()).iterator());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> read(byte[] content) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(row -> {
                        List<String> cells = new ArrayList<>();
                        for (int i = 0; i < row.getCellCount(); i++) {
                            cells.add(row.getCellText(i));
                        }
                        return cells;
                    })
                    .toList();
        }
    }
}
