package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.test.RawWorkbook.number;
import static org.maintenancefund.test.RawWorkbook.styled;
import static org.maintenancefund.test.RawWorkbook.texts;
import static org.maintenancefund.test.RawWorkbook.typed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.test.RawWorkbook;

/** Cells are what Excel shows, not what stands in the file. */
class SheetCellTest {

    private final SheetsRead sheets = new SheetsRead();

    private SheetCell cell(String markup) {
        return sheets.cell(RawWorkbook.of(SheetsRead.HEAD, texts(2, markup, "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "4.40305001E11, 440305001000",
        "102007.0, 102007",
        "1.2E7, 12000000",
        "143.99999999999997, 144",
        "1.1000000000000001, 1.1",
        "1.0, 1",
        "0.30000000000000004, 0.3",
        "86420.499999999985, 86420.5",
        "1E-7, 0.0000001",
        "-3, -3",
        "999999999999999, 999999999999999",
        "0, 0",
        "007, 7"
    })
    void aNumberIsReadInThePlainDigitsThatExcelKeeps(String written, String shown) {
        assertThat(cell(number(written)).asText().value()).isEqualTo(shown);
        assertThat(cell(number(written)).asFigure().value()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "6200210010012340, 6.20021001001234E+15",
        "6.2002100100123406E+18, 6.20021001001234E+18",
        "1000000000000000, 1E+15",
        "-1E300, -1E+300"
    })
    void aNumberOfSixteenDigitsIsNoTextBecauseItsLastDigitsAreLost(String written, String shown) {
        SheetCell cell = cell(number(written));

        assertThat(code(cell.asText())).isEqualTo("web.sheet.cell.long-number");
        assertThat(cell.text())
                .as("nobody takes it for the number that was typed")
                .isEqualTo(shown);
        assertThat(cell.asFigure().isOk()).isTrue();
        assertThat(code(cell(typed("str", shown)).asText()))
                .as("nor where it was copied as text")
                .isEqualTo("web.sheet.cell.long-number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "000000 | 7001 | 007001",
                "0\"栋\" | 3 | 3栋",
                "\"A\"0 | 12 | A12",
                "0000-0000 | 12345678 | 1234-5678",
                "00\\-00 | 105 | 01-05",
                "0_ | 8 | 8",
                "#,##0 | 1234 | 1234",
                "0.00 | 1.1 | 1.10",
                "0 | 1.25 | 1.25",
                "G/通用格式\"号\" | 5 | 5",
                "[红色]0\"号楼\";-0 | 6 | 6号楼",
                "[$-804]0 | 9 | 9",
                "0% | 0.5 | 0.5",
                "# ?/? | 0.5 | 0.5",
                "0.00E+00 | 440305 | 440305",
                "@ | 12 | 12",
                "\"d\"0 | 4 | d4"
            })
    void aFormatShowsWhatItMakesOfANumber(String format, String written, String shown) {
        SheetCell cell = sheets.cell(RawWorkbook.of(SheetsRead.HEAD, texts(2, styled(2, written), "1"))
                .format(format));

        assertThat(cell.asText().value()).isEqualTo(shown);
        assertThat(cell.asFigure().value()).as("a figure is the number itself").isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"m\"月\"d\"日\"", "yyyy-mm-dd", "[$-804]yyyy\"年\"m\"月\"", "d-mmm", "h:mm", "[h]:mm:ss", "aaaa yy"})
    void aDateIsNeitherANameNorAFigure(String format) {
        SheetCell cell = sheets.cell(RawWorkbook.of(SheetsRead.HEAD, texts(2, styled(2, "46023"), "1"))
                .format(format));

        assertThat(cell.text()).isEqualTo("2026/1/1");
        assertThat(code(cell.asText())).isEqualTo("web.sheet.cell.date-for-text");
        assertThat(code(cell.asFigure())).isEqualTo("web.sheet.cell.date-for-figure");
    }

    @Test
    void datesAreToldAsTheFileCountsThem() {
        assertThat(cell(styled(1, "39965.5")).text()).isEqualTo("2009/6/1");
        assertThat(cell(styled(1, "1")).text()).isEqualTo("1900/1/1");
        assertThat(cell(typed("d", "2009-06-01T00:00:00Z")).kind()).isEqualTo(SheetCell.Kind.DATE);
        RawWorkbook other =
                RawWorkbook.of(SheetsRead.HEAD, texts(2, styled(1, "0"), "1")).countedFrom1904();
        assertThat(sheets.cell(other).text()).isEqualTo("1904/1/1");
        assertThat(cell(styled(1, "-5")).asText().value()).as("no day").isEqualTo("-5");
    }

    @ParameterizedTest
    @CsvSource({
        "e, #N/A, error",
        "e, #REF!, error",
        "e, #DIV/0!, error",
        "str, #NAME?, error",
        "b, 0, logical",
        "b, 1, logical",
        "str, FALSE, logical",
        "n, NaN, unreadable",
        "n, Infinity, unreadable",
        "n, 1e999, unreadable",
        "n, 0x10, unreadable",
        "n, 1e9999999999, unreadable",
        "n, '1,5', unreadable",
        "s, 3.26, damaged",
        "s, -1, damaged",
        "s, 2, damaged",
        "s, 99999999999, damaged",
        "zz, a, unreadable"
    })
    void whatIsNoContentIsAFaultOfItsCell(String type, String value, String why) {
        SheetCell cell = sheets.cell(RawWorkbook.of(SheetsRead.HEAD, texts(2, typed(type, value), "1"))
                .strings("一", "二"));

        assertThat(code(cell.asText())).isEqualTo("web.sheet.cell." + why);
        assertThat(code(cell.asFigure())).isEqualTo("web.sheet.cell." + why);
    }

    @Test
    void aFormulaCountsByItsResult() {
        assertThat(code(cell("<c r=\"{r}\"><f>SUM(K2:M2)</f></c>").asFigure())).isEqualTo("web.sheet.cell.formula");
        assertThat(code(cell("<c r=\"{r}\"><f>SUM(K2:M2)</f><v></v></c>").asText()))
                .isEqualTo("web.sheet.cell.formula");
        assertThat(cell("<c r=\"{r}\"><f t=\"shared\" si=\"7\"/><v>864</v></c>")
                        .asFigure()
                        .value())
                .as("without the cell that tells the formula")
                .isEqualTo("864");
        assertThat(cell("<c r=\"{r}\" t=\"str\"><f>A1&amp;\"栋\"</f><v>3栋</v></c>")
                        .asText()
                        .value())
                .isEqualTo("3栋");
        assertThat(cell("<c r=\"{r}\" t=\"str\"><f>\"\"</f><v></v></c>").isEmpty())
                .isTrue();
    }

    @Test
    void textIsReadWithoutItsFontsPronunciationsAndEscapes() {
        assertThat(cell("<c r=\"{r}\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>望湖</t></r><r><t>里</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>wang</t></rPh></is></c>")
                        .text())
                .isEqualTo("望湖里");
        assertThat(cell("<c r=\"{r}\" t=\"inlineStr\"><is><t>一_x000D_\n二_x005F_x0000_</t></is></c>")
                        .text())
                .isEqualTo("一\r\n二_x0000_");
        assertThat(cell("<c r=\"{r}\" t=\"inlineStr\"><is><t><![CDATA[甲<乙]]>&#x20BB7;&amp;</t></is></c>")
                        .text())
                .isEqualTo("甲<乙𠮷&");
        RawWorkbook shared = RawWorkbook.of(SheetsRead.HEAD, texts(2, typed("s", "1"), typed("s", "0")))
                .strings("", "望湖庭");
        assertThat(sheets.read(shared).get(0).texts()).containsExactly("望湖庭", "");
    }

    private static String code(Checked<?> checked) {
        return checked.isOk() ? "ok " + checked.value() : checked.reason().code();
    }
}
