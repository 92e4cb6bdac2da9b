package org.maintenancefund.web.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.sheet.SheetsRead.Column;

class SheetHeaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"数", "数（㎡）", "数(m²)", "数 （平方米）", "数［平米］", "数/㎡", "数㎡", "*数（必填）", "数（平方米）（必填）", "２．数：", "数\n（m2）"
            })
    void aHeadingIsRecognisedHoweverItSaysItsUnit(String heading) {
        SheetHeader<Column> header = header("名称", heading);

        assertThat(header.place(Column.FIGURE)).contains(1);
        assertThat(header.unused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"数（万平方米）", "数（亩）", "数量", "原数", "数（旧）", "数平方公里"})
    void whatMayMeanSomethingElseIsNotTakenForIt(String heading) {
        assertThatThrownBy(() -> header("名称", heading).checked())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().args()).containsExactly("数（㎡）", heading));
    }

    @Test
    void theExactHeadingGoesBeforeANearOneAndTheOthersAreNamed() {
        SheetHeader<Column> header = header("数（平方米）", "数", "名称", "开户行", "", "建成年代");

        assertThat(header.checked().place(Column.FIGURE)).contains(1);
        assertThat(header.unusedNames()).isEqualTo("数（平方米）、开户行、建成年代");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() {
        for (List<String> twice : List.of(List.of("名称", "数", "名称"), List.of("名称", "数（平米）", "数（㎡）（选填）"))) {
            assertThatThrownBy(() -> SheetHeader.of(Column.class, twice).checked())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason().code()).isEqualTo("web.sheet.heading-twice"));
        }
    }

    @Test
    void namesOfManyUnusedColumnsFitIntoASentence() {
        String[] headings = Stream.concat(
                        Stream.of("名称", "数"), IntStream.range(0, 50).mapToObj(i -> "很长的列名".repeat(50) + i))
                .toArray(String[]::new);

        assertThat(header(headings).unusedNames()).hasSizeLessThan(250).endsWith("等 50 列");
    }

    private static SheetHeader<Column> header(String... headings) {
        return SheetHeader.of(Column.class, List.of(headings));
    }
}
