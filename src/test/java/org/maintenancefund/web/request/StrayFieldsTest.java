package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Fields that no form of ours has, sent to every address of the application: each answers as if they weren't there. */
@DemoCityTest
class StrayFieldsTest {

    /** Of all lists; they take the whole address. */
    private static final List<String> LIST_FILTERS = List.of(
            "after",
            "before",
            "tab",
            "kind",
            "q",
            "text",
            "district",
            "street",
            "type",
            "merged",
            "committee",
            "company",
            "account",
            "qualification",
            "state",
            "attribute",
            "status",
            "watch",
            "unused",
            "few",
            "operator",
            "action",
            "object",
            "tag",
            "from",
            "to",
            "untold",
            "unnotified");

    private static final List<String> ENDINGS = List.of(
            ".x",
            ".class",
            ".class.module.classLoader.x",
            "[0]",
            "[0].x",
            "[x]",
            "['a']",
            "[-1]",
            "[",
            "]",
            "[]",
            ".",
            "[0",
            "[0]]",
            "[0].",
            "..",
            "[99999999999]",
            "[0][0]",
            "[0].name.x");

    private static final Map<Role, String> PEOPLE = Map.of(
            Role.MUNICIPAL_STAFF, "demo-municipal",
            Role.DISTRICT_STAFF, "demo-district",
            Role.ENTERPRISE_OPERATOR, "demo-enterprise",
            Role.OFFICE_OPERATOR, "demo-office",
            Role.COMMITTEE_OPERATOR, "demo-committee",
            Role.SYSTEM_ADMIN, "demo-admin",
            Role.AUDITOR, "demo-auditor");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    ApplicationDefinitions definitions;

    @Autowired
    TransactionTemplate transactions;

    private int sent;

