package org.maintenancefund.unit.opening.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** 期初余额导入: from the template by way of the preview into the sheet of the area, all of it or nothing. */
@IntegrationTest
@Transactional
class OpeningImportTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening an;

    @Autowired
    ImportRuns imports;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private String path;
    private UnitId first;
    private UnitId second;

    @BeforeEach
    void anAreaWithTwoFlatsAndADay() {
        managed = ManagedArea.named("导账苑", world, register, transaction, "1 栋", "2 栋");
        path = "/units/areas/" + managed.id() + "/opening/import";
        first = flat("101");
        second = flat("102");
        an.begun(managed, "8,000.00");
        jobs.run();
    }

    private UnitId flat(String door) {
        return units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice());
    }

    private String number(UnitId unit) {
        return jdbc.sql("SELECT number FROM unit WHERE id = :id")
                .param("id", unit.value())
                .query(String.class)
                .single();
    }

    private AnOpeningSheet both() {
        return new AnOpeningSheet()
                .row(number(first), "1 栋 101", "10,000.00", "2999.99")
                .row(number(second), "", "", RawWorkbook.number("5000.01"));
    }

    private UUID read(AnOpeningSheet sheet) {
        return read(sheet.content(), managed.ofOffice());
    }

    private UUID read(byte[] content, CurrentUser by) {
        entities.flush();
        UUID run = AnOpeningSheet.uploaded(content, mvc, managed.id(), by);
        jobs.run();
        return run;
    }

    private Document page(UUID run, String... query) {
        return pages.open(path + "/" + run + String.join("", query), managed.ofOffice());
    }

    private void confirmed(UUID run, Map<String, String> form) {
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), form))
                .hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();
        entities.clear();
        assertThat(imports.get(run).state()).as(imports.get(run).refusal()).isEqualTo(ImportState.DONE);
    }

    private List<String> onRecord() {
        return jdbc.sql(
                        "SELECT right(u.number, 5) || ' ' || coalesce(l.original::text, '-') || ' ' || l.balance"
                                + " FROM opening_line l JOIN unit u ON u.id = l.unit_id WHERE u.area_id = :area ORDER BY u.number")
                .param("area", managed.id().value())
                .query(String.class)
                .list();
    }

    private List<String> faults(AnOpeningSheet sheet) {
        UUID run = read(sheet);
        assertThat(imports.get(run).isConfirmable()).isFalse();
        assertThat(page(run).select("h2 .tag-bad").text()).isEqualTo("有错误");
        return page(run, "?kind=FAULTY")
                .select("tbody tr td:last-child div div")
                .eachText();
    }

    @Test
    void whatASheetTellsIsLookedAtFirstAndThenEntered() {
        UUID run = read(both());

        assertThat(page(run).text()).contains("等待确认", "新增 2 户", "错误 0 行", "确认导入 2 户");
        assertThat(page(run, "?kind=NEW").select("tbody tr").first().text())
                .contains(number(first), "1 栋 101", "第 2 行", "首期原值（元） 10,000.00", "余额（元） 2,999.99");
        assertThat(onRecord()).as("nothing before it is confirmed").isEmpty();
        confirmed(run, Map.of());

        assertThat(page(run).text()).contains("已完成", "已登记 2 户");
        assertThat(onRecord()).containsExactly("00001 1000000 299999", "00002 - 500001");
        an.checked(managed, managed.ofCompany());
        assertThat(an.view(managed).state()).isEqualTo(OpeningState.CHECKED);
        assertThat(jdbc.sql("SELECT operator_name || changes::text FROM audit_entry WHERE action = 'OPENING_IMPORTED'"
                                + " AND object_id = :id")
                        .param("id", an.view(managed).id().toString())
                        .query(String.class)
                        .single())
                .contains("郑负责", "2");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnEmptyFirstAmountSaysNothing() {
        confirmed(read(both()), Map.of());
        an.entered(managed, second, "20,000.00", "5,000.01");

        ImportView again = imports.get(read(both()));

        assertThat(again.sameRows()).isEqualTo(2);
        assertThat(again.isConfirmable()).isFalse();
        assertThat(page(again.id()).text()).contains("没有需要登记的，都已登记");
        assertThat(onRecord()).containsExactly("00001 1000000 299999", "00002 2000000 500001");
    }

    @Test
    void otherAmountsAreAChangeThatIsShownAndEntered() {
        confirmed(read(both()), Map.of());

        UUID run = read(new AnOpeningSheet().row(number(first), "", "", "3,000").row(number(second), "", "1", "0"));
        assertThat(imports.get(run).changedRows()).isEqualTo(2);
        assertThat(page(run, "?kind=CHANGED").select("tbody tr").eachText())
                .anyMatch(row -> row.contains("余额（元）：2,999.99 → 3,000.00"))
                .anyMatch(row -> row.contains("首期原值（元）：（空） → 1.00"));
        confirmed(run, Map.of());

        assertThat(onRecord()).containsExactly("00001 1000000 300000", "00002 100 0");
    }

    @Test
    void oneFaultyRowKeepsAllOutAndEachFaultNamesItsCell() {
        ManagedArea other = ManagedArea.named("别账苑", world, register, transaction, "1 栋");
        UnitId theirs = units.register(other.id(), AUnit.at("1 栋", "101").told(), other.ofOffice());
        entities.flush();

        List<String> told = faults(new AnOpeningSheet()
                .row(number(first), "1 栋 102", "1.005", "-1")
                .row(number(theirs), "", "", "1")
                .row("DH-99999-99999", "", "", "1")
                .row("", "1 栋 102", "", "1")
                .row(number(second), "", "0", "")
                .row(number(second).toLowerCase(), "", "", "1"));

        assertThat(told)
                .containsExactly(
                        "B2 房屋：户号 " + number(first) + " 是 1 栋 101，请核对是不是填错了行",
                        "C2 首期原值（元）：最多 2 位小数",
                        "D2 余额（元）：不能是负数",
                        "A3 户号：这个户号不是本小区的",
                        "A4 户号：没有这个户号",
                        "A5 户号：请填写户号",
                        "C6 首期原值（元）：应大于 0",
                        "D6 余额（元）：请填写余额，没有余额的填 0；不登记的户删去整行",
                        "A7 户号：与第 6 行是同一户");
        assertThat(onRecord()).isEmpty();
    }

    @Test
    void farMoreThanTheFirstAmountAndWhoIsLeftOutAreAskedWithOneTick() {
        UnitId third = flat("103");
        UUID run = read(
                new AnOpeningSheet().row(number(first), "", "100", "150.01").row(number(second), "", "", "1"));

        assertThat(imports.get(run).doubtfulRows()).isEqualTo(2);
        assertThat(page(run).select("tbody tr").eachText())
                .anyMatch(row -> row.contains("余额 150.01 元超过首期原值 100.00 元的 1.5 倍"))
                .anyMatch(row -> row.contains("1 户应缴房屋没有登记期初余额：1 栋 103"));
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), Map.of()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        confirmed(run, Map.of("checked", "true"));

        assertThat(onRecord()).containsExactly("00001 10000 15001", "00002 - 100");
        assertThat(third).isNotNull();
    }

    @Test
    void whatSomebodyChangedSinceThePreviewIsLookedAtAgain() {
        UUID run = read(both());
        an.entered(managed, first, null, "1.00", managed.ofCompany());
        entities.flush();
        assertThat(pages.post(path + "/" + run + "/confirm", managed.ofOffice(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        assertThat(page(run, "?kind=CHANGED").text()).contains("1.00 → 2,999.99");
        assertThat(onRecord()).containsExactly("00001 - 100");
        confirmed(run, Map.of());
        assertThat(onRecord()).containsExactly("00001 1000000 299999", "00002 - 500001");
    }

    @Test
    void aWorkerThatDiesLeavesNothingBehindAndAnotherOneBeginsAnew() {
        UUID run = read(both());
        imports.confirm(run);
        imports.beginApplying(run);
        jobs.die(ImportRuns.TASK);
        assertThat(onRecord()).isEmpty();

        jobs.findDead();
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void whatIsCheckedMeanwhileTakesNoFile() {
        UUID waiting = read(both());
        an.entered(managed, first, null, "8,000.00");
        an.checked(managed, managed.ofCompany());
        entities.flush();
        imports.confirm(waiting);
        jobs.run();

        assertThat(imports.get(waiting).state()).isEqualTo(ImportState.REFUSED);
        assertThat(imports.get(waiting).refusal()).startsWith("这份期初余额已复核");
        assertThat(pages.get(path, managed.ofOffice())).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(AnOpeningSheet.upload(both().content(), mvc, managed.id(), managed.ofOffice()))
                .hasRedirectedUrl("/units/areas/" + managed.id() + "/opening");
        assertThat(onRecord()).containsExactly("00001 - 800000");
    }

    @Test
    void theTemplateHasTheUnitsOfTheAreaAndComesBackAsItIs() throws IOException {
        units.register(managed.id(), AUnit.at("2 栋", "201").exempt().told(), managed.ofOffice());
        an.entered(managed, first, "10,000.00", "2,999.99");
        an.entered(managed, second, null, "0");
        entities.flush();

        byte[] file =
                pages.get(path + "/template", managed.ofOffice()).getResponse().getContentAsByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList()))
                    .containsExactly(
                            List.of("户号", "房屋", "首期原值（元）", "余额（元）"),
                            List.of(number(first), "1 栋 101", "10000.00", "2999.99"),
                            List.of(number(second), "1 栋 102", "", "0.00"));
        }
        assertThat(imports.get(read(file, managed.ofCompany())).sameRows()).isEqualTo(2);
    }

    @Test
    void thePagesSayHowItIsDoneAndOthersFindNothing() {
        UUID run = read(both());
        ManagedArea other = ManagedArea.named("外账苑", world, register, transaction, "1 栋");

        Document page = pages.open(path, managed.ofOffice());
        assertThat(page.select("h1").text()).isEqualTo("导账苑：从表格导入期初余额");
        assertThat(page.text()).contains("不超过 30 MB、20000 行", "最近的导入", "期初.xlsx");
        assertThat(page.select("a:contains(模板)").attr("href")).isEqualTo(path + "/template");
        assertThat(page.select("a.page-help").attr("href")).isEqualTo("/help/opening");
        var nothing = mvc.post()
                .uri(path)
                .multipart()
                .with(SignedIn.as(managed.ofOffice()))
                .with(csrf())
                .exchange();
        assertThat(nothing).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(nothing).select(".error-summary li").eachText()).containsExactly("请选择 Excel 文件");
        for (String below : List.of("", "/template", "/" + run, "/" + run + "/faults")) {
            assertThat(pages.get(path + below, other.ofOffice())).as(below).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String below : List.of("/confirm", "/discard", "/retry")) {
            assertThat(pages.post(path + "/" + run + below, other.ofCompany(), Map.of()))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        String theirs = "/units/areas/" + other.id() + "/opening/import/" + run;
        assertThat(pages.get(theirs, other.ofOffice())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(path + "/" + run + "/discard", managed.ofCompany(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(imports.rows(run)).isZero();
    }

    @Test
    void aSheetOfAnotherTemplateIsRefusedByItsMissingColumns() {
        byte[] content = RawWorkbook.of(
                        RawWorkbook.texts(1, "楼栋", "房号", "建筑面积"), RawWorkbook.texts(2, "1 栋", "101", "89.58"))
                .bytes();

        ImportView run = imports.get(read(content, managed.ofOffice()));

        assertThat(run.state()).isEqualTo(ImportState.REFUSED);
        assertThat(run.refusal()).contains("户号", "余额（元）");
    }
}
