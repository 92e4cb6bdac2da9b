package org.maintenancefund.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.StatementChecks.Checked;
import org.maintenancefund.bank.statement.StatementChecks.KnownLine;
import org.maintenancefund.bank.template.AccountPlace;
import org.maintenancefund.bank.template.SignRule;
import org.maintenancefund.bank.template.StatementField;
import org.maintenancefund.bank.template.StatementLayout;
import org.maintenancefund.bank.template.StatementTemplate;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.sheet.SheetRow;

/** What a statement may look like, and what is said where it can't be taken. The account begins with 100.00 on 2026-11-30. */
class StatementChecksTest {

    private static final String ACCOUNT = "62270000880001";
    private static final String HEAD = "账号,日期,收入,支出,余额,对方,附言";

    private static StatementLayout layout(SignRule sign, AccountPlace place) {
        return new StatementLayout(
                Map.of(
                        StatementField.ACCOUNT, List.of("账号"),
                        StatementField.DAY, List.of("日期"),
                        StatementField.INCOME, List.of("收入"),
                        StatementField.EXPENSE, List.of("支出"),
                        StatementField.AMOUNT, List.of("金额"),
                        StatementField.DIRECTION, List.of("方向"),
                        StatementField.BALANCE, List.of("余额"),
                        StatementField.SERIAL, List.of("流水号"),
                        StatementField.COUNTERPARTY, List.of("对方"),
                        StatementField.TEXT, List.of("附言")),
                sign,
                place,
                List.of("账号"),
                List.of("uuuu-M-d"),
                List.of("贷", "收"),
                List.of("借", "付"));
    }

    private static StatementTemplate template(SignRule sign, AccountPlace place) {
        return new StatementTemplate(new UUID(0, 1), "测试银行", 1, layout(sign, place), null);
    }