    /** An address with what it may be opened with. */
    private record Address(HttpMethod method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyFormIsSent() {
        assertThat(addresses().filter(address -> address.method() == HttpMethod.POST))
                .hasSizeGreaterThan(80);
        assertThat(addresses().flatMap(address -> fields(address).stream()))
                .contains("reason", "name", "contactMobile", "operators", "streets", "rows", "papers", "text", "file");
    }

    /** Fields within fields, half names and markers, all at once; one by one where that makes a difference. */
    @Test
    void strayFieldsAreIgnoredByEveryForm() {
        Stream<Executed> sent = executed(name -> Stream.concat(
                        ENDINGS.stream().map(name::concat),
                        Stream.of("_" + name, "!" + name, "_" + name + ".x", "!" + name + "[0]"))
                .toList());
        assertThat(sent.filter(one -> !one.stray().equals(one.plain()))).isEmpty();
    }

    /** Far more rows than any page has, which Spring's binding of records does not bear. */
    @Test
    void rowsFarBelowTheLastAreNoFaultOfOurs() {
        assertThat(addresses().filter(address -> fields(address).stream().anyMatch(name -> name.contains("[0]"))))
                .isNotEmpty()
                .allSatisfy(address -> fields(address).stream()
                        .filter(name -> name.contains("[0]"))
                        .flatMap(name ->
                                Stream.of("[256]", "[300]", "[999999999]").map(row -> name.replace("[0]", row)))
                        .forEach(name ->
                                assertThat(answer(address, Set.of(name))).startsWith("4")));
    }

    /** A file under the name of a text, and a text under that of a file. */
    @Test
    void aFileInThePlaceOfATextIsNoFaultOfOurs() {
        assertThat(addresses().filter(address -> address.method() == HttpMethod.POST))
                .allSatisfy(address -> {
                    var files = mvc.post()
                            .uri(address.path())
                            .multipart()
                            .with(csrf())
                            .with(elsewhere());
                    var texts = mvc.post().uri(address.path()).with(csrf()).with(elsewhere());
                    for (String name : fields(address)) {
                        files.file(new MockMultipartFile(name, "a.pdf", "application/pdf", new byte[1]));
                        texts.param(name, "x");
                    }
                    somebody(address).ifPresent(user -> {
                        files.with(SignedIn.as(user));
                        texts.with(SignedIn.as(user));
                    });
                    told(address, Set.of(), files);
                    told(address, Set.of(), texts);
                });
    }

    /** A header of that name is no field either. */
    @Test
    void aHeaderFillsNoField() {
        MvcTestResult result = mvc.get()
                .uri("/committees")
                .header("Text", "没有这样的业委会")
                .with(SignedIn.as(somebody(Role.DISTRICT_STAFF)))
                .exchange();
        assertThat(result).hasStatusOk().bodyText().doesNotContain("没有这样的业委会");
    }

    /** The form's own fields arrive, also those of its rows, whatever comes with them. */
    @Test
    void ownFieldsAreStillBound() {
        assertThat(mvc.post()
                        .uri("/register/enterprise/form")
                        .param("name", "远山物业")
                        .param("name.x", "1")
                        .param("operators[1].name", "王建国")
                        .param("operators[1].name.x", "1")
                        .param("operators[1].class.name", "1")
                        .with(csrf())
                        .exchange())
                .hasStatus(400)
                .bodyText()
                .contains("value=\"远山物业\"", "value=\"王建国\"");
    }

    private record Executed(String what, String plain, String stray) {}

    private Stream<Executed> executed(Function<String, List<String>> strayNames) {
        return addresses().flatMap(address -> {
            Set<String> fields = fields(address);
            if (fields.isEmpty()) {
                return Stream.empty();
            }
            String plain = answer(address, Set.of());
            Set<String> names = new LinkedHashSet<>();
            fields.forEach(field -> names.addAll(strayNames.apply(field)));
            String together = answer(address, names);
            return together.equals(plain)
                    ? Stream.of(new Executed(address.toString(), plain, together))
                    : names.stream()
                            .map(name -> new Executed(address + " " + name, plain, answer(address, Set.of(name))));
        });
    }

    private String answer(Address address, Set<String> stray) {
        boolean files = fields(address).stream().anyMatch(name -> name.matches("file|files|licence|others"));
        var request =
                mvc.method(address.method()).uri(address.path()).with(csrf()).with(elsewhere());
        if (files && address.method() == HttpMethod.POST) {
            var multipart =
                    mvc.post().uri(address.path()).multipart().with(csrf()).with(elsewhere());
            // MockMvc hands over files past the filters; how those with brackets fare shows on the wire (BodiesTest).
            stray.stream()
                    .filter(name -> !name.contains("["))
                    .forEach(name ->
                            multipart.file(new MockMultipartFile(name, "a.pdf", "application/pdf", new byte[1])));
            stray.forEach(name -> multipart.param(name, "1"));
            somebody(address).ifPresent(user -> multipart.with(SignedIn.as(user)));
            return told(address, stray, multipart);
        }
        stray.forEach(name -> request.param(name, "1"));
        somebody(address).ifPresent(user -> request.with(SignedIn.as(user)));
        return told(address, stray, request);
    }

    /** From an address of its own: what is limited by address is not what is asked here. */
    private RequestPostProcessor elsewhere() {
        sent++;
        String from = "10." + sent / 65_536 + "." + sent / 256 % 256 + "." + sent % 256;
        return request -> {
            request.setRemoteAddr(from);
            return request;
        };
    }

    /** Each request in a transaction of its own that leaves nothing: one that fails spoils no other's answer. */
    private String told(Address address, Set<String> stray, RequestBuilder request) {
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return told(address, stray, mvc.perform(request));
        });
    }

    private static String told(Address address, Set<String> stray, MvcTestResult result) {
        int status = result.getResponse().getStatus();
        if (stray.size() < 2) {
            assertThat(status).as(address + " " + stray).isLessThan(500);
        }
        return status + " "
                + Optional.ofNullable(result.getResponse().getRedirectedUrl())
                        .map(location -> location.replaceAll("\\?.*", ""))
                        .orElse("");
    }

    private Stream<Address> addresses() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.maintenancefund"))
                .flatMap(entry -> addresses(entry.getKey(), entry.getValue()));
    }

    private static Stream<Address> addresses(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getPatternValues().stream()
                .filter(pattern -> !pattern.startsWith("$") && !pattern.equals("/error"))
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Address(method.asHttpMethod(), filled(pattern), handler)));
    }

    private static String filled(String pattern) {
        return pattern.replace("{number}", "YW20261123-0001")
                .replaceAll("\\{[^}]*}", "0198a2c4-0000-7000-8000-000000000001");
    }

    private Optional<CurrentUser> somebody(Address address) {
        return Arrays.stream(Page.values())
                .filter(page -> page.patterns().stream()
                        .anyMatch(pattern -> PathPatternParser.defaultInstance
                                .parse(pattern)
                                .matches(PathContainer.parsePath(address.path()))))
                .findFirst()
                .filter(page -> !page.isPublic())
                .map(page -> somebody(page.roles().iterator().next()));
    }

    private CurrentUser somebody(Role role) {
        return users.of(operators.findByUsername(PEOPLE.get(role)).orElseThrow(), false);
    }

    /** Names of what the handler reads: of its forms, and of single parameters. */
    /** Those of a handler's own form, and of the kind of application that is filled in at the address. */
    private Set<String> fields(Address address) {
        Set<String> names = new LinkedHashSet<>();
        definitions.all().stream()
                .filter(kind -> address.method() == HttpMethod.POST)
                .filter(kind -> kind.kind().formView().isPresent())
                .filter(kind -> kind.kind().formAddresses().stream()
                        .anyMatch(form -> filled(form).equals(address.path())))
                .forEach(kind -> names.addAll(fields(kind.formType())));
        for (MethodParameter parameter : address.handler().getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (MultiValueMap.class.isAssignableFrom(type)) {
                names.addAll(LIST_FILTERS);
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                names.add(parameter.getParameterName());
            } else if (type.getName().matches("org\\.maintenancefund\\..*(Form|Filter)")) {
                names.addAll(fields(type));
            }
        }
        return names;
    }

    private static List<String> fields(Class<?> form) {
        List<String> names = new ArrayList<>();
        for (Field field : form.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            names.add(field.getName());
            if (field.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> row
                    && row.getName().startsWith("org.maintenancefund.")
                    && !row.isEnum()) {
                fields(row).forEach(name -> names.add(field.getName() + "[0]." + name));
            }
        }
        return names;
    }
}
