package org.maintenancefund.area.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.area.application.AreaApplicant.PATH;
import static org.maintenancefund.test.RawWorkbook.number;
import static org.maintenancefund.test.RawWorkbook.styled;
import static org.maintenancefund.test.RawWorkbook.texts;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.World;
import org.maintenancefund.web.Notice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 从表格导入 with what other programs, damage and malice make of a spreadsheet. */
@IntegrationTest
@Transactional
class BuildingUploadTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    private static final String HEAD = texts(1, "楼栋名称", "地上层数", "单元数", "户数", "建筑面积（㎡）");

    private AreaApplicant applicant;
    private String left;

    @BeforeEach
    void anApplicant() {
        applicant = new AreaApplicant(mvc, world.withAccount(world.personOf(world.company("云州观雨物业有限公司")), "zhoumnb"));
        applicant.start();
    }

    @Test
    void namesThatExcelMadeNumbersAreReadAsTheyAreShown() {
        upload(RawWorkbook.of(
                        HEAD,
                        building(2, number("1.0")),
                        building(3, number("1.1000000000000001")),
                        building(4, styled(2, "3")),
                        building(5, styled(3, "7")))
                .format("0\"栋\"")
                .format("00"));

        assertThat(preview()).containsExactly("1", "1.1", "3栋", "07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A | <c r=\"{r}\" s=\"2\"><v>46023</v></c> | Excel 变成了日期（2026/1/1），请把该列设为文本",
                "A | <c r=\"{r}\" t=\"s\"><v>3.26</v></c> | 单元格的内容无法读取",
                "A | <c r=\"{r}\" t=\"s\"><v>-1</v></c> | 单元格的内容无法读取",
                "A | \uFE0F\uFE0F | 只有看不见的字符",
                "A | <c r=\"{r}\"><v>1234567890123456</v></c> | 请设为文本格式",
                "D | <c r=\"{r}\"><f>A1</f></c> | 公式还没有计算结果",
                "D | <c r=\"{r}\" t=\"b\"><v>1</v></c> | 单元格是逻辑值 TRUE",
                "E | <c r=\"{r}\"><v>NaN</v></c> | 单元格的内容“NaN”无法读取",
                "E | <c r=\"{r}\" t=\"e\"><v>#DIV/0!</v></c> | 单元格是错误值 #DIV/0!",
                "A | 合 计 | 合计行不是楼栋",
                "B | <c r=\"{r}\" s=\"2\"><v>46023</v></c> | 请把该列设为常规格式"
            })
    void whatIsNoContentIsAFaultAtItsCell(String column, String cell, String told) {
        String[] cells = {"1 栋", "18", "2", "144", "14680.5"};
        cells[column.charAt(0) - 'A'] = cell;

        MvcTestResult result = applicant.upload(
                RawWorkbook.of(HEAD, texts(2, cells)).format("m\"月\"d\"日\"").bytes());

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result).select("[role=alert] tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("第 2 行 " + column + "2", told);
    }

    @Test
    void aSharedFormulaWithoutItsBeginningCountsByItsResult() {
        upload(RawWorkbook.of(
                HEAD, texts(2, "1 栋", "18", "2", "<c r=\"{r}\"><f t=\"shared\" si=\"7\"/><v>864</v></c>", "14680.5")));

        assertThat(preview()).containsExactly("1 栋");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"abc\"><c r=\"A2\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"2A\"><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"AAAAAAA2\"><v>1</v></c></row>"
            })
    void damageIsToldInWords(String row) {
        assertThat(refusal(RawWorkbook.of(HEAD, row).bytes())).contains("第 2 行附近的行号或单元格编号有误");
    }

    @Test
    void otherFilesAreToldInWords() {
        assertThat(refusal(new RawWorkbook().bytes())).contains("不是可以读取的 Excel 文件");
        assertThat(refusal("楼栋名称,户数".getBytes(Charset.forName("GBK")))).contains("缺少这些列");
        assertThat(refusal(Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 4096)))
                .contains("旧版 Excel 文件（.xls），或者文件加了打开密码");
        assertThat(refusal(
                        RawWorkbook.of(HEAD, building(2, "9".repeat(400_000))).bytes()))
                .contains("超过 32767 个字");
    }

    @Test
    void whatIsWrongWithTheFileStandsAtItsInputAsInOtherForms() {
        Document page = Pages.parse(applicant.upload(new byte[0]));

        assertThat(page.title()).startsWith("错误：");
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#file");
        assertThat(page.select("#file-error").text()).isEqualTo("错误：请选择 Excel 文件");
        assertThat(page.select("#file-error svg, #file-error .icon")).isNotEmpty();
        assertThat(page.select("#file").attr("aria-describedby")).isEqualTo("file-hint file-error");
        assertThat(page.select("#file").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#file").attr("accept")).endsWith(".xlsx,.csv");
    }

    @Test
    void aPageOfFaultsShowsTheBeginningOfLongCells() {
        String[] rows = Stream.concat(
                        Stream.of(HEAD),
                        IntStream.range(2, 402).mapToObj(row -> building(row, "长".repeat(3_000) + row)))
                .toArray(String[]::new);

        MvcTestResult result = applicant.upload(RawWorkbook.of(rows).bytes());

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result)
                        .select("[role=alert] td[data-label=内容]")
                        .get(0)
                        .text())
                .hasSize(40)
                .endsWith("…");
        assertThat(result.getResponse().getContentAsByteArray()).hasSizeLessThan(400_000);
    }

    @Test
    void columnsThatAreNotUsedAreNamedAndExamplesSkipped() {
        upload(RawWorkbook.of(
                texts(1, "望湖苑楼栋一览"),
                texts(2, "楼栋名称", "地上层数（层）", "单元数", "户数", "建筑面积(平方米)", "建成年代", "开户行"),
                texts(3, "【示例】1 栋", "18", "2", "144", "14680.5"),
                texts(4, "1 栋", "18", "2", "144", "14680.5", "2009")));

        assertThat(preview()).containsExactly("1 栋");
        assertThat(left).contains("这些列没有使用：建成年代、开户行", "示例 1 行");
    }

    @Test
    void theTemplateUploadedUnchangedHasNothingToImport() {
        byte[] template = pages.get(PATH + "/buildings/template", applicant.user)
                .getResponse()
                .getContentAsByteArray();

        assertThat(refusal(template)).contains("只有示例行，没有数据");
    }

    private static String building(int row, String name) {
        return texts(row, name, "18", "2", "144", "14680.5");
    }

    private void upload(RawWorkbook workbook) {
        MvcTestResult result = applicant.upload(workbook.bytes());
        assertThat(result.getResponse().getRedirectedUrl())
                .as(() -> Pages.parse(result).select("[role=alert]").text())
                .startsWith(PATH + "/buildings/preview");
        Notice notice = (Notice) result.getMvcResult().getFlashMap().get(Notice.ATTRIBUTE);
        left = notice == null ? "" : notice.title() + " " + notice.text();
    }

    private List<String> preview() {
        return pages.open(applicant.at("/buildings/preview"), applicant.user)
                .select("td.card-title strong")
                .eachText();
    }

    private String refusal(byte[] content) {
        MvcTestResult result = applicant.upload(content);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary").text();
    }
}
