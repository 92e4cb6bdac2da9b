package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.test.RawWorkbook.number;
import static org.maintenancefund.test.RawWorkbook.styled;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What stands in a cell of an area is read as Excel shows it, or is a fault of its row; the other rows are imported. */
@IntegrationTest
class ImportedCellsTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private static final List<String> TITLES = List.of(
            "编号",
            "名称",
            "曾用名",
            "区",
            "街道",
            "社区",
            "地址",
            "宗地号",
            "物业类型",
            "总建筑面积（㎡）",
            "幢数",
            "户数",
            "建成年份",
            "开户银行",
            "户名",
            "账号");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PropertyAreas areas;

    @Autowired
    ImportRuns imports;

    @Autowired
    Jobs jobs;

    @Test
    void figuresAndNumbersAreStoredAsExcelShowsThem() {
        importAll(
                area("数苑一", "宗地号", number("4.40305001E11"), "户数", number("143.99999999999997")),
                area("数苑二", "宗地号", number("102007.0"), "总建筑面积（㎡）", number("1.2E7"), "建成年份", number("2009.0")),
                area("数苑三", "宗地号", styled(2, "7001"), "幢数", "<c r=\"{r}\"><f t=\"shared\" si=\"7\"/><v>12</v></c>"),
                area("数苑四", "开户银行", "示范银行", "户名", "业主大会", "账号", "6200-2100 1001－2345"));

        assertThat(named("数苑一").parcelNumbers()).containsExactly("440305001000");
        assertThat(named("数苑一").households()).isEqualTo(144);
        assertThat(named("数苑二").parcelNumbers()).containsExactly("102007");
        assertThat(named("数苑二").floorAreas().total()).isEqualByComparingTo("12000000");
        assertThat(named("数苑二").yearBuilt()).isEqualTo(2009);
        assertThat(named("数苑三").parcelNumbers()).containsExactly("007001");
        assertThat(named("数苑三").buildings()).isEqualTo(12);
        assertThat(named("数苑四").fundAccount().accountNumber()).isEqualTo("6200210010012345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "账号 | <c r=\"{r}\"><v>6200210010012340</v></c> | 账号：请设为文本格式",
                "账号 | <c r=\"{r}\"><v>6.2002100100123406E+18</v></c> | 账号：请设为文本格式",
                "账号 | 6.20021E+15 | 账号：请设为文本格式",
                "宗地号 | <c r=\"{r}\"><v>440305001000123456</v></c> | 宗地号：请设为文本格式",
                "名称 | <c r=\"{r}\" t=\"e\"><v>#N/A</v></c> | 名称：单元格是错误值 #N/A",
                "名称 | <c r=\"{r}\" s=\"1\"><v>46023</v></c> | 名称：Excel 变成了日期（2026/1/1），请把该列设为文本",
                "地址 | <c r=\"{r}\" t=\"e\"><v>#REF!</v></c> | 地址：单元格是错误值 #REF!",
                "社区 | <c r=\"{r}\" t=\"b\"><v>0</v></c> | 社区：单元格是逻辑值 FALSE",
                "街道 | <c r=\"{r}\" t=\"s\"><v>9</v></c> | 街道：单元格的内容无法读取",
                "户数 | <c r=\"{r}\"><v>NaN</v></c> | 户数：单元格的内容“NaN”无法读取",
                "户数 | <c r=\"{r}\"><v>143.5</v></c> | 户数：应为 0 到 999999 的整数",
                "总建筑面积（㎡） | <c r=\"{r}\"><f>SUM(K2:M2)</f></c> | 总建筑面积（㎡）：公式还没有计算结果",
                "建成年份 | <c r=\"{r}\" s=\"1\"><v>39965</v></c> | 建成年份：Excel 变成了日期（2009/6/1）",
                "建成年份 | <c r=\"{r}\" t=\"d\"><v>2009-06-01T00:00:00Z</v></c> | 建成年份：Excel 变成了日期（2009-06-01）",
                "建成年份 | 2009年 | 建成年份：只填四位数字的年份",
                "建成年份 | 2009-06 | 建成年份：只填四位数字的年份",
                "建成年份 | 1990年代 | 建成年份：只填四位数字的年份",
                "曾用名 | 旧 | 曾用名：“旧”不是完整的名称",
                "曾用名 | 老厂宿舍、旧 | 曾用名：“旧”不是完整的名称",
                "曾用名 | 望湖路5、7、9号 | 曾用名：“7”不是完整的名称",
                "曾用名 | 望湖路5，17；19号 | 曾用名：“17”不是完整的名称",
                "曾用名 | 望湖花园一期、二期 | 曾用名：“二期”不是完整的名称",
                "曾用名 | \uFE0F\uFE0F | 曾用名：只有看不见的字符",
                "名称 | \uFE0F\uFE0F | 名称：只有看不见的字符"
            })
    void whatCanNotBeStoredIsAFaultOfItsRowAndTheOthersAreImported(String column, String cell, String told) {
        UUID run =
                upload(sheet(area("错苑", "开户银行", "示范银行", "户名", "业主大会", "账号", "62002100100", column, cell), area("对苑")));

        assertThat(imports.get(run).faultyRows()).isEqualTo(1);
        assertThat(pages.open("/areas/import/" + run, world.municipal()).text()).contains(told);
        imports.confirm(run);
        jobs.run();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(named("对苑").name()).isEqualTo("对苑");
    }

    @Test
    void moreFormerNamesThanAreKeptAreAFaultAlsoTogetherWithThoseOnRecord() {
        AnArea known = AnArea.named("多名苑");
        for (int i = 0; i < 60; i++) {
            known = known.formerly("旧名" + i);
        }
        world.enter(known);
        String more = IntStream.range(60, 101).mapToObj(i -> "旧名" + i).collect(Collectors.joining("；"));
        String all = IntStream.range(0, 101).mapToObj(i -> "旧名" + i).collect(Collectors.joining("、"));
        String wide = IntStream.range(0, 100)
                .mapToObj(i -> "\uFDFA".repeat(57) + (i + 100))
                .collect(Collectors.joining("\n"));

        UUID run = upload(sheet(
                area("多名苑", "曾用名", more),
                area("更多苑", "曾用名", all),
                area("长名苑", "曾用名", wide),
                area("超长苑", "曾用名", "名".repeat(30_000)),
                area("百名苑", "曾用名", all.substring(0, all.lastIndexOf('、')))));

        assertThat(imports.get(run).faultyRows()).isEqualTo(4);
        assertThat(pages.open("/areas/import/" + run, world.municipal()).text())
                .contains("曾用名最多 100 个", "符号太多", "最多 7000 个字，现在多了 23000 个")
                .hasSizeLessThan(20_000);
        imports.confirm(run);
        jobs.run();
        assertThat(named("百名苑").aliases()).hasSize(100);
    }

    @Test
    void whatIsReadOfParcelNumbersCanBeStored() {
        String[] parcels =
                IntStream.range(0, 20).mapToObj(i -> "\"".repeat(38) + (i + 10)).toArray(String[]::new);

        importAll(area("地苑", "宗地号", String.join("、", parcels)));

        assertThat(named("地苑").parcelNumbers()).containsExactly(parcels);
    }

    @Test
    void rowsOfDamagedAndUnusualFilesAreReadOrTheFileIsRefusedInWords() {
        UUID numbers = upload(RawWorkbook.of(
                RawWorkbook.texts(1, TITLES.toArray(String[]::new)),
                cells(2, area("行苑一")),
                cells(2, area("行苑二")),
                cells(3, area("行苑三")).replace(" r=\"3\"", "")));
        assertThat(imports.get(numbers).newRows()).isEqualTo(3);

        UUID broken = upload(RawWorkbook.of(
                RawWorkbook.texts(1, TITLES.toArray(String[]::new)), "<row r=\"abc\"><c><v>1</v></c></row>"));
        assertThat(pages.open("/areas/import/" + broken, world.municipal()).text())
                .contains("不能导入", "第 2 行附近");

        UUID csv = upload(String.join(",", TITLES).getBytes(Charset.forName("GBK")));
        assertThat(pages.open("/areas/import/" + csv, world.municipal()).text()).contains("不能导入", "表格里没有数据");
    }

    @Test
    void theHeadingsMayStandBelowATitleAndOnAnotherSheet() {
        UUID run = upload(RawWorkbook.of(RawWorkbook.texts(1, "填写说明"))
                .sheet(
                        "数据",
                        RawWorkbook.texts(1, world.district().name() + "物业区域一览表"),
                        RawWorkbook.texts(
                                3,
                                TITLES.stream()
                                        .map(title ->
                                                title.replace("（㎡）", "（平方米）").replace("开户银行", "开户行"))
                                        .toArray(String[]::new)),
                        cells(4, area("题苑")),
                        cells(5, area("【示例】题苑"))));

        ImportView view = imports.get(run);
        assertThat(view.newRows()).isEqualTo(1);
        assertThat(view.rowsRead()).as("examples are left out").isEqualTo(1);
        assertThat(pages.open("/areas/import/" + run, world.municipal()).text()).contains("这些列没有使用 开户行");
    }

    private AreaView named(String name) {
        return areas.search(AreaSearch.of(name).in(world.district().id())).items().stream()
                .filter(area -> area.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A row that can be entered, with other cells in some columns. */
    private String[] area(String name, String... others) {
        String[] cells = {
            "", name, "", world.district().name(), "甲街道", "社区", "路 1 号", "", "住宅", "10", "1", "9", "", "", "", ""
        };
        for (int i = 0; i < others.length; i += 2) {
            cells[TITLES.indexOf(others[i])] = others[i + 1];
        }
        return cells;
    }

    private static String cells(int row, String[] cells) {
        return RawWorkbook.texts(row, cells);
    }

    private static RawWorkbook sheet(String[]... rows) {
        List<String> all = new ArrayList<>(List.of(RawWorkbook.texts(1, TITLES.toArray(String[]::new))));
        Arrays.stream(rows).forEach(row -> all.add(cells(all.size() + 1, row)));
        return RawWorkbook.of(all.toArray(String[]::new)).format("000000");
    }

    private void importAll(String[]... rows) {
        UUID run = upload(sheet(rows));
        assertThat(imports.get(run).faultyRows()).isZero();
        imports.confirm(run);
        jobs.run();
        assertThat(imports.get(run).appliedRows()).isEqualTo(rows.length);
    }

    private UUID upload(RawWorkbook workbook) {
        return upload(workbook.bytes());
    }

    /** Uploads and reads it. */
    private UUID upload(byte[] content) {
        MvcTestResult result = mvc.post()
                .uri("/areas/import")
                .multipart()
                .file(new MockMultipartFile("file", "表.xlsx", null, content))
                .with(SignedIn.as(world.municipal()))
                .with(csrf())
                .exchange();
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();
        return UUID.fromString(result.getResponse().getRedirectedUrl().replaceAll(".*/", ""));
    }
}
