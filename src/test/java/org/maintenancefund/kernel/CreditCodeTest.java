package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String GOOD = "914403001922038216";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038216",
                "91440300708461136T",
                "9144030010001686XA",
                "9144030027939873X7",
                "12100000400000624D"
            })
    void aCodeOfARealOrganisationIsGood(String code) {
        assertThat(CreditCode.parse(code)).isEqualTo(Checked.ok(new CreditCode(code)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"914403001922038217", "914403001922308216"})
    void aWrongOrTransposedDigitFailsTheCheck(String code) {
        assertThat(CreditCode.parse(code).reason()).isEqualTo(Reason.of(CreditCode.CHECK_FAILED));
    }

    @Test
    void theInnerCheckCountsToo() {
        // The last character fits, the 17th does not.
        CreditCode code = CreditCode.wellFormed("914403001922038203").value();
        assertThat(code.doubt()).isPresent();
    }

    @Test
    void aCodeThatOnlyFailsTheCheckCanBeKeptForAReviewerToAccept() {
        CreditCode doubtful = CreditCode.wellFormed("914403001922038217").value();
        assertThat(doubtful.doubt()).contains(Reason.of(CreditCode.CHECK_FAILED));
        assertThat(new CreditCode(GOOD).doubt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 9144 0300 1922 0382 16　", "９１４４０３００１９２２０３８２１６", "914403-001922038216"})
    void spacesHyphensAndWidthDoNotMatter(String typed) {
        assertThat(CreditCode.parse(typed)).isEqualTo(Checked.ok(new CreditCode(GOOD)));
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(CreditCode.parse("9144030010001686xa").value().value()).isEqualTo("9144030010001686XA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I", "O", "S", "V", "Z"})
    void aLetterThatLooksLikeADigitIsNamedWithItsPosition(String letter) {
        assertThat(CreditCode.parse("91440300" + letter + "922038216").reason())
                .isEqualTo(Reason.of("kernel.credit-code.letter", 9, letter));
    }

    @Test
    void anyOtherCharacterIsNamedWithItsPosition() {
        assertThat(CreditCode.parse("9144030019220382公6").reason())
                .isEqualTo(Reason.of("kernel.credit-code.character", 17, "公"));
        assertThat(CreditCode.parse("9144030019220382𠮷6").reason())
                .isEqualTo(Reason.of("kernel.credit-code.character", 17, "𠮷"));
        assertThat(CreditCode.parse("91A403001922038216").reason()).isEqualTo(Reason.of("kernel.credit-code.digit", 3));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.credit-code.required",
        "91440300192203821, kernel.credit-code.too-short",
        "9144030019220382161, kernel.credit-code.too-long",
    })
    void aCodeOfTheWrongLengthIsToldSo(String typed, String reason) {
        assertThat(CreditCode.parse(typed).reason().code()).isEqualTo(reason);
    }

    @Test
    void endlessInputIsOnlyCounted() {
        assertThat(CreditCode.parse("9".repeat(10_000)).reason())
                .isEqualTo(Reason.of("kernel.credit-code.too-long", 10_000));
    }

    @Test
    void aMalformedCodeCanNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CreditCode("91440300I922038216"));
    }
}
