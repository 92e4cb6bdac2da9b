package org.maintenancefund.web;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.web.layout.ErrorSummary;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Draws a template as the application would, without a controller, for someone who is signed in or not. */
final class Renderer {

    private final ThymeleafViewResolver views;
    private final ErrorSummary errorSummary;

    Renderer(ThymeleafViewResolver views, ErrorSummary errorSummary) {
        this.views = views;
        this.errorSummary = errorSummary;
    }

    Document page(String view, Map<String, Object> model) throws Exception {
        return Jsoup.parse(html(view, model, "/committees/reviews", null));
    }

    Document page(String view, Map<String, Object> model, String address, CurrentUser user) throws Exception {
        return Jsoup.parse(html(view, model, address, user));
    }

    String html(String view, Map<String, Object> model, String address, CurrentUser user) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        if (user != null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(user, null, java.util.List.of()));
        }
        try {
            ModelAndView page = new ModelAndView(view, model);
            errorSummary.postHandle(request, response, this, page);
            views.resolveViewName(view, Locale.SIMPLIFIED_CHINESE).render(page.getModel(), request, response);
            return response.getContentAsString();
        } finally {
            SecurityContextHolder.clearContext();
            RequestContextHolder.resetRequestAttributes();
        }
    }
}
