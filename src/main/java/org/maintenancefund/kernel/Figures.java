package org.maintenancefund.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures as people read them: thousands apart, no zeros that say nothing. On pages (as {@code figures}) and in sentences;
 * inputs, spreadsheets and the trail keep them plain.
 */
public final class Figures {

    /** The one object that templates use. */
    public static final Figures INSTANCE = new Figures();

    private Figures() {}

    /** 1,173; 108,940; 60.5. */
    public static String of(Number figure) {
        BigDecimal value = figure instanceof BigDecimal exact ? exact : BigDecimal.valueOf(figure.longValue());
        DecimalFormat format =
                new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.SIMPLIFIED_CHINESE));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** 108,940 ㎡. */
    public static String squareMetres(BigDecimal area) {
        return Messages.of("kernel.square-metres", of(area));
    }

    /**
     * How far a figure is from what it should be: 少 995 ㎡, 多 2 幢.
     *
     * @param unit that stands behind it
     */
    public static String difference(BigDecimal is, BigDecimal should, String unit) {
        BigDecimal difference = is.subtract(should);
        String key = difference.signum() < 0 ? "kernel.less" : "kernel.more";
        return Messages.of(key, of(difference.abs()), unit);
    }
}
