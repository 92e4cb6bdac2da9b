package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every list with every filter that its page offers: what can't be read is told, and finds and exports nothing. */
@DemoCityTest
class ListFiltersTest {

    private static final List<String> NO_DAYS = List.of("2026-13-40", "+999999999-12-31", "-1-01-01");
    private static final List<String> NO_TEXTS = List.of("字".repeat(101));
    private static final List<String> NO_CHOICES = List.of("XXX");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    static Stream<Arguments> everyList() {
        return Stream.of(
                Arguments.of("demo-municipal", "/committees"),
                Arguments.of("demo-municipal", "/areas"),
                Arguments.of("demo-municipal", "/enterprises"),
                Arguments.of("demo-municipal", "/offices"),
                Arguments.of("demo-municipal", "/operators"),
                Arguments.of("demo-municipal", "/area-reports"),
                Arguments.of("demo-municipal", "/message-deliveries"),
                Arguments.of("demo-committee", "/messages"),
                Arguments.of("demo-district", "/committees"),
                Arguments.of("demo-district", "/areas"),
                Arguments.of("demo-district", "/enterprises"),
                Arguments.of("demo-district", "/enterprises/matches"),
                Arguments.of("demo-district", "/offices"),
                Arguments.of("demo-district", "/operators"),
                Arguments.of("demo-district", "/area-reports"),
                Arguments.of("demo-district", "/committees/reviews"),
                Arguments.of("demo-district", "/committees/changes/reviews"),
                Arguments.of("demo-district", "/enterprises/reviews"),
                Arguments.of("demo-district", "/associations/reviews"),
                Arguments.of("demo-district", "/associations/terminations/reviews"),
                Arguments.of("demo-district", "/associations/register"),
                Arguments.of("demo-municipal", "/associations/register"),
                Arguments.of("demo-district", "/areas/applications/reviews"),
                Arguments.of("demo-district", "/charge-standards/reviews"),
                Arguments.of("demo-enterprise", "/my/offices"),
                Arguments.of("demo-enterprise", "/my/areas"),
                Arguments.of("demo-enterprise", "/units"),
                Arguments.of("demo-municipal", "/units"),
                Arguments.of("demo-district", "/units/openings"),
                Arguments.of("demo-municipal", "/units/openings"),
                Arguments.of("demo-enterprise", "/collection"),
                Arguments.of("demo-municipal", "/collection"),
                Arguments.of("demo-district", "/differences"),
                Arguments.of("demo-municipal", "/differences"),
                Arguments.of("demo-municipal", "/bank/lines"),
                Arguments.of("demo-auditor", "/bank/lines"),
                Arguments.of("demo-municipal", "/collection/statistics/areas"),
                Arguments.of("demo-district", "/collection/statistics/areas"),
                Arguments.of("demo-district", "/mandates/reviews"),
                Arguments.of("demo-admin", "/staff"),
                Arguments.of("demo-auditor", "/audit"));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("everyList")
    void whatCantBeReadIsToldAndFindsNothing(String username, String path) {
        Document page = Pages.parse(get(username, path, null, null));
        List<String> names = new ArrayList<>(List.of("after", "before"));
        page.select("form[method=get] [name]").eachAttr("name").forEach(names::add);
        if (page.selectFirst("nav.tabs") != null && !names.contains("tab")) {
            names.add("tab");
        }
        for (String name : names) {
            for (String value : unreadable(page.selectFirst("form[method=get] [name=" + name + "]"))) {
                MvcTestResult filtered = get(username, path, name, value);

                assertThat(filtered).as("%s=%s", name, value).hasStatusOk();
                Document found = Pages.parse(filtered);
                assertThat(found.select(".chips .chip-unreadable").text())
                        .as("%s=%s", name, value)
                        .contains("无法识别的条件");
                assertThat(found.select(".table-box tbody tr"))
                        .as("%s=%s", name, value)
                        .isEmpty();
            }
        }
    }

    private static List<String> unreadable(@Nullable Element input) {
        if (input == null || input.is("select, [type=hidden], [type=checkbox], [type=radio]")) {
            return NO_CHOICES;
        }
        return input.is("[type=date]") ? NO_DAYS : NO_TEXTS;
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("everyList")
    void whatCantBeReadIsNotExported(String username, String path) {
        Element export = Pages.parse(get(username, path, null, null)).selectFirst(".list-bar a[href*=export]");
        if (export == null) {
            return;
        }
        Document page = Pages.parse(get(username, path, null, null));
        for (Element select : page.select("form[method=get] select[name], form[method=get] input[type=date]")) {
            MvcTestResult refused = get(username, path + "/export", select.attr("name"), "XXX");

            assertThat(refused).as(select.attr("name")).hasStatus(HttpStatus.CONFLICT);
            assertThat(Pages.parse(refused).text()).contains("没有导出");
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "demo-district, /committees/reviews, from",
        "demo-district, /committees/reviews, to",
        "demo-auditor, /audit, from",
        "demo-auditor, /audit, to",
    })
    void aDayIsReadHoweverItIsWritten(String username, String path, String name) {
        for (String written : List.of("2026/6/1", "2026年6月1日", "２０２６－６－１", "20260601", "\u202d2026-06-01\u202c")) {
            Document page = Pages.parse(get(username, path, name, written));

            assertThat(page.select(".chips").text())
                    .as(written)
                    .contains("2026-06-01")
                    .doesNotContain("无法识别");
            assertThat(page.select("input[name=" + name + "]").val())
                    .as(written)
                    .isEqualTo("2026-06-01");
        }
    }

    @ParameterizedTest
    @MethodSource("everyList")
    void aKeyOfAnotherListIsNoFaultOfOurs(String username, String path) {
        for (String key : List.of(
                Cursor.write("2026-06-01T00:00:00Z", "no-id"),
                Cursor.write("+294277-01-01T00:00:00Z", "0"),
                Cursor.write("ALL", "和", "x"),
                "A".repeat(5000))) {
            assertThat(get(username, path, "after", key)).as(key).hasStatusOk();
        }
        assertThat(get(username, path, "before", Cursor.write("NOWHERE", "", "")))
                .hasStatusOk();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/committees", "/areas", "/enterprises", "/offices"})
    void anotherDistrictsRecordsAreNotAskedForByItsOwnPeople(String path) {
        String other = users.of(operators.findByUsername("demo-district2").orElseThrow(), false)
                .districtIfAny()
                .orElseThrow()
                .toString();

        Document page = Pages.parse(get("demo-district", path, "district", other));

        assertThat(page.select(".chips").text()).contains("无法识别的条件");
        assertThat(page.select(".table-box tbody tr")).isEmpty();
    }

    private MvcTestResult get(String username, String path, @Nullable String name, @Nullable String value) {
        var request = mvc.get()
                .uri(path)
                .with(SignedIn.as(users.of(operators.findByUsername(username).orElseThrow(), false)));
        return (name == null ? request : request.param(name, value)).exchange();
    }
}
