package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[一期]",
                "{x}",
                "a|b",
                "a+b",
                "a&b=c",
                "100%",
                "a b",
                "?#/",
                "\"<>\\^`",
                "和谐",
                "😀",
                "%E5",
                "{{",
                "~._-"
            })
    void whateverWasTypedArrivesAsItWas(String text) {
        String query = QueryString.of(Map.of("text", List.of(text)));
        assertThat(query).startsWith("?text=").matches("[!-~]+").doesNotContain("[", "{", "|", "+", "\"", "<");
        assertThat(URLDecoder.decode(URI.create("/areas" + query).getRawQuery().substring(5), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void aParameterMayComeSeveralTimesOrNever() {
        assertThat(QueryString.of(Map.of("area", List.of("1", "2")))).isEqualTo("?area=1&area=2");
        assertThat(QueryString.of(Map.of("area", List.of()))).isEmpty();
        assertThat(QueryString.of(Map.of())).isEmpty();
    }
}
