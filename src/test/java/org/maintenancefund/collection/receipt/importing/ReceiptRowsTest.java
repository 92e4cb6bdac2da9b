package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.RawWorkbook;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.transaction.annotation.Transactional;

/** What is wrong with a row of a file of receipts, or is asked about it, each in its sentence at its cell. */
@IntegrationTest
@Transactional
class ReceiptRowsTest extends FilesOfReceipts {

    private UnitId flat;
    private String number;

    @BeforeEach
    void anAreaWithAFlatAndTwoMonthsBilled() {
        collected("错收苑");
        flat = area.flat("101");
        area.unit(AUnit.at("1 栋", "102").paidBy(AUnit.owner("赵一鸣")));
        area.bill(area.first());
        area.bill(area.thisMonth());
        number = number(flat);
        jobs.run();
    }

    private UUID read(byte[] content) {
        UUID run = AReceiptSheet.uploaded(content, "收款.xlsx", mvc, area, area.clerk());
        jobs.run();
        return run;
    }

    private List<String> faults(AReceiptSheet sheet) {
        UUID run = read(sheet);
        assertThat(imports.get(run).state()).as(imports.get(run).refusal()).isEqualTo(ImportState.READ);
        assertThat(imports.get(run).isConfirmable()).isFalse();
        return cells(page(run, "?kind=FAULTY"));
    }

    private List<String> doubts(AReceiptSheet sheet) {
        UUID run = read(sheet);
        assertThat(imports.get(run).faultyRows())
                .as(page(run, "?kind=FAULTY").text())
                .isZero();
        return imports.get(run).doubtfulRows() == 0 ? List.of() : cells(page(run, "?kind=DOUBTFUL"));
    }

    /** Those with an address; what else a row tells stands below them. */
    private static List<String> cells(Document page) {
        return page.select("tbody tr td:last-child div div").eachText().stream()
                .filter(text -> text.matches("[A-Z][0-9]+ .*"))
                .toList();
    }

    private String refusal(byte[] content) {
        UUID run = read(content);
        assertThat(imports.get(run).state()).isEqualTo(ImportState.REFUSED);
        return imports.get(run).refusal();
    }

    // ---- what can't be

    /** A column, what stands in it, and with what its sentence begins. */
    private static final String[][] WRONG = {
        {"金额", "0", "G 金额（元）："},
        {"金额", "-22.40", "G 金额（元）："},
        {"金额", "22.405", "G 金额（元）："},
        {"金额", "", "G 金额（元）："},
        {"方式", "支票", "H 方式："},
        {"方式", "", "H 方式：请填写方式"},
        {"缴款人类型", "朋友", "J 缴款人类型："},
        {"交纳月份", "去年", "K 交纳月份：月份应写成 2026-11；几个月写 2026-10、2026-11 或 2026-10至2026-12"},
        {"交纳月份", "2019-01", "K 交纳月份：2019-01 没有待缴的金额。请更正月份；不指定月份的请留空，先缴最早的月份"},
        {"收款日期", "", "F 收款日期："},
        {"收款日期", "2026-02-30", "F 收款日期："},
        {"收款日期", "########", "F 收款日期：Excel 里这一格只显示 ####，没有日期"},
        {"收款日期", "46361", "F 收款日期：“46361”是 Excel 记日期的序号"},
        {"收款日期", "5/12/2026", "F 收款日期：“5/12/2026”分不清月和日。请把年份写在前面"},
        {"收款日期", "12月5日", "F 收款日期：“12月5日”没有年份"},
        {"外部流水号", "", "A 外部流水号：请填写外部流水号，一笔一个；没有流水号的请在柜面逐笔登记"},
        {"外部流水号", "2.02612E+19", "A 外部流水号：请设为文本格式后重新填写"},
        {"户号", "", "B 户号：请填写户号，或者楼栋和房号"},
        {"户号", "DH-99999-00001", "B 户号：没有户号 DH-99999-00001，请核对房屋底册"},
        {"房号", "2-101", "E 房号：户号 "},
    };

