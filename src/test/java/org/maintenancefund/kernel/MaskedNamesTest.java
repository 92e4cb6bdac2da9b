package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page that anybody opens says of names, whatever was typed as one. */
class MaskedNamesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "王建国, 王*国",
        "王小明（租户）, 王*明",
        "王小明(租户 13800138000, 王*明",
        "张三13800138000, 张*",
        "１３８００１３８０００, *",
        "王建国、李红 13900001234, 王*国、李*、*",
        "110101199001011234李红梅, 李*梅",
        "欧阳, 欧*",
        "云州建设公司, 云州建设公司",
        "云州建设公司（开发商）, 云州建设公司",
        "云州建设公司13800138000, 云****司",
        "东湖区住房保障中心, 东湖区住房保障中心",
        "李公司, 李*司",
    })
    void peopleAreMaskedAndOrganisationsStay(String names, String shown) {
        assertThat(MaskedNames.of(names)).isEqualTo(shown);
    }
}
