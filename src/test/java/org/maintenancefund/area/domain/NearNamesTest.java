package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.domain.NearNames.Nearness;

class NearNamesTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "和谐花园, 和 谐 花 园, SAME_NAME",
        "和谐花园一期, 和谐花园二期, SAME_NAME",
        // Other characters, the same sound.
        "和谐花园, 荷协花园, SAME_SOUND",
        "锦绣江南, 锦秀江楠, SAME_SOUND",
        "御景湾一期, 玉井湾二期, SAME_SOUND",
        "三湘海尚城, 三湘海上城, SAME_SOUND",
        "龙泽园, 龙则园, SAME_SOUND",
        "世茂滨江, 市贸滨江, SAME_SOUND",
        // Another order.
        "和谐花园, 谐和花园, SAME_CHARACTERS",
        "和谐花园, 花园和谐, SAME_CHARACTERS",
        "和谐, 谐和, SAME_CHARACTERS",
        "汇龙新城, 龙汇新城, SAME_CHARACTERS",
        // One character of a longer name.
        "三湘海尚城, 三湘海岸城, ONE_CHARACTER",
        "碧水云天湾, 碧水蓝天湾, ONE_CHARACTER",
        "和谐花园, 大和谐花园, ONE_CHARACTER",
        "阳光新天地, 阳光天地, ONE_CHARACTER",
        "玲珑湾水岸, 玲珑湾水畔, ONE_CHARACTER",
        // The same stem with another word for its kind.
        "和谐花园, 和谐家园, SAME_STEM",
        "和谐花园一期, 和谐家园二期, SAME_STEM",
        "和谐花园, 和谐花苑, SAME_SOUND",
        "和谐花园, 和谐, SAME_STEM",
        "新华苑, 新华公寓, SAME_STEM",
        "汇龙新城, 汇龙新城花园, SAME_STEM",
        "龙泽园, 龙泽苑, SAME_SOUND",
        "望湖公寓, 望湖小区, SAME_STEM",
        "紫竹大厦, 紫竹广场, SAME_STEM",
    })
    void namesThatAreTakenForOneAnotherAreNear(String one, String other, Nearness nearness) {
        assertThat(NearNames.of(one).to(other)).contains(nearness);
        assertThat(NearNames.of(other).to(one)).contains(nearness);
        assertThat(NearNames.keysOf(one)).containsAnyElementsOf(NearNames.keysOf(other));
        assertThat(NearNames.of(one).toBase(NearNames.keysOf(other).get(0))).contains(nearness);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "和谐花园, 和平家园",
        "和谐花园, 谐花园里",
        "和谐, 和美",
        "春江花园, 和谐家园",
        "和谐花园, 荷平家园",
        "锦绣江南, 近江秀南",
        // One series: only the number is another one.
        "田林三村, 田林五村",
        "安顺路365号, 安顺路367号",
        "望湖路937弄, 望湖路939弄",
        "建设第二新村, 建设第五新村",
        "翠屏路十二号院, 翠屏路十六号院",
        // Short ones with a common ending.
        "金钟苑, 金桂苑",
        "金钟花园, 金桂花园",
        "翠湖雅苑, 翠屏雅苑",
        "东方公寓, 南方公寓",
        "丽景园, 丽湖园",
        "天府, 天城",
    })
    void othersAreNot(String one, String other) {
        assertThat(NearNames.of(one).to(other)).isEmpty();
        assertThat(NearNames.of(other).to(one)).isEmpty();
    }
}
