package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a telephone sees is what was meant. */
class QrCodeTest {

    private static final int MARGIN = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/login",
                "https://wxzj.example.gov.cn/progress?number=YW20261123-0018",
                "https://wxzj.example.gov.cn/办理进度"
            })
    void theCodeIsReadAsTheTextItWasMadeOf(String text) throws Exception {
        assertThat(new Decoder().decode(squares(QrCode.svg(text, "扫码"))).getText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a \"quote\" <b>"})
    void theLabelIsEscaped(String label) {
        assertThat(QrCode.svg("x", label)).contains("aria-label=\"a &quot;quote&quot; &lt;b&gt;\"");
    }

    /** The picture without its white border. */
    private static BitMatrix squares(String svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        BitMatrix squares = new BitMatrix(Integer.parseInt(box.group(1)) - 2 * MARGIN);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(svg);
        while (run.find()) {
            squares.setRegion(
                    Integer.parseInt(run.group(1)) - MARGIN,
                    Integer.parseInt(run.group(2)) - MARGIN,
                    Integer.parseInt(run.group(3)),
                    1);
        }
        return squares;
    }
}
