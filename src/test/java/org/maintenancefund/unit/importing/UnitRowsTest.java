package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What can't be read of a spreadsheet of units is refused with the cell and a sentence, and nothing is registered. */
@IntegrationTest
@Transactional
class UnitRowsTest {

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

    @BeforeEach
    void anAreaThatAnOfficeManages() {
        managed = ManagedArea.named("逐行苑", world, register, transaction, "1 栋", "2 栋");
        jobs.run();
    }

    private String page(byte[] content) {
        UUID run = AUnitSheet.uploaded(content, mvc, managed.id(), managed.ofOffice());
        jobs.run();
        assertThat(imports.get(run).isConfirmable()).isFalse();
        return pages.open("/units/areas/" + managed.id() + "/import/" + run, managed.ofOffice())
                .text();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "楼栋 | 9 栋 | A2 楼栋：本小区没有“9 栋”这栋楼。已登记的楼栋有：1 栋、2 栋",
                "楼栋 | '' | A2 楼栋：请选择楼栋",
                "单元 | 甲乙丙丁戊己庚辛壬癸子 | B2 单元：单元最多 10 个字",
                "层 | 顶 | C2 层：层应为 -9 至 200 的整数",
                "房号 | '' | D2 房号：请填写房号",
                "房号 | 1月1日 | D2 房号：“1月1日”是一个日期，多半是 Excel 把 1-1 这样的房号改成了日期",
                "房号 | <c r=\"{r}\" s=\"1\"><v>46023</v></c> | D2 房号：Excel 变成了日期（2026/1/1），请把该列设为文本格式后重新填写",
                "房号 | 2栋101 | D2 房号：房号“2栋101”写的不是1 栋",
                "建筑面积 | '' | E2 建筑面积（㎡）：请填写建筑面积",
                "建筑面积 | 0 | E2 建筑面积（㎡）：应大于 0",
                "建筑面积 | 89.583 | E2 建筑面积（㎡）：最多 2 位小数",
                "建筑面积 | 八十九 | E2 建筑面积（㎡）：请只填写数字",
                "建筑面积 | <c r=\"{r}\"><f>D2*2</f></c> | E2 建筑面积（㎡）：公式还没有计算结果",
                "建筑面积 | <c r=\"{r}\" s=\"1\"><v>46023</v></c> | E2 建筑面积（㎡）：Excel 变成了日期",
                "来源 | 房产证 | F2 来源：应为登记簿、实测、合同之一",
                "用途 | 别墅 | G2 用途：应为住宅、商业、办公、车位、其他之一",
                "电梯 | '' | H2 电梯：请填“是”或“否”",
                "应缴 | 也许 | I2 应缴：请填“是”或“否”",
                "已售 | <c r=\"{r}\" t=\"b\"><v>1</v></c> | J2 已售：单元格是逻辑值 TRUE",
                "交付日期 | 去年底 | K2 交付日期：日期填写有误",
                "交付日期 | 2099-01-01 | K2 交付日期：交付日期 2099-01-01 还没有到",
                "起收月份 | 2026-13 | L2 起收月份：月份填写有误",
                "起收月份 | 2026-06-15 | L2 起收月份：只能从某个月的 1 日起",
                "缴款义务人类别 | 租户 | M2 缴款义务人类别：应为业主、建设单位、公有住房售房单位之一",
                "缴款义务人 | '' | N2 缴款义务人：请填写缴款义务人",
                "手机号码 | 139 | O2 手机号码：手机号码应为 11 位数字",
                "依据 | <c r=\"{r}\" t=\"e\"><v>#REF!</v></c> | P2 依据：单元格是错误值 #REF!"
            })
    void aCellThatCanNotBeReadIsNamedWithWhatIsWrong(String column, String cell, String told) {
        String page =
                page(new AUnitSheet().flat("101", column, cell).flat("102").content());

        assertThat(page).contains("错误 1 行", told, "有错误，一户也不导入").doesNotContain("确认导入");
    }

    @Test
    void allThatIsWrongWithARowIsToldAtOnce() {
        assertThat(page(new AUnitSheet()
                        .flat("", "楼栋", "", "建筑面积", "x", "用途", "y", "手机号码", "1")
                        .content()))
                .contains("错误 1 行", "A2 楼栋：", "D2 房号：", "E2 建筑面积（㎡）：", "G2 用途：", "O2 手机号码：");
    }

    @Test
    void theSameFlatTwiceInTheFileIsRefusedHoweverItIsWritten() {
        assertThat(page(new AUnitSheet()
                        .flat("101", "单元", "2")
                        .flat("102")
                        .flat("2-101室", "楼栋", "１栋", "单元", "二单元")
                        .content()))
                .contains("错误 1 行", "D4 房号：与第 2 行是同一户");
    }

    @Test
    void aSheetOfAnotherTemplateIsRefusedWithTheColumnsThatAreMissing() {
        assertThat(page(RawWorkbook.of(
                                RawWorkbook.texts(1, "楼栋名称", "地上层数", "户数"), RawWorkbook.texts(2, "1 栋", "18", "72"))
                        .bytes()))
                .contains("不能导入", "缺少这些列：房号、建筑面积（㎡）、来源、用途、电梯", "这些列名无法识别：地上层数、户数");
    }

    @Test
    void whatIsNoTableOfUnitsIsRefusedInWords() {
        assertThat(page("楼栋,房号".getBytes(StandardCharsets.UTF_8))).contains("不能导入", "缺少这些列");
        assertThat(page("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).contains("这是 PDF 文件");
        assertThat(page(new AUnitSheet().content())).contains("表格里没有数据");
        assertThat(page(new AUnitSheet().flat("101", "楼栋", "【示例】1 栋").content()))
                .contains("表格里只有示例行");
    }

    @Test
    void moreRowsThanOneTransactionTakesAreRefused() throws IOException {
        List<SheetColumn<Integer>> columns = List.of(
                new SheetColumn<>("楼栋", i -> "1 栋"),
                new SheetColumn<>("房号", i -> i),
                new SheetColumn<>("建筑面积", i -> 80),
                new SheetColumn<>("来源", i -> "实测"),
                new SheetColumn<>("用途", i -> "住宅"),
                new SheetColumn<>("电梯", i -> "是"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter.write(
                out, "房屋", columns, IntStream.rangeClosed(1, 20_001).boxed().iterator());

        UUID run = AUnitSheet.uploaded(out.toByteArray(), mvc, managed.id(), managed.ofOffice());
        jobs.run();

        assertThat(imports.get(run).state()).isEqualTo(ImportState.REFUSED);
        assertThat(imports.get(run).refusal()).contains("超过 20000 行，请分成几个文件");
        assertThat(imports.rows(run)).isZero();
    }
}
