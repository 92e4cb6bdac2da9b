package org.maintenancefund.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWritingTest {

    @ParameterizedTest
    @CsvSource({
        // Width, case, spaces.
        "和谐花园A区, 和 谐　花园ａ区",
        // Traditional characters.
        "和谐花园, 和諧花園",
        "兰庭, 蘭庭",
        "龙湾, 龍灣",
        "新华里, 新華裡",
        "长丰村, 長豐邨",
        // Numbers.
        "和谐苑1期, 和谐苑一期",
        "和谐苑1期, 和谐苑Ⅰ期",
        "和谐苑1期, 和谐苑I期",
        "和谐苑1期, 和谐苑壹期",
        "和谐苑1期, 和谐苑第一期",
        "和谐苑3期, 和谐苑III期",
        "和谐花园2, 和谐花园II",
        "听涛9区, 听涛九区",
        "听涛12村, 听涛十二村",
        "听涛21号院, 听涛二十一号院",
        "第5小区, 第五小区",
        "2街坊, 贰街坊",
        // Brackets, dots, dashes.
        "听涛湾一期, 听涛湾(一期)",
        "听涛湾一期, 听涛湾（1期）",
        "听涛湾一期, 听涛湾【一期】",
        "招商观湖, 招商·观湖",
        "招商观湖, 招商•观湖",
        "招商观湖, 招商・观湖",
        "云栖璞园, 云栖—璞园",
        "云栖璞园, 云栖-璞园",
        "云栖璞园, 云栖－璞园",
        // Addresses.
        "望湖路937弄, 望湖路937号",
        "望湖路一弄, 望湖路1号",
    })
    void theSameNameIsWrittenTheSame(String one, String other) {
        assertThat(NameWriting.of(one)).isEqualTo(NameWriting.of(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "和谐苑1期, 和谐苑2期",
        "和谐苑11期, 和谐苑1期",
        "1-3栋, 13栋",
        "陆家嘴, 六家嘴",
        "两江新区, 二江新区",
        "A区, 1区",
        "X乐园, 10乐园",
        "弄堂, 号堂",
        "百合苑, 100合苑",
    })
    void otherNamesStayApart(String one, String other) {
        assertThat(NameWriting.of(one)).isNotEqualTo(NameWriting.of(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "{}", "\"", "*", "?", "\\"})
    void otherSignsStay(String sign) {
        assertThat(NameWriting.of("甲" + sign + "乙")).isEqualTo("甲" + sign + "乙");
    }

    @Test
    void nothingIsLeftOfNothing() {
        assertThat(NameWriting.of(null)).isEmpty();
        assertThat(NameWriting.of(" （） ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "和谐花园, hexiehuayuan, hxhy",
        "和谐苑一期, hexieyuanyiqi, hxyyq",
        "听涛十二村, tingtaoshiercun, ttsec",
        "朝阳里, chaoyangli, cyl",
        "长江都会, changjiangduhui, cjdh",
        "SOHO星河, sohoxinghe, sohoxh",
        "陆家嘴, lujiazui, ljz",
        "绿城, lvcheng, lc",
    })
    void aNameSoundsAsItIsRead(String name, String sound, String initials) {
        assertThat(NameSound.of(NameWriting.of(name))).isEqualTo(sound);
        assertThat(NameSound.initials(NameWriting.of(name))).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource({
        "和谐花园小区, 和谐花园, 和谐",
        "和谐花园, 和谐花园, 和谐",
        "和谐花园小区二期, 和谐花园2期, 和谐",
        "望湖公寓, 望湖公寓, 望湖",
        "第五小区, 5小区, 5小区",
        "小区, 小区, 小区",
        "汇龙新城花园, 汇龙新城花园, 汇龙",
        "和谐花园小区业委会, 和谐花园业委会, 和谐",
        "云州和谐物业服务有限公司, 云州和谐物业服务有限公司, 云州和谐",
    })
    void whatIsAddedOrLeftOutIsNoPartOfTheCore(String name, String core, String stem) {
        assertThat(NameCore.of(NameWriting.of(name)).text()).isEqualTo(core);
        assertThat(NameCore.of(NameWriting.of(name)).stem()).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource({
        "龙泽园, 龙泽苑, true",
        "三湘海尚城, 三湘海上城, true",
        "和谐花园, 谐和花园, true",
        "和谐花园, 和花园, true",
        "和谐花园, 大和谐花园, true",
        "和谐花园, 和谐花园, false",
        "和谐花园, 花园和谐, false",
        "和谐花园, 和平家园, false",
        "和谐, 和平, false",
    })
    void oneMistakeIsRecognizedAndHasAKeyInCommon(String one, String other, boolean expected) {
        NameCore a = NameCore.of(NameWriting.of(one));
        NameCore b = NameCore.of(NameWriting.of(other));
        assertThat(a.isOneMistakeFrom(b)).isEqualTo(expected).isEqualTo(b.isOneMistakeFrom(a));
        if (expected) {
            assertThat(a.keys()).containsAnyElementsOf(b.keysOfMistaken());
            assertThat(b.keys()).containsAnyElementsOf(a.keysOfMistaken());
        }
    }
}
