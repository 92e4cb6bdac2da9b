package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.web.sheet.SheetCell.Kind;

/** Tables as text, as other programs write them. */
class CsvFileTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final SheetsRead sheets = new SheetsRead();

    private List<List<String>> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<List<String>> read(byte[] content) {
        return sheets.read(content).stream().map(SheetRow::texts).toList();
    }

    private String refusal(String text) {
        return sheets.refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 䶮 and 𠮷 are in GB18030 and not in GBK. */
    @Test
    void howItIsEncodedItsContentSays() {
        String text = "名称,数\r\n望湖苑䶮𠮷,1\r\n";

        for (byte[] content : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(GB18030),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))) {
            assertThat(read(content)).containsExactly(List.of("望湖苑䶮𠮷", "1"));
        }
        assertThat(sheets.sheet).isEmpty();
    }

    /** Behind what one looks at first. */
    @Test
    void itIsWhatAllOfItIs() {
        String text = "name,名称,数\n"
                + IntStream.range(0, 90)
                        .mapToObj(i -> "a".repeat(200) + "," + i + ",1\n")
                        .collect(Collectors.joining())
                + "b,望湖苑,2\n";
        assertThat(read(text.getBytes(GB18030))).last().isEqualTo(List.of("b", "望湖苑", "2"));
        assertThat(read(text)).last().isEqualTo(List.of("b", "望湖苑", "2"));
    }

    @Test
    void whatIsNeitherIsRefused() {
        byte[] content = "名称,数\r\n望湖苑,1\r\n".getBytes(GB18030);
        content[content.length - 3] = (byte) 0xFF;

        assertThat(sheets.refusal(content)).startsWith("web.sheet.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void whatPartsTheCellsIsFound(String mark) {
        assertThat(read("导出人：林致远，2026年\n" + String.join(mark, "名称", "数", "备注") + "\n"
                        + String.join(mark, "\"望湖苑\"", "\"1,234.50\"", "\"a;b\"")))
                .containsExactly(List.of("望湖苑", "1,234.50", "a;b"));
    }

    /** As one of the large payment services writes them. */
    @Test
    void tabsAroundEachNumberPartNothing() {
        assertThat(read("名称,数,备注\n\t一\t,\t1\t,\t无\t\n\t二\t,\t2\t,\t无\t\n"))
                .containsExactly(List.of("一", "1", "无"), List.of("二", "2", "无"));
    }

    @Test
    void quotesKeepMarksLineBreaksAndQuotes() {
        assertThat(read("名称,数,备注\n\"望,湖\",1,\"第一行\n第二行\"\n清风里,2,\"他说\"\"好\"\"\"\n五寸\"管,3,\"半\"开\n"))
                .containsExactly(
                        List.of("望,湖", "1", "第一行\n第二行"), List.of("清风里", "2", "他说\"好\""), List.of("五寸\"管", "3", "半开"));
    }

    @Test
    void rowsAreCountedAsExcelCountsThem() {
        read("\n一览表\n名称,数,备注\n\n望湖苑,1,\"两\n行\"\n,,\n清风里,2\r\n");

        assertThat(sheets.rows).extracting(SheetRow::number).containsExactly(5, 7);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`=\"00120\"`, 00120",
                "`'00120`, 00120",
                "`\t6222020200112233445\t`, 6222020200112233445",
                "`'s`, `'s`"
            })
    void whatKeepsDigitsForExcelIsNoPartOfThem(String written, String meant) {
        assertThat(read("名称,数\n" + written + ",1\n")).containsExactly(List.of(meant, "1"));
    }

    @Test
    void whatExcelHasMadeOfALongNumberIsRecognisedAsText() {
        read("名称,数\n2.02612E+19,1\n#N/A,1\n");

        assertThat(sheets.rows).extracting(row -> row.cell(0).kind()).containsExactly(Kind.LONG_NUMBER, Kind.ERROR);
        assertThat(sheets.rows.get(0).cell(0).asText().reason().code()).isEqualTo("web.sheet.cell.long-number");
    }

    @Test
    void aQuoteThatNobodyClosesIsToldWithItsRow() {
        assertThat(refusal("名称,数\n望湖苑,1\n\"清风里,2\n翠屏,3\n")).isEqualTo("web.sheet.quote[3]");
    }

    @Test
    void boundsHoldForTextToo() {
        assertThat(refusal("名称,数\n一,1,,,,\n二,2,,,,远\n")).isEqualTo("web.sheet.too-many-columns[5, F3]");
        assertThat(refusal("名称,数\n" + "长".repeat(32_768) + ",1\n")).startsWith("web.sheet.cell-too-long-at[A2");
        assertThat(refusal("名称,数\n" + "一,1\n".repeat(101))).isEqualTo("web.sheet.too-many-rows[100]");
        assertThat(refusal("名称,数\n")).startsWith("web.sheet.no-rows");
        assertThat(refusal("{\"名称\": 1}")).startsWith("web.sheet.headings-missing");
    }

    @Test
    void examplesAreLeftOut() {
        assertThat(read("名称,数\n【示例】一,1\n二,2\n")).containsExactly(List.of("二", "2"));
        assertThat(sheets.examples).isEqualTo(1);
    }
}
