package org.maintenancefund.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.layout.ErrorSummary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@IntegrationTest
class FragmentsTest {

    @Autowired
    private ThymeleafViewResolver views;

    @Autowired
    private ErrorSummary errorSummary;

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void aFormShowsWhatWasTyped() throws Exception {
        Document page = render("gallery/form", Gallery.model());
        assertThat(page.select("#contactName").val()).isEqualTo("王建国");
    }

    private Document render(String viewName, Map<String, Object> model) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/committees/reviews");
        MockHttpServletResponse response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        ModelAndView page = new ModelAndView(viewName, model);
        errorSummary.postHandle(request, response, this, page);
        View view = views.resolveViewName(viewName, Locale.SIMPLIFIED_CHINESE);
        view.render(page.getModel(), request, response);
        return Jsoup.parse(response.getContentAsString());
    }
}
