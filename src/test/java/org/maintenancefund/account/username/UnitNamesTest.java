package org.maintenancefund.account.username;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {

    @ParameterizedTest
    @CsvSource({
        "和谐花园业委会, hxhyywh",
        "和谐花园业主委员会, hxhyywh",
        "和谐花园业委会, hxhyyzwyh",
        "和谐花园业委会, hxhy",
        "和谐花园业委会, hexiehuayuan",
        "和谐花园业委会, hexiehuayuanyeweihui",
        "和谐花园业委会, hxhyywh2",
        "和谐花园（一期）业委会, hxhyyqywh",
        "和谐花园3期业委会, hxhyqywh",
        "和谐花园业委会, someywh",
        "安居管理处, ajglc",
        "安居管理处, ajgl-c",
        "云州市安居物业有限公司, yzsajwyyxgs",
        "云州市安居物业有限公司, anjuwuye"
    })
    void aUnitIsRecognised(String organisation, String username) {
        assertThat(UnitNames.looksLikeUnit(username, organisation)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"和谐花园业委会, wangjg", "和谐花园业委会, lijd2", "和谐花园业委会, hx", "𠮷祥苑业委会, zhaogy", "安居管理处, ouyangx"})
    void aPersonIsNot(String organisation, String username) {
        assertThat(UnitNames.looksLikeUnit(username, organisation)).isFalse();
    }
}
