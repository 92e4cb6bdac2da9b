package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "王建国, 王建国",
        "' 王　建国 ', 王建国",
        "𠮷田明, 𠮷田明",
        "买买提•阿不都拉, 买买提·阿不都拉",
        "买买提 ・ 阿不都拉, 买买提·阿不都拉",
        "Anna  Smith-Jones, Anna Smith-Jones",
    })
    void aNameIsReadAsItStandsInThePapers(String typed, String name) {
        assertThat(PersonName.parse(typed)).isEqualTo(Checked.ok(new PersonName(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.name.required",
        "'　', kernel.name.required",
        "王, kernel.name.incomplete",
        "王1, kernel.name.digits",
        "王建国１, kernel.name.digits",
        "王建国（主任）, kernel.name.characters",
        "<b>王建国</b>, kernel.name.characters",
        "王😀, kernel.name.characters",
    })
    void whatIsNoNameIsRefusedWithTheReason(String typed, String reason) {
        assertThat(PersonName.parse(typed).reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2068买买提·阿不都拉\u2069",
                "买买提\u2219阿不都拉",
                "买买提\u22C5阿不都拉",
                "买买提\uFE52阿不都拉",
                "买买提 \u02D9 阿不都拉",
                "买买提\u25CF阿不都拉",
                "买买提.阿不都拉",
                "买买提\uFF0E阿不都拉",
                "买\u200b买提\u00b7\ufeff阿不都拉",
                "买\u00ad买提\u00b7阿不都拉\ufe0f"
            })
    void aNameInTwoPartsHasTheMiddleDotWhateverWasTyped(String typed) {
        assertThat(PersonName.parse(typed)).isEqualTo(Checked.ok(new PersonName("买买提·阿不都拉")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"王〇一", "王○一", "王◯一", "〇一"})
    void zeroIsACharacterOfNames(String typed) {
        assertThat(PersonName.parse(typed).value().value()).endsWith("〇一");
    }

    @Test
    void aRadicalFromAFileIsTheCharacterThatItLooksLike() {
        assertThat(PersonName.parse("⽅⼤⼒").value().value()).isEqualTo("方大力");
    }

    @Test
    void aFullStopStaysInALatinName() {
        assertThat(PersonName.parse("J.R. Smith").value().value()).isEqualTo("J.R. Smith");
    }

    @ParameterizedTest
    @ValueSource(strings = {"王\u0301", "葛\udb40\udd00", "\u0301\u0301", "王\u0007国"})
    void marksAndControlsMakeNoName(String typed) {
        assertThat(PersonName.parse(typed).isOk()).isFalse();
    }

    @Test
    void aNameIsNotTooLong() {
        assertThat(PersonName.parse("王".repeat(53)).reason()).isEqualTo(Reason.of("kernel.text.too-long", 50, 3));
    }

    @ParameterizedTest
    @CsvSource({"王建国, 王*国", "王国, 王*", "欧阳建国, 欧**国", "𠮷田, 𠮷*"})
    void maskedOnlyTheEndsAreReadable(String name, String masked) {
        assertThat(new PersonName(name).masked()).isEqualTo(masked);
    }

    @Test
    void anEmptyNameCanNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PersonName(" "));
    }
}
