package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.e2e.Browser;
import org.maintenancefund.e2e.Visitor;
import org.maintenancefund.e2e.Width;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.web.layout.ErrorSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Every fragment in a real browser: the templates drawn here, style sheets and script from the server. */
@Lengthy
@DemoCityTest
class GalleryBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ThymeleafViewResolver views;

    @Autowired
    private ErrorSummary errorSummary;

    private final CurrentUser staff = Visitors.user(Role.DISTRICT_STAFF, false);

    @ParameterizedTest
    @EnumSource
    void aFormWithErrors(Width width) throws Exception {
        look("form", Gallery.modelWithErrors(), null, width);
    }

    @ParameterizedTest
    @EnumSource
    void aList(Width width) throws Exception {
        look("list", Gallery.model(), staff, width);
    }

    @ParameterizedTest
    @EnumSource
    void aRecord(Width width) throws Exception {
        look("record", Gallery.model(), staff, width);
    }

    @Test
    void fieldsOfAnotherChoiceAreHiddenAndComeBack() throws Exception {
        try (Visitor visitor = show("form", Gallery.model(), null, Width.DESKTOP)) {
            Page page = visitor.page();
            assertThat(page.locator("#start").isVisible()).isTrue();
            page.getByText("临时（业委会筹备组）").click();
            assertThat(page.locator("#start").isVisible()).isFalse();
            page.getByText("正式业委会").first().click();
            assertThat(page.locator("#start").isVisible()).isTrue();
        }
    }

    @Test
    void aRowIsAddedInPlaceWithNamesOfItsOwn() throws Exception {
        try (Visitor visitor = show("form", Gallery.modelWithErrors(), null, Width.DESKTOP)) {
            Page page = visitor.page();
            visitor.press("再加一位");
            assertThat(page.locator("[name='operators[2].name']").inputValue()).isEmpty();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("operators2.name");
            assertThat(page.getByLabel("第 3 位姓名").count()).isEqualTo(1);
            assertThat(page.locator("[data-row]").last().locator(".field-error").count())
                    .isZero();
        }
    }

    @Test
    void pinyinOnItsWayToACharacterIsNotReported() throws Exception {
        try (Visitor visitor = show("form", Gallery.model(), null, Width.DESKTOP)) {
            Object reported = visitor.page().evaluate("""
                    () => {
                      let typed = 0;
                      const input = document.querySelector('#name');
                      input.addEventListener('typed', () => typed++);
                      const send = (type, composing) => input.dispatchEvent(type === 'input'
                        ? new InputEvent('input', { bubbles: true, isComposing: composing })
                        : new CompositionEvent('compositionend', { bubbles: true }));
                      send('input', true); send('input', true); send('input', true);
                      const whileComposing = typed;
                      send('compositionend');
                      const afterwards = typed;
                      send('input', false);
                      return [whileComposing, afterwards, typed].join();
                    }""");
            assertThat(reported).isEqualTo("0,1,2");
        }
    }

    private void look(String page, Map<String, Object> model, CurrentUser user, Width width) throws Exception {
        try (Visitor visitor = show(page, model, user, width)) {
            visitor.screenshot("gallery-" + page + "-" + width);
            visitor.assertAccessible();
        }
    }

    private Visitor show(String page, Map<String, Object> model, CurrentUser user, Width width) throws Exception {
        String html = new Renderer(views, errorSummary).html("gallery/" + page, model, "/committees/reviews", user);
        Visitor visitor = Browser.visitor(port, width);
        visitor.page()
                .route(
                        "**/gallery",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html;charset=UTF-8")
                                .setBody(html)));
        visitor.open("/gallery");
        return visitor;
    }
}
