package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.importing.AnImport;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 从表格导入 as its pages show it, and to whom. */
@IntegrationTest
@Transactional
class UnitImportPagesTest {

    @TempDir
    Path folder;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ImportRuns imports;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    private ManagedArea managed;
    private String path;

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("看表苑", world, register, transaction, "1 栋", "2 栋");
        path = "/units/areas/" + managed.id() + "/import";
    }

    private static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    private MvcTestResult upload(String from) {
        return mvc.post()
                .uri(path)
                .multipart()
                .param("from", from)
                .with(SignedIn.as(managed.ofOffice()))
                .with(csrf())
                .exchange();
    }

    @Test
    void thePageSaysHowItIsDoneAndShowsTheLatestImportsOfTheArea() {
        new AUnitSheet().flat("101").uploadedWith(mvc, managed.id(), managed.ofCompany());

        Document page = pages.open(path, managed.ofOffice());

        assertThat(page.select("h1").text()).isEqualTo("看表苑：从表格导入");
        assertThat(page.select(".breadcrumb-bar li").eachText()).endsWith("看表苑", "从表格导入");
        assertThat(page.text()).contains("导入只登记新的房屋", "不超过 30 MB、20000 行", "最近的导入", "房屋.xlsx", "等待读取");
        assertThat(page.select("input[name=from]").val())
                .isEqualTo(world.today().toString().substring(0, 7));
        assertThat(page.select("a:contains(模板)").attr("href")).isEqualTo(path + "/template");
        assertThat(page.select("a.page-help").attr("href")).isEqualTo("/help/unit-import");
    }

    @Test
    void anAreaWithoutBuildingsIsToldWhereTheyComeFrom() {
        managed = ManagedArea.named("无楼苑", world, register, transaction);

        assertThat(pages.open("/units/areas/" + managed.id() + "/import", managed.ofOffice())
                        .text())
                .contains("本小区还没有登记楼栋", "社区信息完善");
    }

    @Test
    void withoutAFileOrAMonthThePageComesAgainAndSaysSo() {
        assertThat(errors(upload("2026-01"))).containsExactly("请选择 Excel 文件");
        assertThat(errors(upload("2026-13"))).hasSize(2).anyMatch(line -> line.contains("月份填写有误"));
        assertThat(errors(upload(""))).hasSize(2);
        assertThat(errors(upload("2062-01"))).contains("起始月份：2062-01 晚于今天 12 个月以上，请核对年份");
    }

    @Test
    void anAddressSendsSoManyFilesAnHour() {
        for (int i = 0; i < 60; i++) {
            upload("2026-01");
        }

        assertThat(upload("2026-01")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void theTemplateOffersTheBuildingsExplainsEachColumnAndKeepsDoorsText() throws IOException {
        byte[] file =
                pages.get(path + "/template", managed.ofOffice()).getResponse().getContentAsByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> sheets = workbook.getSheets()
                    .map(sheet -> {
                        try (Stream<Row> rows = sheet.openStream()) {
                            return rows.flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                                    .toList();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
            assertThat(sheets.get(0)).contains("楼栋", "房号", "建筑面积（㎡）", "依据", "【示例】1 栋");
            assertThat(sheets.get(1)).contains("必填", "选填").anyMatch(text -> text.contains("不填套内面积"));
            assertThat(sheets.get(2)).contains("1 栋", "2 栋", "登记簿", "车位", "建设单位");
        }
        assertThat(part(file, "xl/worksheets/sheet1.xml"))
                .contains("<dataValidation sqref=\"A2:A20001\"")
                .contains("!$A$2:$A$3</formula1>");
        assertThat(part(file, "xl/styles.xml")).contains("formatCode=\"@\"");
    }

    private String part(byte[] file, String name) throws IOException {
        Path workbook = Files.write(folder.resolve("template.xlsx"), file);
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theTemplateAsItIsHasOnlyAnExample() {
        byte[] file =
                pages.get(path + "/template", managed.ofOffice()).getResponse().getContentAsByteArray();

        UUID run = AUnitSheet.uploaded(file, mvc, managed.id(), managed.ofOffice());
        jobs.run();

        assertThat(imports.get(run).refusal()).contains("只有示例行");
    }

    @Test
    void othersThanThoseWhoManageTheAreaFindNothing() {
        UUID run = new AUnitSheet().flat("101").uploadedWith(mvc, managed.id(), managed.ofOffice());
        CurrentUser stranger = world.personOf(world.company("别家物业有限公司"));
        for (String page : List.of(path, path + "/template", path + "/" + run, path + "/" + run + "/faults")) {
            assertThat(pages.get(page, stranger)).as(page).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String step : List.of("confirm", "retry", "discard")) {
            assertThat(pages.post(path + "/" + run + "/" + step, stranger, Map.of()))
                    .as(step)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(AUnitSheet.upload(new AUnitSheet().flat("102").content(), "2026-01", mvc, managed.id(), stranger))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(imports.get(run).state().isBeingRead()).isTrue();
    }

    @Test
    void anImportIsFoundUnderItsOwnAreaAndKindAlone() {
        ManagedArea other = ManagedArea.named("另表苑", world, register, transaction, "1 栋");
        UUID ofOther = new AUnitSheet().flat("101").uploadedWith(mvc, other.id(), other.ofOffice());
        UUID ofAreas = AnImport.in(world.district()).row("列表苑").uploadedWith(mvc);

        assertThat(pages.get(path + "/" + ofOther, managed.ofOffice())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(path + "/" + ofAreas, managed.ofOffice())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/areas/import/" + ofOther, world.municipal())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post("/areas/import/" + ofOther + "/discard", world.municipal(), Map.of()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anImportThatIsNotConfirmedCanBeGivenUp() {
        UUID run = new AUnitSheet().flat("101").uploadedWith(mvc, managed.id(), managed.ofOffice());
        jobs.run();

        assertThat(pages.post(path + "/" + run + "/discard", managed.ofCompany(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(pages.open(path + "/" + run, managed.ofOffice()).text())
                .contains("已放弃")
                .doesNotContain("确认导入", "王建国");
        assertThat(imports.rows(run)).isZero();
    }
}
