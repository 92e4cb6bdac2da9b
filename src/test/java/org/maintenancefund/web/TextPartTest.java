package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartTest {

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource({
        "和谐花园一期, 和谐花园, [和谐花园]一期",
        "西陵和谐花园, 和谐花园, 西陵[和谐花园]",
        "和谐花园, 花, 和谐[花]园",
        "和和谐和, 和, [和和]谐[和]",
        "和谐花园, 家园, 和谐花园",
        "和 谐花园, 和谐, [和 谐]花园",
        "和谐花园Ａ区, a区, 和谐花园[Ａ区]",
        "和谐花园Ⅲ期, ii, 和谐花园[Ⅲ]期",
        "𠮷祥花园, 祥, 𠮷[祥]花园",
        "𠮷祥花园, 𠮷, [𠮷]祥花园",
        "<b>园</b>, b, <[b]>园</[b]>",
    })
    void whatWasSearchedForIsMarked(String text, String searched, String expected) {
        String marked = TextPart.of(text, searched).stream()
                .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining())
                .replace("][", "");

        assertThat(marked).isEqualTo(expected);
    }

    @Test
    void nothingIsMarkedWithoutASearch() {
        assertThat(TextPart.of("和谐花园", " ")).containsExactly(new TextPart("和谐花园", false));
        assertThat(TextPart.of("", "和")).isEmpty();
    }

    @Test
    void thePiecesAreTheText() {
        for (String text : new String[] {"和谐花园Ⅲ期①", "ﷺ园", "e\u0301花园", "\uFE0F园", "　园　"}) {
            for (String searched : new String[] {"i", "园", "صلى", "é", "花园", "1"}) {
                assertThat(TextPart.of(text, searched).stream()
                                .map(TextPart::text)
                                .collect(Collectors.joining()))
                        .isEqualTo(text);
            }
        }
    }
}
