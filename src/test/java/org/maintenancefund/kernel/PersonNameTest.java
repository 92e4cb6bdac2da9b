package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void aZeroWidthCharacterInANameIsRefused() {
        assertThat(PersonName.parse("王\u200b建国").reason()).isEqualTo(Reason.of("kernel.text.invisible", 2));
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
