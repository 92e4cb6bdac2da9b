package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 从表格导入收款 as its pages show it, and to whom. */
@IntegrationTest
@Transactional
class ReceiptImportPagesTest extends FilesOfReceipts {

    private String list;

    @BeforeEach
    void anAreaThatIsCollected() {
        collected("看收苑");
        area.flat("101");
        area.bill(area.first());
        list = "/collection/receipts/areas/" + area.id();
        jobs.run();
    }

    @Override
    AReceiptSheet sheet() {
        return super.sheet().row("LS1", "房号", "1-101");
    }

    private List<String> everyPage(UUID run) {
        return List.of(path, path + "/template", path + "/" + run, path + "/" + run + "/faults");
    }

    private List<String> everyStep(UUID run) {
        return Stream.of("confirm", "retry", "discard")
                .map(step -> path + "/" + run + "/" + step)
                .toList();
    }

    @Test
    void itIsReachedFromTheReceiptsOfTheAreaAndSaysHowItIsDone() {
        sheet().uploadedWith(mvc, area.managed().ofCompany());

        assertThat(pages.open(list, area.clerk()).select("a:contains(从表格导入)").attr("href"))
                .isEqualTo(path);
        Document page = pages.open(path, area.clerk());
        assertThat(page.select("h1").text()).isEqualTo("看收苑：从表格导入收款");
        assertThat(page.select(".breadcrumb-bar li").eachText()).endsWith("看收苑", "从表格导入收款");
        assertThat(page.text()).contains(".xlsx 或 .csv", "5000 行", "同一个表格再导入一次不会重复登记", "最近的导入", "收款.xlsx", "等待读取");
        assertThat(page.select("input[type=file]").attr("accept")).contains(".xlsx", ".csv");
        assertThat(page.select("a:contains(模板)").attr("href")).isEqualTo(path + "/template");
        assertThat(page.select("a.page-help").attr("href")).isEqualTo("/help/receipt-import");
    }

    @Test
    void withoutAFileThePageComesAgainAndSaysSo() {
        MvcTestResult sent = pages.post(path, area.clerk(), Map.of());

        assertThat(sent).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(sent).select(".error-summary li").eachText()).containsExactly("请选择 Excel 文件");
    }

    @Test
    void theTemplateExplainsEachColumnAndIsReadAsItIs() throws IOException {
        byte[] file = pages.get(path + "/template", area.clerk()).getResponse().getContentAsByteArray();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> sheets =
                    workbook.getSheets().map(ReceiptImportPagesTest::texts).toList();
            assertThat(sheets.get(0)).contains("外部流水号", "户号", "收款日期", "金额（元）", "交纳月份", "【示例】LS20261205000012");
            assertThat(sheets.get(1)).contains("必填", "选填").anyMatch(text -> text.contains("物业费不要写进来"));
            assertThat(sheets.get(2)).contains("1 栋", "扫码", "租户");
        }
        UUID run = AReceiptSheet.uploaded(file, "模板.xlsx", mvc, area, area.clerk());
        jobs.run();
        assertThat(imports.get(run).refusal()).contains("只有示例行");
    }

    private static List<String> texts(Sheet sheet) {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anImportThatIsNotConfirmedCanBeGivenUpByAnybodyWhoCollectsThere() {
        UUID run = sheet().uploadedWith(mvc, area.clerk());
        jobs.run();

        assertThat(pages.post(path + "/" + run + "/discard", area.managed().ofCompany(), Map.of()))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(pages.open(path + "/" + run, area.clerk()).text())
                .contains("已放弃")
                .doesNotContain("确认导入");
        assertThat(imports.rows(run)).isZero();
    }

    // ---- who may

    @Test
    void othersThanThoseWhoCollectThereFindNothing() {
        UUID run = sheet().uploadedWith(mvc, area.clerk());
        CollectedArea other = CollectedArea.named("另收苑", world, context);

        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany())) {
            for (String page : everyPage(run)) {
                assertThat(pages.get(page, stranger)).as(page).hasStatus(HttpStatus.NOT_FOUND);
            }
            for (String step : everyStep(run)) {
                assertThat(pages.post(step, stranger, Map.of())).as(step).hasStatus(HttpStatus.NOT_FOUND);
            }
            assertThat(AReceiptSheet.upload(sheet().xlsx(), "收款.xlsx", mvc, area, stranger))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        String theirs = "/collection/receipts/areas/" + other.id() + "/import/" + run;
        assertThat(pages.get(theirs, other.clerk())).as("under their own area").hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(theirs + "/confirm", other.clerk(), Map.of())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(imports.get(run).state().isBeingRead()).isTrue();
    }

    @Test
    void staffCommitteeAndAuditorAreRefused() {
        UUID run = sheet().uploadedWith(mvc, area.clerk());

        for (CurrentUser reader : List.of(
                world.clerk(),
                world.municipal(),
                world.personOf(area.managed().committee()),
                SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null))) {
            for (String page : everyPage(run)) {
                assertThat(pages.get(page, reader)).as(page).hasStatus(HttpStatus.FORBIDDEN);
            }
            for (String step : everyStep(run)) {
                assertThat(pages.post(step, reader, Map.of())).as(step).hasStatus(HttpStatus.FORBIDDEN);
            }
            if (reader.is(Role.DISTRICT_STAFF)) {
                assertThat(pages.open(list, reader).select("a[href$=/import]")).isEmpty();
            }
        }
    }

    @Test
    void whoseMandateHasEndedReadsTheReceiptsAndImportsNone() {
        UUID run = sheet().uploadedWith(mvc, area.clerk());
        jobs.run();
        area.endMandate(area.today().minusDays(1));

        for (CurrentUser former : List.of(area.clerk(), area.managed().ofCompany())) {
            assertThat(pages.open(list, former).select("a[href$=/import]")).isEmpty();
            for (String page : everyPage(run)) {
                assertThat(pages.get(page, former)).as(page).hasStatus(HttpStatus.NOT_FOUND);
            }
            for (String step : everyStep(run)) {
                assertThat(pages.post(step, former, Map.of())).as(step).hasStatus(HttpStatus.NOT_FOUND);
            }
        }
    }

    // ---- how often they ask

    @Test
    void aPreviewAsksAHandfulOfTimesWhateverItsRows() {
        UUID few = sheet().uploadedWith(mvc, area.clerk());
        AReceiptSheet many = new AReceiptSheet(area);
        for (int i = 0; i < 40; i++) {
            many.row("LS2" + i, "房号", "1-101", "金额", "1." + (10 + i));
        }
        UUID more = many.uploadedWith(mvc, area.clerk());
        jobs.run();

        int ofFew = asked(few);
        assertThat(asked(more)).isEqualTo(ofFew).isLessThanOrEqualTo(17);
    }

    private int asked(UUID run) {
        pages.open(path + "/" + run, area.clerk());
        return Statements.of(() -> pages.open(path + "/" + run, area.clerk())).size();
    }
}