    @Test
    void eachCellThatIsWrongIsToldInItsSentence() {
        AReceiptSheet sheet = sheet();
        for (int i = 0; i < WRONG.length; i++) {
            sheet.row("LS" + i, "户号", number, "金额", "1." + (10 + i), WRONG[i][0], WRONG[i][1]);
        }

        List<String> told = faults(sheet);

        assertThat(told).hasSize(WRONG.length);
        for (int i = 0; i < WRONG.length; i++) {
            assertThat(told.get(i)).startsWith(WRONG[i][2].replaceFirst(" ", i + 2 + " "));
        }
    }

    @Test
    void aDayToComeOrOutsideTheMandateIsRefused() {
        String tomorrow = area.today().plusDays(1).toString();
        String before = area.today().minusYears(1).minusDays(1).toString();

        assertThat(faults(sheet().row("LS1", "户号", number, "收款日期", tomorrow).row("LS2", "户号", number, "收款日期", before)))
                .containsExactly(
                        "F2 收款日期：收款日期 " + tomorrow + " 还没有到",
                        "F3 收款日期：收款日期 " + before + " 不在贵单位的收取授权期内（"
                                + area.today().minusYears(1) + " 至 "
                                + area.today().plusMonths(11) + "），不能登记");
    }

    @Test
    void aUnitOfAnotherAreaIsNamedWithTheArea() {
        CollectedArea other = CollectedArea.named("别收苑", world, context);
        String elsewhere = number(other.flat("101"));

        assertThat(faults(sheet().row("LS1", "户号", elsewhere)))
                .containsExactly("B2 户号：户号 " + elsewhere + " 不在错收苑，请到它所在的小区登记");
    }