    private static List<SheetRow> rows(String... lines) {
        List<SheetRow> rows = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            rows.add(SheetRow.ofTexts(i + 1, Arrays.asList(lines[i].split(",", -1))));
        }
        return rows;
    }

    private static StatementChecks.Account account(KnownLine last) {
        return new StatementChecks.Account(ACCOUNT, LocalDate.of(2026, 11, 30), new Money(100_00), last);
    }

    private static Checked check(StatementTemplate template, String... lines) {
        return StatementChecks.check(StatementParser.parse(rows(lines), template), "", account(null), List.of());
    }

    private static Checked twoColumns(String... lines) {
        return check(template(SignRule.TWO_COLUMNS, AccountPlace.COLUMN), lines);
    }

    private static String line(String day, String in, String out, String balance) {
        return String.join(",", ACCOUNT, day, in, out, balance, "物业公司", "缴存");
    }

    private static List<String> said(Checked checked) {
        return checked.faults().stream().map(Messages::of).toList();
    }

    private static List<String> amounts(Checked checked) {
        assertThat(said(checked)).isEmpty();
        return checked.lines().stream().map(line -> line.amount().toString()).toList();
    }

    /** The same checks against lines that were kept of an earlier file. */
    private static Checked again(Checked before, String... lines) {
        List<KnownLine> kept = new ArrayList<>();
        before.lines().forEach(line -> kept.add(new KnownLine(kept.size() + 1, line)));
        return StatementChecks.check(
                StatementParser.parse(rows(lines), template(SignRule.TWO_COLUMNS, AccountPlace.COLUMN)),
                "",
                account(kept.get(kept.size() - 1)),
                kept);
    }

    private static final String FIRST = line("2026-12-01", "10.00", "", "110.00");
    private static final String SECOND = line("2026-12-02", "", "3.00", "107.00");
    private static final String THIRD = line("2026-12-03", "1.00", "", "108.00");

    @Test
    void linesComeInEitherOrderAndAreKeptTheOldestFirst() {
        assertThat(amounts(twoColumns(HEAD, FIRST, SECOND, THIRD))).containsExactly("10.00", "-3.00", "1.00");
        Checked newestFirst = twoColumns(HEAD, THIRD, SECOND, FIRST);
        assertThat(amounts(newestFirst)).containsExactly("10.00", "-3.00", "1.00");
        assertThat(newestFirst.newestFirst()).isTrue();
    }

    @Test
    void theHeadingsAreFoundByTheirNamesWhateverStandsAbove() {
        assertThat(amounts(twoColumns("江城银行对账单", "打印日期 2026-12-05,共 1 页", "", HEAD, FIRST)))
                .containsExactly("10.00");
        assertThatThrownBy(() -> twoColumns("账号,日期,收入,支出", FIRST))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason()))
                                .isEqualTo("没有找到模板“测试银行”的表头，缺少：余额。请核对选择的模板，或为这种文件新建一个"));
    }

    @Test
    void theSignIsSaidBySignsByWordsOrByColumns() {
        assertThat(amounts(check(
                        template(SignRule.SIGNED, AccountPlace.COLUMN),
                        "账号,日期,金额,余额",
                        ACCOUNT + ",2026-12-01,10.00,110.00",
                        ACCOUNT + ",2026-12-02,-3.00,107.00")))
                .containsExactly("10.00", "-3.00");
        assertThat(amounts(check(
                        template(SignRule.DIRECTION, AccountPlace.COLUMN),
                        "账号,日期,方向,金额,余额",
                        ACCOUNT + ",2026-12-01,贷,10.00,110.00",
                        ACCOUNT + ",2026-12-02,借,3.00,107.00",
                        ACCOUNT + ",2026-12-02,付,1.00,106.00")))
                .containsExactly("10.00", "-3.00", "-1.00");
        assertThat(said(check(
                        template(SignRule.DIRECTION, AccountPlace.COLUMN),
                        "账号,日期,方向,金额,余额",
                        ACCOUNT + ",2026-12-01,转,10.00,110.00")))
                .containsExactly("第 2 行：“转”分不清收支，应是 贷、收、借、付 中的一个");
        assertThat(said(twoColumns(HEAD, line("2026-12-01", "10.00", "3.00", "107.00"))))
                .containsExactly("第 2 行：收入 10.00 和支出 3.00 都有金额，分不清方向");
    }

    @Test
    void aTotalHasToBeThatOfTheLines() {
        assertThat(amounts(twoColumns(HEAD, FIRST, SECOND, "合计,2 笔,10.00,3.00,,,")))
                .hasSize(2);
        assertThat(said(twoColumns("收入笔数：2,收入金额：10.00,支出笔数：1,支出金额：4.00", HEAD, FIRST, SECOND, "合计,,11.00,3.00,,,")))
                .containsExactly(
                        "第 1 行：收入笔数写的是 2，文件里有 1 笔", "第 1 行：支出合计写的是 4.00，各笔之和是 3.00", "第 5 行：收入合计写的是 11.00，各笔之和是 10.00");
    }

    @Test
    void aBalanceThatDoesNotFollowNamesItsLine() {
        assertThat(said(twoColumns(HEAD, FIRST, line("2026-12-02", "", "3.00", "106.00"), THIRD)))
                .containsExactly("第 3 行：上一笔（第 2 行）余额 110.00，本笔 -3.00，余额应为 107.00，文件里是 106.00。文件可能缺行或被改动，请从网银重新下载");
    }

    @Test
    void missingDaysAreNamedWithTheirAmount() {
        assertThat(said(twoColumns(HEAD, line("2026-12-04", "1.00", "", "108.00"))))
                .containsExactly("缺少流水：第 2 行之前的余额是 107.00，上次导入到 2026-11-30，余额 100.00。"
                        + "请把 2026-12-01 至 2026-12-03 的流水一起下载后导入，其间收支净额 7.00 元");
        assertThat(said(again(twoColumns(HEAD, FIRST), HEAD, line("2026-12-02", "1.00", "", "108.00"))))
                .containsExactly("缺少流水：第 2 行之前的余额是 107.00，上次导入到 2026-12-01，余额 110.00，相差 -3.00 元。请从 2026-12-01 起重新下载");
        assertThat(said(twoColumns(HEAD, line("2026-11-30", "1.00", "", "101.00"))))
                .containsExactly("第 2 行：日期 2026-11-30 不在专户期初日 2026-11-30 之后。期初以前的流水已包括在期初余额里，请从期初日的次日起下载");
    }

    @Test
    void anOverlapHasToSayTheSameAndOnlyWhatIsNewIsOffered() {
        Checked before = twoColumns(HEAD, FIRST, SECOND);

        Checked overlapping = again(before, HEAD, SECOND, THIRD);
        assertThat(said(overlapping)).isEmpty();
        assertThat(overlapping.known()).isEqualTo(1);
        assertThat(overlapping.fresh()).extracting(StatementLine::row).containsExactly(3);

        assertThat(said(again(before, HEAD, SECOND.replace("缴存", "改过"), THIRD)))
                .containsExactly(
                        "第 2 行：2026-12-02　-3.00 元、余额 107.00 与已导入的不同。已导入的是 2026-12-02　-3.00 元、余额 107.00，请与银行核对");
        assertThat(said(again(before, HEAD, FIRST, line("2026-12-02", "", "4.00", "106.00"))))
                .containsExactly(
                        "第 3 行：2026-12-02　-4.00 元、余额 106.00 与已导入的不同。已导入的是 2026-12-02　-3.00 元、余额 107.00，请与银行核对");
        assertThat(said(again(before, HEAD, line("2026-12-01", "9.00", "", "109.00"))))
                .containsExactly("第 2 行：2026-12-01　9.00 元早于已导入的最后一笔（2026-12-02），而已导入的流水里没有这一笔。请与银行核对");
        assertThat(again(before, HEAD, FIRST, SECOND).fresh()).isEmpty();
    }

    @Test
    void trueTwinsAreTwoLinesAndStayTwoWhenTheyComeAgain() {
        String in = line("2026-12-01", "5.00", "", "105.00");
        String out = line("2026-12-01", "", "5.00", "100.00");
        Checked before = twoColumns(HEAD, in, out, in);
        assertThat(amounts(before)).containsExactly("5.00", "-5.00", "5.00");
        assertThat(before.lines()).extracting(StatementLine::twin).containsExactly(0, 0, 1);

        Checked again = again(before, HEAD, in, out, in, line("2026-12-02", "1.00", "", "106.00"));
        assertThat(said(again)).isEmpty();
        assertThat(again.known()).isEqualTo(3);
    }

    @Test
    void theFileHasToBeOfTheAccount() {
        assertThat(said(twoColumns(HEAD, FIRST.replace(ACCOUNT, "62270000880002"))))
                .containsExactly("文件是账号 62270000880002 的流水，不是所选专户 62270000880001 的，没有导入。请选择对应的专户");
        assertThat(said(twoColumns(HEAD, FIRST, SECOND.replace(ACCOUNT, "62270000880002"))))
                .containsExactly("文件里有几个账号的流水：62270000880001、62270000880002。请分别下载，一个账号一个文件");
        assertThat(said(twoColumns(HEAD, FIRST.replace(ACCOUNT, "6.2270000880001E+13"))))
                .containsExactly("第 2 行：号码“6.2270000880001E+13”已被 Excel 改成科学计数，后几位认不出来了。请从网银重新下载，不要用 Excel 打开后保存");
    }

    @Test
    void theAccountStandsAboveOrIsTyped() {
        StatementTemplate above = template(SignRule.TWO_COLUMNS, AccountPlace.ABOVE);
        assertThat(amounts(check(above, "账号：6227 0000 8800 01,户名：维修资金", HEAD, FIRST)))
                .hasSize(1);
        assertThat(amounts(check(above, "账号,62270000880001", HEAD, FIRST))).hasSize(1);
        assertThat(said(check(above, "日期,收入,支出,余额", FIRST.substring(ACCOUNT.length() + 1))))
                .containsExactly("没有在文件里找到账号。模板“测试银行”写明账号应在文件里，请核对模板，或从网银重新下载完整的文件");

        StatementTemplate nowhere = template(SignRule.TWO_COLUMNS, AccountPlace.NOWHERE);
        assertThat(said(check(nowhere, HEAD, FIRST))).containsExactly("这种文件里没有账号，请填写文件所属的账号，以免导错专户");
        Statement read = StatementParser.parse(rows(HEAD, FIRST), nowhere);
        assertThat(said(StatementChecks.check(read, "62270000880002", account(null), List.of())))
                .containsExactly("填写的账号 62270000880002 与所选专户的账号 62270000880001 不同，没有导入");
        assertThat(amounts(StatementChecks.check(read, ACCOUNT, account(null), List.of())))
                .hasSize(1);
    }

    @Test
    void everyRowThatIsNoLineIsNamed() {
        Checked checked = twoColumns(
                HEAD,
                line("2026-12-01", "十元", "", "110.00"),
                line("去年", "1.00", "", "111.00"),
                line("2026-12-02", "", "", "111.00"));
        assertThat(said(checked))
                .containsExactly("第 2 行：收入（贷方）“十元”不是金额", "第 3 行：日期“去年”不是模板写明的样子。被 Excel 改动过的文件，请从网银重新下载", "第 4 行：没有金额");
        Statement read = StatementParser.parse(
                rows(HEAD, FIRST, "本页小计,,10.00,,,,", "以上数据仅供参考,,,,,,", HEAD, SECOND),
                template(SignRule.TWO_COLUMNS, AccountPlace.COLUMN));
        assertThat(read.lines()).hasSize(2);
        assertThat(read.unused()).containsExactly(3, 4);
    }

    @Test
    void aSerialThatComesTwiceIsToldWithBothLines() {
        String head = "账号,日期,金额,余额,流水号";
        assertThat(said(check(
                        template(SignRule.SIGNED, AccountPlace.COLUMN),
                        head,
                        ACCOUNT + ",2026-12-01,10.00,110.00,A1",
                        ACCOUNT + ",2026-12-02,-3.00,107.00,A1")))
                .containsExactly("第 3 行与第 2 行的流水号相同（A1）。如果这家银行的流水号会重复，请在模板里不使用这一列");
    }
}
