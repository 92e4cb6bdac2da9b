package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13900001234",
                " 139 0000 1234 ",
                "139-0000-1234",
                "+86 139 0000 1234",
                "+86-13900001234",
                "8613900001234",
                "008613900001234",
                "１３９００００１２３４",
                "（+86）13900001234",
                "139\u30000000–1234",
                "\u202d13900001234\u202c",
                "\u2068139\u200b0000\u200b1234\u2069",
                "\ufeff1390000\u00ad1234",
                "139.0000.1234",
                "1\ufe0f3\ufe0f900001234",
                "[139]0000−1234"
            })
    void aMobileNumberIsReadHoweverItIsWritten(String typed) {
        assertThat(MobileNumber.parse(typed)).isEqualTo(Checked.ok(new MobileNumber("13900001234")));
    }

    @Test
    void aMobileNumberOfTheWrongLengthIsToldHowManyDigitsItHas() {
        assertThat(MobileNumber.parse("1390000123").reason()).isEqualTo(Reason.of("kernel.mobile.too-short", 10));
        assertThat(MobileNumber.parse("139000012345").reason()).isEqualTo(Reason.of("kernel.mobile.too-long", 12));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.mobile.required",
        "'　', kernel.mobile.required",
        "1390000123a, kernel.mobile.characters",
        "一三九, kernel.mobile.characters",
        "12900001234, kernel.mobile.prefix",
        "23900001234, kernel.mobile.prefix",
    })
    void whatIsNoMobileNumberIsRefusedWithTheReason(String typed, String reason) {
        assertThat(MobileNumber.parse(typed).reason().code()).isEqualTo(reason);
    }

    @Test
    void digitsOfOtherScriptsAndEndlessInputAreNoMobileNumber() {
        assertThat(MobileNumber.parse("١٣٩٠٠٠٠١٢٣٤").reason().code()).isEqualTo("kernel.mobile.characters");
        assertThat(MobileNumber.parse("1".repeat(10_000)).reason().code()).isEqualTo("kernel.mobile.characters");
        assertThat(MobileNumber.parse(null).reason().code()).isEqualTo("kernel.mobile.required");
    }

    @Test
    void aMaskedMobileNumberKeepsThreeAndFourDigits() {
        assertThat(new MobileNumber("13900001234").masked()).isEqualTo("139****1234");
    }

    @Test
    void anInvalidNumberCanNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MobileNumber("1390000123"));
        assertThatIllegalArgumentException().isThrownBy(() -> new LandlineNumber("1234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "0000-2233445, 0000-2233445",
        "0000 2233 4455, 0000-22334455",
        "（0000）22334455, 0000-22334455",
        "000022334455, 0000-22334455",
        "01022334455, 010-22334455",
        "02122334455, 021-22334455",
        "07552233445, 0755-2233445",
        "０７５５－２２３３４４５５, 0755-22334455",
        "+86 0755-22334455, 0755-22334455",
        "0755-22334455转801, 0755-22334455-801",
        "0755-22334455 分机 801, 0755-22334455-801",
        "0755 22334455 ext. 801, 0755-22334455-801",
        "075522334455-801, 0755-22334455-801",
        "+86-755-22334455, 0755-22334455",
        "+86 (0)755 2233 4455, 0755-22334455",
        "+86-0755-22334455, 0755-22334455",
        "+86 10 2233 4455, 010-22334455",
        "+8675522334455, 0755-22334455",
        "8675522334455, 0755-22334455",
        "（86）755－22334455, 0755-22334455",
        "0086-755-22334455, 0755-22334455",
        "0086 0755 22334455 转 801, 0755-22334455-801",
        "（0755）22334455（分机801）, 0755-22334455-801",
        "0755-22334455转分机801, 0755-22334455-801",
        "0755-22334455－分机号：801, 0755-22334455-801",
        "0755-22334455#801, 0755-22334455-801",
        "0755 2233 4455 x801, 0755-22334455-801",
        "0755.2233.4455, 0755-22334455",
        "\u202d0755-22334455\u202c, 0755-22334455",
        "+86 0000-2233445, 0000-2233445",
    })
    void aLandlineNumberIsReadHoweverItIsWritten(String typed, String number) {
        assertThat(LandlineNumber.parse(typed)).isEqualTo(Checked.ok(new LandlineNumber(number)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.landline.required",
        "22334455, kernel.landline.area-code",
        "13900001234, kernel.landline.area-code",
        "0755-123456, kernel.landline.digits",
        "0755-123456789, kernel.landline.digits",
        "0755-22334455-1234567, kernel.landline.digits",
        "总机, kernel.landline.characters",
    })
    void whatIsNoLandlineNumberIsRefusedWithTheReason(String typed, String reason) {
        assertThat(LandlineNumber.parse(typed).reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'0000-1234567', 0000-1234567",
        "'0000 1234567 转 801', 0000-1234567-801",
        "'139 0000 1234', 13900001234",
        "'+86 13900001234', 13900001234",
        "'400-830-1234', 4008301234",
        "'800 123 4567', 8001234567",
        "400-8888-888转1, 4008888888-1",
        "'400-888-8888-12', 4008888888-12",
        "'４００－８８８８－８８８ 转 ２０１', 4008888888-201",
        "'+86 400 888 8888', 4008888888",
        "'400 888 8888 ext. 3', 4008888888-3",
        "86-400-8888888, 4008888888",
        "864008888888, 4008888888",
        "86-4008888888, 4008888888",
        "(86)400-888-8888, 4008888888",
        "86 800 123 4567 转 2, 8001234567-2",
        "00868001234567, 8001234567",
        "+864008888888, 4008888888",
        "8675588006600, 0755-88006600",
        "'+86-755-88006600', 0755-88006600",
        "'0086-755-88006600', 0755-88006600",
        "'0086 139-0000-1234', 13900001234",
    })
    void aPhoneIsALandlineAMobileOrAServiceNumber(String typed, String number) {
        assertThat(PhoneNumber.parse(typed)).isEqualTo(Checked.ok(new PhoneNumber(number)));
    }

    @Test
    void aPhoneThatIsNoneIsToldWhatItsKindLacks() {
        assertThat(PhoneNumber.parse("1390000123").reason()).isEqualTo(Reason.of("kernel.mobile.too-short", 10));
        assertThat(PhoneNumber.parse("1234567").reason().code()).isEqualTo("kernel.landline.area-code");
        assertThat(PhoneNumber.parse("").reason().code()).isEqualTo("kernel.landline.required");
        assertThat(PhoneNumber.parse("4".repeat(10_000)).reason().code()).isEqualTo("kernel.landline.characters");
    }
}
