package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                "\u0000",
                "\u0007",
                "\u200b",
                "\u200d",
                "\u202e",
                "\u2028",
                "\ufeff",
                "\u00ad",
                "\u3164",
                "\u2800",
                "\ud800",
                "\uffff",
                "\ufdd0",
                "\u2066",
                "\udb40\udc41"
            })
    void aCharacterNobodyCanSeeIsRefusedWithItsPosition(String invisible) {
        assertThat(ChineseText.required("和" + invisible + "谐", 50).reason())
                .isEqualTo(Reason.of("kernel.text.invisible", 2));
        assertThat(ChineseText.paragraphs("𠮷和" + invisible + "谐", 50).reason())
                .isEqualTo(Reason.of("kernel.text.invisible", 3));
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
