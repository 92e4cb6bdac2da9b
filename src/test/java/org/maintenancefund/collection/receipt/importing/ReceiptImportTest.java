package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;

/** 收款导入: from the file by way of the preview to receipts, all of them or none, however often it is sent. */
@IntegrationTest
@Transactional
class ReceiptImportTest extends FilesOfReceipts {

    private UnitId first;
    private UnitId second;

    @BeforeEach
    void anAreaWithTwoFlatsAndTwoMonthsBilled() {
        collected("导收苑");
        first = area.flat("101");
        second = area.unit(AUnit.at("2 栋", "102").inEntrance("2").paidBy(AUnit.owner("赵一鸣")));
        area.bill(area.first());
        area.bill(area.thisMonth());
        jobs.run();
    }

    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
    }

    private AReceiptSheet both() {
        return sheet().row("LS0001", "户号", number(first), "金额", "44.80")
                .row(
                        "LS0002", "楼栋", "2", "单元", "2单元", "房号", "102", "方式", "微信", "缴款人", "孙租客", "缴款人类型", "租户", "备注",
                        "代付");
    }

    private void confirm(UUID run, Map<String, String> form) {
        assertThat(pages.post(path + "/" + run + "/confirm", area.clerk(), form))
                .hasStatus(HttpStatus.SEE_OTHER);
        jobs.run();
    }

    private UUID recorded(AReceiptSheet sheet) {
        UUID run = read(sheet);
        confirm(run, Map.of("checked", "true"));
        assertThat(imports.get(run).state()).as(imports.get(run).refusal()).isEqualTo(ImportState.DONE);
        return run;
    }

    private List<String> onRecord() {
        return jdbc.sql(
                        "SELECT external_number || ' ' || amount || ' ' || allocated || ' ' || way || ' ' || payer_kind || ' '"
                                + " || payer_name || ' ' || note FROM receipt WHERE area_id = :area ORDER BY number")
                .param("area", area.id().value())
                .query(String.class)
                .list();
    }

    // ---- from the file to the receipts

    @Test
    void thePaymentsOfASheetAreLookedAtFirstAndThenRecordedInItsOrder() {
        UUID run = read(both());

        assertThat(page(run).text()).contains("等待确认", "新增 2 笔", "已有 0 笔", "错误 0 行", "确认导入 2 笔");
        assertThat(page(run, "?kind=NEW").select("tbody tr").last().text())
                .contains("2 2单元 102", "LS0002", "第 3 行", "方式 微信", "缴款人 孙租客", "缴款人类型 租户");
        assertThat(onRecord()).as("nothing before it is confirmed").isEmpty();
        confirm(run, Map.of());

        assertThat(page(run).text()).contains("已完成", "已登记 2 笔");
        assertThat(onRecord())
                .containsExactly("LS0001 4480 4480 SCAN OWNER 王建国 ", "LS0002 2240 2240 SCAN TENANT 孙租客 代付");
        assertThat(area.open(first)).isEmpty();
        assertThat(area.open(second)).containsExactly(area.thisMonth() + " 22.40");
        assertThat(imports.rows(run)).as("names that are kept").isZero();
    }

    @Test
    void theTrailTellsOfEachReceiptWhoRecordedItAndWhatItPaid() {
        recorded(both());

        assertThat(jdbc.sql("SELECT operator_name || ' ' || object_name || ' ' || changes::text FROM audit_entry"
                                + " WHERE action = 'RECEIPT_RECORDED' AND object_name LIKE :unit")
                        .param("unit", "%" + number(first) + "%")
                        .query(String.class)
                        .single())
                .contains("郑负责", "1 栋 101", "LS0001", "44.80", area.first() + " 22.40", area.thisMonth() + " 22.40");
    }

    @Test
    void textIsReadInEitherEncodingAndUnderOtherHeadings() {
        String today = area.today().toString().replace("-", "/");
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            byte[] content = AReceiptSheet.text(
                    charset,
                    "缴费流水导出,,,,,,",
                    "交易流水号,房间号,支付时间,实收金额（元）,支付方式,缴费人,账期",
                    charset.name() + "-1,1-101," + today + " 09:15:02,22.40,支付宝,王建国," + area.thisMonth(),
                    "=\"" + charset.name() + "-2\",2栋2单元102," + today + ",\"1,000.00\",现金,,");
            UUID run = AReceiptSheet.uploaded(content, "收费系统.csv", mvc, area, area.clerk());
            jobs.run();

            assertThat(imports.get(run).faultyRows()).as(page(run).text()).isZero();
            assertThat(page(run).text()).contains("新增 1 笔", "需要核对 1 笔").doesNotContain("工作表");
            imports.discard(run);
        }
    }

    @Test
    void aFileOfTextIsRecordedAsAnyOther() {
        byte[] content = both().csv(Charset.forName("GB18030"));
        UUID run = AReceiptSheet.uploaded(content, "收费系统.csv", mvc, area, area.clerk());
        jobs.run();
        confirm(run, Map.of());

        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void monthsThatAreNamedArePaidFirstWhateverTheOrderOfTheRows() {
        recorded(sheet().row("LS1", "户号", number(first), "金额", "30")
                .row(
                        "LS2",
                        "户号",
                        number(first),
                        "金额",
                        "10",
                        "交纳月份",
                        area.thisMonth().toString()));

        assertThat(area.open(first)).containsExactly(area.thisMonth() + " 4.80");
        assertThat(onRecord()).extracting(row -> row.split(" ")[2]).containsExactly("3000", "1000");
    }

    @Test
    void whatIsPaidTooMuchIsLeftForTheNextRun() {
        recorded(sheet().row("LS1", "户号", number(first), "金额", "50"));

        assertThat(area.open(first)).isEmpty();
        assertThat(area.prepaid(first)).hasToString("5.20");
    }

    // ---- the same once more, and something else

    @Test
    void theSameFileAgainChangesNothing() {
        recorded(both());

        UUID again = read(both());

        assertThat(page(again).text()).contains("已有 2 笔，内容相同", "没有需要登记的，都已登记").doesNotContain("确认导入");
        assertThat(page(again).select("tbody a").attr("href")).startsWith("/collection/receipts/SK");
        confirm(again, Map.of("checked", "true"));
        assertThat(imports.get(again).state()).isEqualTo(ImportState.READ);
        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void anotherContentUnderTheSameNumberIsAConflictThatNamesTheReceiptAndKeepsAllOut() {
        recorded(both());
        String number = jdbc.sql("SELECT number FROM receipt WHERE external_number = 'LS0001' AND area_id = :area")
                .param("area", area.id().value())
                .query(String.class)
                .single();

        UUID run = read(sheet().row("LS0001", "户号", number(second), "金额", "44.8", "方式", "现金", "缴款人", "赵一鸣", "备注", "补")
                .row("LS0003", "户号", number(first)));

        assertThat(page(run, "?kind=FAULTY").text())
                .contains("B2 户号：外部流水号 LS0001 已登记为 " + number + "，登记的是“" + number(first)
                        + "”。同一笔款项只登记一次，请核对流水号；登记错了的，请先冲正")
                .contains("H2 方式：外部流水号 LS0001 已登记为 " + number + "，登记的是“扫码”")
                .contains("I2 缴款人：外部流水号 LS0001 已登记为 " + number + "，登记的是“王建国”")
                .contains("L2 备注：外部流水号 LS0001 已登记为 " + number + "，没有登记这一项")
                .contains("有错误，一笔也不导入")
                .doesNotContain("G2 金额", "确认导入", "等待确认");
        assertThat(page(run).select("h2 .tag-bad").text()).isEqualTo("有错误");
        confirm(run, Map.of("checked", "true"));
        assertThat(onRecord()).as("not the new one either").hasSize(2);
    }

    @Test
    void whatWasReversedIsAskedAboutBeforeItIsRecordedOnceMore() {
        recorded(both());
        ReceiptNumber number = ReceiptNumber.of(
                jdbc.sql("SELECT number FROM receipt WHERE external_number = 'LS0001' AND area_id = :area")
                        .param("area", area.id().value())
                        .query(String.class)
                        .single());
        area.reverse(number);

        UUID run = read(both());

        assertThat(page(run).text())
                .contains("已有 1 笔", "需要核对 1 笔", "A2 外部流水号：外部流水号 LS0001 登记过 " + number + "，已冲正。请核对是不是要重新登记这一笔");
        confirm(run, Map.of("checked", "true"));
        assertThat(area.open(first)).isEmpty();
    }

    // ---- what happened since the preview

    @Test
    void whatOthersRecordedSinceWithTheSameContentIsThereAlready() {
        UUID run = read(both());
        recorded(sheet().row("LS0001", "户号", number(first), "金额", "44.80"));

        confirm(run, Map.of());

        assertThat(page(run).text()).contains("已登记 1 笔", "其余 1 笔在预览以后已由别人登记，内容相同");
        assertThat(onRecord()).hasSize(2);
    }

    @Test
    void whatHasToBeAskedSinceIsAskedBeforeAnythingIsRecorded() {
        UUID run = read(both());
        ReceiptNumber other = area.receive(area.payment(second, "22.40"));

        confirm(run, Map.of());

        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        assertThat(page(run).text()).contains("需要核对 1 笔", "已登记过一笔 22.40 元（" + other + "），请核对是不是同一笔");
        assertThat(onRecord()).as("of the file nothing").doesNotContainSequence("LS0001");
        confirm(run, Map.of("checked", "true"));
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area")
                        .param("area", area.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoseMandateEndsMeanwhileRecordsNothing() {
        UUID confirmed = read(both());
        UUID uploaded = both().uploadedWith(mvc, area.clerk());
        imports.confirm(confirmed);
        area.endMandate(area.today().minusDays(1));
        jobs.run();

        for (UUID run : List.of(confirmed, uploaded)) {
            assertThat(imports.get(run).state()).isEqualTo(ImportState.REFUSED);
            assertThat(imports.get(run).refusal()).isEqualTo("贵单位现在不收取这个小区的维修资金，没有导入");
        }
        assertThat(onRecord()).isEmpty();
    }
}
