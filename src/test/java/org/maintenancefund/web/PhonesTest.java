package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A telephone number on a page can be dialled, whatever stands around it. */
class PhonesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0000-88006600 | tel:0000-88006600",
                "陈晓梅　13900001234 | tel:13900001234",
                "业务咨询：0000-8800660（工作日） | tel:0000-8800660",
                "0000-8800660-801 | tel:0000-8800660,801",
                "4008000000-1 | tel:4008000000,1",
            })
    void aNumberIsALink(String text, String href) {
        assertThat(Phones.linked(text)).contains("<a class=\"phone\" href=\"" + href + "\">");
    }

    @Test
    void allNumbersOfATextAreLinksAndTheRestIsEscaped() {
        assertThat(Phones.linked("<b>0000-1234567 或 0000-7654321"))
                .isEqualTo("&lt;b&gt;<a class=\"phone\" href=\"tel:0000-1234567\">0000-1234567</a> 或 "
                        + "<a class=\"phone\" href=\"tel:0000-7654321\">0000-7654321</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "139****1234",
                "YW20261123-0018",
                "FK20261123-0003",
                "2026-11-28",
                "91440300MA5EABCD1X",
                "110101001001GB00012",
                "13900001234567890",
                "2026-06-01 至 2029-12-31",
                "",
            })
    void whatIsNoNumberIsNone(String text) {
        assertThat(Phones.linked(text)).isEqualTo(text);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Phones.linked(null)).isEmpty();
    }
}
