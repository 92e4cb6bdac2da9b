package org.maintenancefund.kernel.money;

import java.util.List;

/**
 * An amount in the characters that can't be altered (金额大写): 壹佰贰拾叁元肆角伍分. Written by 正确填写票据和结算凭证的基本规定, the
 * first annex of 支付结算办法. Where that allows two writings this is the one it names first (元零叁角 behind a round number,
 * 壹拾万柒仟 without 零), and 整 stands behind 角 too. 人民币 and the sign ¥ are the paper's.
 */
public final class AmountInWords {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";

    /** What stands behind a number and multiplies it, the largest first. */
    private static final List<Unit> UNITS = List.of(
            new Unit(100_000_000, "亿"),
            new Unit(10_000, "万"),
            new Unit(1_000, "仟"),
            new Unit(100, "佰"),
            new Unit(10, "拾"));

    private record Unit(long size, String word) {}

    private AmountInWords() {}

    /** 壹佰贰拾叁元肆角伍分; 负 stands before what is less than nothing. */
    public static String of(Money amount) {
        if (amount.isNegative()) {
            return "负" + of(amount.negated());
        }
        long yuan = amount.fen() / 100;
        int rest = (int) (amount.fen() % 100);
        if (rest == 0) {
            return number(yuan) + "元整";
        }
        return (yuan == 0 ? "" : number(yuan) + "元") + behindYuan(yuan, rest / 10, rest % 10);
    }

    private static String behindYuan(long yuan, int jiao, int fen) {
        boolean zero = yuan > 0 && (jiao == 0 || yuan % 10 == 0);
        return (zero ? digit(0) : "")
                + (jiao == 0 ? "" : digit(jiao) + "角")
                + (fen == 0 ? "整" : digit(fen) + "分");
    }

    /** 零 stands once for all zeros between two digits; those at the end of 万 and 亿 are not written. */
    private static String number(long number) {
        for (Unit unit : UNITS) {
            if (number >= unit.size()) {
                long rest = number % unit.size();
                boolean zero = rest > 0 && rest < unit.size() / 10;
                return number(number / unit.size())
                        + unit.word()
                        + (zero ? digit(0) : "")
                        + (rest == 0 ? "" : number(rest));
            }
        }
        return digit((int) number);
    }

    private static String digit(int digit) {
        return DIGITS.substring(digit, digit + 1);
    }
}
