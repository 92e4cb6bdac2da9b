package org.maintenancefund.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates are read without scrolling sideways and hold no work that belongs to a type. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("a line over 140 characters", ".{141,}", "x".repeat(141)),
                Arguments.of("a class named in a template", "\\bT\\(", "${T(java.util.UUID).randomUUID()}"),
                Arguments.of("a constant compared by its name", "\\.name\\(\\) *[=!]=", "${state.name() == 'OPEN'}"),
                Arguments.of(
                        "a format of its own for a time",
                        "#(temporals|dates|calendars)\\b",
                        "${#temporals.format(at, 'HH:mm')}"),
                Arguments.of("a size that is configured", "不超过 *\\d+ *MB", "每个文件不超过 10 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void noTemplateHas(String what, String pattern, String violator) throws IOException {
        Pattern wrong = Pattern.compile(pattern);
        assertThat(wrong.matcher(violator).find()).as("the rule finds " + what).isTrue();

        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int at = 0; at < lines.size(); at++) {
                    if (wrong.matcher(lines.get(at)).find()) {
                        found.add(TEMPLATES.relativize(file) + ":" + (at + 1));
                    }
                }
            }
        }
        assertThat(found).as(what).isEmpty();
    }
}