    @Test
    void aHouseThatIsNotThereOrMoreThanOneIsTold() {
        area.unit(AUnit.at("2 栋", "301").inEntrance("1"));
        area.unit(AUnit.at("2 栋", "301").inEntrance("2"));

        assertThat(faults(sheet().row("LS1", "房号", "1-909")
                        .row("LS2", "房号", "301")
                        .row("LS3", "房号", "2-301")
                        .row("LS4", "楼栋", "9 栋", "房号", "301")
                        .row("LS5", "楼栋", "1", "房号", "2026/1/1")))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("E2 房号：本小区没有查到“1 栋 909”"),
                        two -> assertThat(two).startsWith("E3 房号：本小区没有查到“301”。请核对户号或房号，房号前面写上楼栋"),
                        three -> assertThat(three).isEqualTo("E4 房号：2 栋 301 有 2 户，请填写单元或户号"),
                        four -> assertThat(four).startsWith("E5 房号："),
                        five -> assertThat(five).startsWith("E6 房号："));
    }

    @Test
    void theSameNumberTwiceInOneFileIsRefused() {
        assertThat(faults(sheet().row("LS1", "户号", number).row("ls1", "户号", number, "金额", "10")))
                .containsExactly("A3 外部流水号：与第 2 行的外部流水号相同，一笔款项只能有一个");
    }

    @Test
    void aMonthThatTwoRowsNameIsOpenToTheSecondAsFarAsTheFirstLeavesIt() {
        String month = area.first().toString();

        assertThat(faults(sheet().row("LS1", "户号", number, "交纳月份", month, "金额", "22.40")
                        .row("LS2", "户号", number, "交纳月份", month, "金额", "10")))
                .containsExactly("K3 交纳月份：" + month + " 没有待缴的金额。请更正月份；不指定月份的请留空，先缴最早的月份");
    }

    @Test
    void aSpreadsheetOfAnotherTemplateIsRefusedWithTheColumnsThatAreMissing() {
        byte[] units = RawWorkbook.of(
                        RawWorkbook.texts(1, "楼栋", "单元", "房号", "建筑面积"), RawWorkbook.texts(2, "1 栋", "", "101", "89.58"))
                .bytes();

        assertThat(refusal(units)).isEqualTo("缺少这些列：外部流水号、收款日期、金额（元）、方式。表格里这些列名无法识别：建筑面积。请按模板填写列名");
        assertThat(refusal(AReceiptSheet.text(
                        StandardCharsets.UTF_8, "流水号,收款日期,金额,方式", "LS1," + area.today() + ",22.40,现金")))
                .isEqualTo("缺少“户号”列，也没有“房号”列，无法知道是哪一户。请按模板填写列名");
        assertThat(refusal(AReceiptSheet.text(StandardCharsets.UTF_8, "今天收了三笔")))
                .contains("缺少这些列");
        assertThat(refusal("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).startsWith("这是 PDF 文件");
    }

    @Test
    void theFaultyRowsAreSavedPutRightAndUploadedWithTheOthers() {
        UUID run = read(sheet().row("LS1", "户号", number).row("LS2", "户号", number, "方式", "支票"));

        List<List<String>> faults = Sheets.rows(pages.get(path + "/" + run + "/faults", area.clerk()));

        assertThat(faults).hasSize(2);
        assertThat(faults.get(1)).startsWith("LS2").last().asString().startsWith("方式：");
    }

    // ---- what is asked

    @Test
    void whatIsUnlikelyIsAsked() {
        assertThat(doubts(sheet().row("LS1", "户号", number, "金额", "224.00")
                        .row("LS2", "户号", number, "金额", "2.24")
                        .row("LS3", "户号", number, "金额", "179.16")
                        .row("LS4", "户号", number, "缴款人", "赵一鸣")
                        .row("LS5", "户号", number, "金额", "44.80")))
                .containsExactly(
                        "G2 金额（元）：金额 224.00 元正好是 22.40 元的 10 倍，请核对小数点",
                        "G3 金额（元）：金额 2.24 元正好是 22.40 元的 10 分之一，请核对小数点",
                        "G4 金额（元）：金额 179.16 元正好是建筑面积 89.58 ㎡ × 2.00 元，像是物业费。物业费和维修资金要分开收，请核对",
                        "I5 缴款人：赵一鸣是 1 栋 102 的缴款义务人，不是 1 栋 101 的。请核对是不是邻居的款项");
    }

    @Test
    void theSamePaymentAgainIsAskedWhetherItIsOnRecordOrInTheFile() {
        ReceiptNumber there = area.receive(area.payment(flat, "10"));

        assertThat(doubts(sheet().row("LS1", "户号", number, "金额", "10")
                        .row("LS2", "户号", number)
                        .row("LS3", "房号", "1-101")))
                .containsExactly(
                        "G2 金额（元）：1 栋 101 在 " + area.today() + " 已登记过一笔 10.00 元（" + there + "），请核对是不是同一笔",
                        "G4 金额（元）：与第 3 行同户（1 栋 101）、同日、同金额，请核对是不是同一笔");
    }

    @Test
    void whatIsAskedIsRecordedOnceItIsTickedAndNotBefore() {
        UUID run = read(sheet().row("LS1", "户号", number, "金额", "224.00").row("LS2", "户号", number));

        assertThat(page(run).text()).contains("新增 1 笔", "需要核对 1 笔", "需要核对的 1 笔已逐笔核对，无误", "金额（元）：224.00");
        assertThat(pages.post(path + "/" + run + "/confirm", area.clerk(), Map.of()))
                .hasStatus(400)
                .bodyText()
                .contains("请核对下面列出的各行，无误时勾选");
        imports.confirm(run, DoubtfulRows.APPLY);
        jobs.run();

        assertThat(imports.get(run).appliedRows()).isEqualTo(2);
    }

    // ---- what is read

    @Test
    void aHouseIsNamedAsPeopleNameIt() {
        assertThat(doubts(sheet().row("LS1", "户号", "00001", "金额", "1.10")
                        .row("LS2", "房号", "1-101", "金额", "1.20")
                        .row("LS3", "房号", "1栋101室", "金额", "1.30")
                        .row("LS4", "房号", "１号楼 101", "金额", "1.40")
                        .row("LS5", "户号", number, "房号", "101室", "楼栋", "1", "金额", "1.50")))
                .isEmpty();
    }

    @Test
    void aSpreadsheetMayHaveRealDatesAndFigures() {
        UUID run = read(sheet().row(
                        "LS1",
                        "户号",
                        number,
                        "收款日期",
                        RawWorkbook.styled(1, String.valueOf(area.today().toEpochDay() + 25_569)),
                        "金额",
                        RawWorkbook.number("22.399999999999999"),
                        "交纳月份",
                        area.first() + "至" + area.thisMonth()));

        assertThat(imports.get(run).newRows()).as(page(run).text()).isEqualTo(1);
        assertThat(page(run).text()).contains("金额（元） 22.4");
    }
}
