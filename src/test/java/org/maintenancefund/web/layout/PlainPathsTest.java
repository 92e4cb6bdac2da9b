package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** An expression means what it means without the short way. */
class PlainPathsTest {

    record Person(String name, @Nullable Person deputy, List<String> phones, Rank rank) {

        public boolean isBusy() {
            return phones.isEmpty();
        }

        public String getTitle() {
            return "经理 " + name;
        }

        public String greeting() {
            return "您好，" + name;
        }

        public String broken() {
            throw new IllegalStateException("broken");
        }
    }

    enum Rank {
        HIGH {
            @Override
            public String label() {
                return "高";
            }
        },
        LOW;

        public String label() {
            return "低";
        }
    }

    private static final Map<String, Object> MODEL = new HashMap<>(Map.of(
            "person",
            new Person("王建国", new Person("李秀英", null, List.of(), Rank.LOW), List.of("139"), Rank.HIGH),
            "words",
            List.of("甲"),
            "map",
            Map.of("key", "值")));

    private static SpringTemplateEngine engine(boolean plain) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        if (plain) {
            TemplateVariables.readPlainPaths(engine);
        }
        return engine;
    }

    private static String drawn(boolean plain, String expression) {
        return engine(plain)
                .process(
                        "<p th:text=\"${" + expression + "}\"></p><b th:if=\"${" + expression + "}\">ja</b>",
                        new Context(Locale.SIMPLIFIED_CHINESE, MODEL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person.name",
                "person.name()",
                "person.title",
                "person.getTitle()",
                "person.busy",
                "person.isBusy()",
                "person.greeting()",
                "person.deputy.name",
                "person.deputy.deputy",
                "person.deputy.busy",
                "person.rank.label()",
                "person.deputy.rank.label()",
                "person.rank.name()",
                "person.phones.empty",
                "person.phones.isEmpty()",
                "person.phones.size()",
                "person.deputy.phones.isEmpty()",
                "words.isEmpty()",
                "missing",
                "person.name.length()",
                "person.name + '！'",
                "person.rank.label() == '高'",
                "words[0]",
                "map['key']",
                "true",
                "null"
            })
    void readsTheSame(String expression) {
        assertThat(drawn(true, expression)).isEqualTo(drawn(false, expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"person.age", "person.age()", "missing.name", "person.deputy.deputy.name", "person.broken()"})
    void failsWhereItFailsWithout(String expression) {
        assertThatThrownBy(() -> drawn(false, expression)).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> drawn(true, expression)).isInstanceOf(TemplateProcessingException.class);
    }

    @Test
    void aVariableOfTheTemplateHidesThatOfTheModel() {
        String page = "<p th:with=\"person=${person.deputy}\" th:text=\"${person.name}\"></p>"
                + "<p th:object=\"${person.deputy}\" th:text=\"*{name}\"></p>";

        assertThat(engine(true).process(page, new Context(Locale.SIMPLIFIED_CHINESE, MODEL)))
                .isEqualTo("<p>李秀英</p><p>李秀英</p>");
    }
}
