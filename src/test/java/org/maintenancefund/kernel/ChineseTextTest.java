package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.Extent;

class ChineseTextTest {

    @Test
    void everyKindOfWhiteSpaceIsTrimmed() {
        assertThat(ChineseText.trim("\u3000\u00a0 \t和谐花园\u2003\u3000\r\n")).isEqualTo("和谐花园");
        assertThat(ChineseText.trim("\u3000\u3000")).isEmpty();
        assertThat(ChineseText.trim(null)).isEmpty();
    }

    @Test
    void textIsOtherwiseKeptAsItWasTyped() {
        assertThat(ChineseText.required(" 和谐花园（二期） Ａ区 ", 50)).isEqualTo(Checked.ok("和谐花园（二期） Ａ区"));
    }

    @Test
    void emptyTextIsRefusedOnlyWhereItIsRequired() {
        assertThat(ChineseText.required("\u3000", 10).reason()).isEqualTo(Reason.of("kernel.text.required"));
        assertThat(ChineseText.optional("\u3000", 10)).isEqualTo(Checked.ok(""));
    }

    @Test
    void tooLongTextIsToldHowManyCharactersTooMany() {
        assertThat(ChineseText.required("一二三四五六七", 5).reason()).isEqualTo(Reason.of("kernel.text.too-long", 5, 2));
        assertThat(ChineseText.required("字".repeat(10_000), 200).reason())
                .isEqualTo(Reason.of("kernel.text.too-long", 200, 9800));
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsKeptAndCountsAsOne() {
        assertThat(ChineseText.required("𠮷𠮷𠮷", 3)).isEqualTo(Checked.ok("𠮷𠮷𠮷"));
        assertThat(ChineseText.length("𠮷野家")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0007", "\u2028", "\u2800", "\ud800", "\uffff", "\ufdd0", "\u0600", "\ufff9",
            })
    void aCharacterNobodyCanSeeIsRefusedWithItsPosition(String invisible) {
        assertThat(ChineseText.required("和" + invisible + "谐", 50).reason())
                .isEqualTo(Reason.of("kernel.text.invisible", 2));
        assertThat(ChineseText.paragraphs("𠮷和" + invisible + "谐", 50).reason())
                .isEqualTo(Reason.of("kernel.text.invisible", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u200d",
                "\u200e",
                "\u202a",
                "\u202d",
                "\u202c",
                "\u2060",
                "\u2066",
                "\u2068",
                "\u2069",
                "\u061c",
                "\u00ad",
                "\ufeff",
                "\u034f",
                "\u180e",
                "\u3164",
                "\uffa0",
                "\udb40\udc41"
            })
    void whatStandsForNothingIsTakenOutWhereverItStands(String nothing) {
        assertThat(ChineseText.clean(nothing + " 和" + nothing + "谐 " + nothing + " "))
                .isEqualTo("和谐");
        assertThat(ChineseText.code(nothing + "Ｙ ｗ－20" + nothing + "26" + nothing))
                .isEqualTo("Yw-2026");
    }

    @Test
    void aVariationSelectorStaysWhereItChoosesTheShapeOfACharacter() {
        assertThat(ChineseText.clean("葛\udb40\udd00城")).isEqualTo("葛\udb40\udd00城");
        assertThat(ChineseText.clean("1\ufe0f3\ufe0f8\ufe0e")).isEqualTo("138");
        assertThat(ChineseText.clean("\ufe00葛\ufe00\ufe00\ufe0f")).isEqualTo("葛\ufe00");
    }

    @Test
    void whateverIsTakenAsARequiredTextHasAKey() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += Extent.of(11, 1)) {
            Checked<String> read = ChineseText.required(Character.toString(c).repeat(6), 10);
            if (read.isOk()) {
                assertThat(ChineseText.fold(read.value())).as("U+%04X", c).isNotEmpty();
                assertThat(ChineseText.optional(read.value(), 10))
                        .as("U+%04X read again", c)
                        .isEqualTo(read);
            }
        }
    }

    @Test
    void aTextOfNothingIsMissing() {
        assertThat(ChineseText.required("\ufe0f".repeat(6), 10).reason()).isEqualTo(Reason.of("kernel.text.required"));
        assertThat(ChineseText.required("\u200b\u3164 \udb40\udd00", 10).reason())
                .isEqualTo(Reason.of("kernel.text.required"));
        assertThat(ChineseText.optional("\u2066\u2069", 10)).isEqualTo(Checked.ok(""));
        assertThat(ChineseText.isBlank("\u202d\u202c")).isTrue();
    }

    @Test
    void whatStandsForNothingDoesNotCount() {
        assertThat(ChineseText.required("\u200b".repeat(500) + "和谐", 2)).isEqualTo(Checked.ok("和谐"));
    }

    @Test
    void aTextWhoseKeyWouldBeFarLongerIsRefused() {
        assertThat(ChineseText.required("㈱".repeat(100), 100).isOk()).isTrue();
        assertThat(ChineseText.required("㍿".repeat(100), 100).reason()).isEqualTo(Reason.of("kernel.text.compressed"));
        assertThat(ChineseText.optional("\ufdfa".repeat(40), 60).reason())
                .isEqualTo(Reason.of("kernel.text.compressed"));
        assertThat(ChineseText.required("总建筑面积 12 ㎡、30 ㎢", 60).isOk()).isTrue();
    }

    @Test
    void everyDashOfACodeIsAHyphen() {
        assertThat(ChineseText.code("ＹＷ20260101—0001")).isEqualTo("YW20260101-0001");
        assertThat(ChineseText.code("a–b−c－dーe‐f﹣g")).isEqualTo("a-b-c-d-e-f-g");
    }

    @Test
    void rareCharactersOfRegistriesAreNoInvisibleOnes() {
        assertThat(ChineseText.required("葛\udb40\udd00 \ue000 \ud884\udf50", 20).isOk())
                .isTrue();
    }

    @Test
    void lineBreaksAreForParagraphsOnly() {
        assertThat(ChineseText.paragraphs("一\r\n二\r三\t四", 50)).isEqualTo(Checked.ok("一\n二\n三\t四"));
        assertThat(ChineseText.required("一\n二", 50).reason()).isEqualTo(Reason.of("kernel.text.one-line", 2));
    }

    @Test
    void searchKeysDoNotKnowWidthCaseOrSpaces() {
        assertThat(ChineseText.fold(" ＤＨ－００２３６　和谐 花园（Ａ区）")).isEqualTo("dh-00236和谐花园(a区)");
        assertThat(ChineseText.fold("葛\udb40\udd00")).isEqualTo("葛");
        assertThat(ChineseText.fold("𠮷")).isEqualTo("𠮷");
        assertThat(ChineseText.fold(null)).isEmpty();
    }

    @Test
    void foldingTwiceChangesNothing() {
        String once = ChineseText.fold("İstanbul ㈱ ﬃ Ⅳ ㎡ ℡ ẞ");
        assertThat(ChineseText.fold(once)).isEqualTo(once);
    }
}
