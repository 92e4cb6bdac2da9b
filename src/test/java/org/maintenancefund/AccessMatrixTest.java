package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Who may open what: every role on every page of the catalogue, with the demo city's people; and no page beside it. */
@DemoCityTest
class AccessMatrixTest {

    private static final PathPatternParser PARSER = PathPatternParser.defaultInstance;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    static Stream<Arguments> everyRoleOnEveryPage() {
        return Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Page.values()).map(page -> Arguments.of(role, page)));
    }

    private CurrentUser somebody(Role role) {
        String username = switch (role) {
            case MUNICIPAL_STAFF -> "demo-municipal";
            case DISTRICT_STAFF -> "demo-district";
            case ENTERPRISE_OPERATOR -> "demo-enterprise";
            case OFFICE_OPERATOR -> "demo-office";
            case COMMITTEE_OPERATOR -> "demo-committee";
            case SYSTEM_ADMIN -> "demo-admin";
            case AUDITOR -> "demo-auditor";
        };
        return users.of(operators.findByUsername(username).orElseThrow(), false);
    }

    private static String path(Page page) {
        return page.path().isEmpty() ? "/" : page.path();
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everyRoleOnEveryPage")
    void aPageOpensToItsRolesAndToNobodyElse(Role role, Page page) {
        MvcTestResult result =
                mvc.get().uri(path(page)).with(SignedIn.as(somebody(role))).exchange();

        if (page.isOpenTo(role)) {
            assertLetThrough(result, page.name());
        } else {
            assertThat(result).hasStatus(HttpStatus.FORBIDDEN);
        }
        if (page.inMenu() && page.isOpenTo(role)) {
            assertThat(result).hasStatusOk();
        }
    }

    /** What is sent reaches a handler of the person's own pages alone; there is nothing of that number, so that nothing happens. */
    @ParameterizedTest
    @EnumSource
    void aFormIsTakenFromThePagesRolesAndFromNobodyElse(Role role) {
        CurrentUser somebody = somebody(role);
        for (String handler : handlerPatterns(RequestMethod.POST)) {
            String address = example(handler);
            Page page = Page.at(address).orElseThrow();
            if (page.isOpenTo(role) && !handler.contains("{")) {
                continue;
            }
            MvcTestResult result = mvc.post()
                    .uri(address)
                    .with(csrf())
                    .with(SignedIn.as(somebody))
                    .exchange();
            if (page.isOpenTo(role)) {
                assertLetThrough(result, handler);
            } else {
                assertThat(result).as(handler).hasStatus(HttpStatus.FORBIDDEN);
            }
        }
    }

    /** Neither refused nor led to the sign-in, and nothing of ours failed. */
    private static void assertLetThrough(MvcTestResult result, String what) {
        assertThat(result.getResponse().getStatus()).as(what).isNotIn(401, 403).isLessThan(500);
        assertThat(String.valueOf(result.getResponse().getRedirectedUrl()))
                .as(what)
                .doesNotContain("/login");
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerOnAPageThatIsNotPublicIsAskedToSignIn(Page page) {
        MvcTestResult result = mvc.get().uri(path(page)).exchange();

        if (page.isPublic()) {
            assertThat(result.getResponse().getStatus()).isIn(200, 302, 303, 404);
            assertThat(String.valueOf(result.getResponse().getRedirectedUrl())).doesNotContain("/login");
        } else {
            assertThat(result).hasStatus3xxRedirection().redirectedUrl().endsWith("/login");
        }
    }

    @Test
    void nothingIsTakenWithoutATokenNorFromAStranger() {
        for (String handler : handlerPatterns(RequestMethod.POST)) {
            String address = example(handler);
            assertThat(mvc.post().uri(address)).as(handler).hasStatus(HttpStatus.FORBIDDEN);
            if (!Page.at(address).orElseThrow().isPublic()) {
                assertThat(mvc.post().uri(address).with(csrf()))
                        .as(handler)
                        .hasStatus3xxRedirection()
                        .redirectedUrl()
                        .endsWith("/login");
            }
        }
    }

    @Test
    void everyHandlerIsInTheCatalogue() {
        assertThat(outsideOfTheCatalogue(handlerPatterns())).isEmpty();
    }

    @Test
    void aHandlerOutsideOfTheCatalogueIsFound() {
        List<String> withViolator = new ArrayList<>(handlerPatterns());
        withViolator.add("/secret/{id}");

        assertThat(outsideOfTheCatalogue(withViolator)).containsExactly("/secret/{id}");
    }

    @Test
    void everyPageOfTheCatalogueHasAHandler() {
        for (Page page : Page.values()) {
            assertThat(handlerPatterns())
                    .as(page.name())
                    .anyMatch(pattern -> page.patterns().stream().anyMatch(own -> matches(own, pattern)));
        }
    }

    @Test
    void everyDemoSignInHasThePasswordThatReadmeNames() {
        for (Role role : Role.values()) {
            MvcTestResult result = mvc.post()
                    .uri("/login")
                    .with(csrf())
                    .param("username", somebody(role).username())
                    .param("password", DemoStep.PASSWORD)
                    .exchange();
            assertThat(result).as(role.name()).hasRedirectedUrl("/workbench");
        }
    }

    private List<String> handlerPatterns(RequestMethod... methods) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.maintenancefund"))
                .map(Map.Entry::getKey)
                .filter(mapping -> mapping.getMethodsCondition().getMethods().containsAll(List.of(methods)))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .distinct()
                .toList();
    }

    private static List<String> outsideOfTheCatalogue(List<String> handlers) {
        return handlers.stream()
                .filter(handler -> !handler.equals("/error") && !handler.startsWith("${"))
                .filter(handler -> Arrays.stream(Page.values())
                        .flatMap(page -> page.patterns().stream())
                        .noneMatch(pattern -> matches(pattern, handler)))
                .toList();
    }

    /** Whether a handler's pattern, with its variables filled in, is inside of a page's pattern. */
    private static boolean matches(String pagePattern, String handlerPattern) {
        return PARSER.parse(pagePattern).matches(PathContainer.parsePath(example(handlerPattern)));
    }

    /** A handler's address with its variables filled in. */
    private static String example(String handlerPattern) {
        return handlerPattern.replaceAll("\\{[^}]*}", "x");
    }
}
