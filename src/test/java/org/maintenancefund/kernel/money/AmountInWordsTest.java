package org.maintenancefund.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 正确填写票据和结算凭证的基本规定, the first annex of 支付结算办法, articles 1 to 4. */
class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The examples of the rule, with 整 behind 角, which it leaves open.
                "1,409.50 | 壹仟肆佰零玖元伍角整",
                "6,007.14 | 陆仟零柒元壹角肆分",
                "1,680.32 | 壹仟陆佰捌拾元零叁角贰分",
                "107,000.53 | 壹拾万柒仟元零伍角叁分",
                "16,409.02 | 壹万陆仟肆佰零玖元零贰分",
                "325.04 | 叁佰贰拾伍元零肆分",
                // Nothing, and less than a yuan.
                "0 | 零元整",
                "0.01 | 壹分",
                "0.05 | 伍分",
                "0.10 | 壹角整",
                "0.50 | 伍角整",
                "0.99 | 玖角玖分",
                // Each place by itself.
                "1 | 壹元整",
                "2.03 | 贰元零叁分",
                "10 | 壹拾元整",
                "10.01 | 壹拾元零壹分",
                "10.10 | 壹拾元零壹角整",
                "15 | 壹拾伍元整",
                "20 | 贰拾元整",
                "100 | 壹佰元整",
                "1,000 | 壹仟元整",
                "10,000 | 壹万元整",
                "100,000 | 壹拾万元整",
                "1,000,000 | 壹佰万元整",
                "10,000,000 | 壹仟万元整",
                "100,000,000 | 壹亿元整",
                "1,000,000,000 | 壹拾亿元整",
                "10,000,000,000 | 壹佰亿元整",
                "100,000,000,000 | 壹仟亿元整",
                // Amounts of every day.
                "11.98 | 壹拾壹元玖角捌分",
                "22.40 | 贰拾贰元肆角整",
                "32.67 | 叁拾贰元陆角柒分",
                "50.00 | 伍拾元整",
                "87.50 | 捌拾柒元伍角整",
                "123.45 | 壹佰贰拾叁元肆角伍分",
                "126.78 | 壹佰贰拾陆元柒角捌分",
                "201.04 | 贰佰零壹元零肆分",
                "1,234.56 | 壹仟贰佰叁拾肆元伍角陆分",
                "67,890.12 | 陆万柒仟捌佰玖拾元零壹角贰分",
                // Zeros between digits, once for as many as there are.
                "101 | 壹佰零壹元整",
                "110 | 壹佰壹拾元整",
                "1,001 | 壹仟零壹元整",
                "1,010 | 壹仟零壹拾元整",
                "1,015.20 | 壹仟零壹拾伍元贰角整",
                "1,100 | 壹仟壹佰元整",
                "10,001 | 壹万零壹元整",
                "10,010.05 | 壹万零壹拾元零伍分",
                "10,100 | 壹万零壹佰元整",
                "11,000 | 壹万壹仟元整",
                "100,001 | 壹拾万零壹元整",
                "105,000 | 壹拾万伍仟元整",
                "1,000,500 | 壹佰万零伍佰元整",
                "1,010,101.01 | 壹佰零壹万零壹佰零壹元零壹分",
                "20,300,000 | 贰仟零叁拾万元整",
                "10,000,001 | 壹仟万零壹元整",
                "100,000,001 | 壹亿零壹元整",
                "100,001,000 | 壹亿零壹仟元整",
                "100,050,000 | 壹亿零伍万元整",
                "100,100,005 | 壹亿零壹拾万零伍元整",
                "110,000,000 | 壹亿壹仟万元整",
                "1,000,000,000.01 | 壹拾亿元零壹分",
                "1,050,000,000.50 | 壹拾亿伍仟万元零伍角整",
                "10,203,040,506.07 | 壹佰零贰亿零叁佰零肆万零伍佰零陆元零柒分",
                // The largest that can be typed.
                "999,999,999,999.99 | 玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
                // Less than nothing.
                "-0.05 | 负伍分",
                "-22.40 | 负贰拾贰元肆角整",
                "-100,000 | 负壹拾万元整",
            })
    void anAmountIsWrittenByTheRuleOfTheBanks(String amount, String words) {
        assertThat(AmountInWords.of(Money.parseSigned(amount).value())).isEqualTo(words);
    }

    @Test
    void whatIsLargerThanAnybodyTypesIsWrittenToo() {
        assertThat(AmountInWords.of(new Money(100_000_000_000_000L))).isEqualTo("壹万亿元整");
        assertThat(AmountInWords.of(new Money(100_010_000_000_000L))).isEqualTo("壹万零壹亿元整");
        assertThat(AmountInWords.of(new Money(Long.MAX_VALUE)))
                .isEqualTo("玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分");
    }

    @Test
    void noTwoAmountsAreWrittenAlike() {
        Set<String> words = LongStream.rangeClosed(0, 200_000)
                .mapToObj(fen -> AmountInWords.of(new Money(fen)))
                .collect(Collectors.toSet());
        assertThat(words).hasSize(200_001);
    }

    /** In every amount of ones and zeros, and so in every arrangement of zeros. */
    @Test
    void aZeroStandsOnceBetweenDigitsAndNeverElsewhere() {
        IntStream.range(0b100, 1 << 14)
                .mapToObj(Integer::toBinaryString)
                .map(digits -> new Money(Long.parseLong(digits)))
                .forEach(amount -> assertThat(AmountInWords.of(amount))
                        .as("%s", amount)
                        .matches("(壹[仟佰拾]?|[万亿]|零(?=壹))+元(整|零?(壹角(整|壹分)|壹分))"));
    }
}
