package org.maintenancefund.web.error;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.layout.ErrorSummary;
import org.maintenancefund.web.request.RequestNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The pages that say what went wrong: in people's words, with the request's number, and nothing about the inside. The words
 * are {@code web.error.<status>.title} and {@code .text} in the messages.
 */
@Component
@RequiredArgsConstructor
public class ErrorPages {

    static final String VIEW = "error/error";

    private static final Set<Integer> WITH_OWN_WORDS = Set.of(400, 403, 404, 405, 408, 409, 413, 414, 429, 500, 503);

    private final Faults faults;
    private final ErrorSummary summary;
    private final ObjectProvider<ThymeleafViewResolver> views;

    /** The page of whatever went wrong, for a handler to return; what the answer's headers are to say is said. */
    public ModelAndView page(Throwable exception, HttpServletRequest request, HttpServletResponse response) {
        Faults.Meaning meaning = faults.meaningOf(exception, request);
        meaning.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return page(meaning.status(), meaning.sentence());
    }

    /** The page of a status, for a handler to return. */
    public ModelAndView page(HttpStatusCode status) {
        return page(status, null);
    }

    /** The page of a status with a sentence of its own in place of the general one. */
    public ModelAndView page(HttpStatusCode status, @Nullable String sentence) {
        ModelAndView page = new ModelAndView(VIEW, status);
        String words = "web.error." + wordsOf(status.value());
        page.addObject("title", Messages.of(words + ".title"));
        page.addObject("text", Objects.requireNonNullElseGet(sentence, () -> Messages.of(words + ".text")));
        page.addObject("status", status.value());
        page.addObject("requestNumber", RequestNumber.current());
        // While the database is away nobody can be asked who is signed in.
        page.addObject("anonymous", status.is5xxServerError());
        return page;
    }

    /** Answers with the page of a status right away, where no handler is there to return it: in filters. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException, ServletException {
        write(request, response, page(status));
    }

    /** Answers with a page right away. */
    public void write(HttpServletRequest request, HttpServletResponse response, ModelAndView page)
            throws IOException, ServletException {
        summary.addTo(page);
        response.setStatus(Objects.requireNonNull(page.getStatus()).value());
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        draw(page.getViewName(), page.getModel(), request, response);
    }

    private void draw(
            @Nullable String name, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            View view = views.getObject().resolveViewName(Objects.requireNonNull(name), Locale.SIMPLIFIED_CHINESE);
            Objects.requireNonNull(view).render(model, request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static String wordsOf(int status) {
        if (WITH_OWN_WORDS.contains(status)) {
            return Integer.toString(status);
        }
        return status >= 500 ? "500" : "400";
    }
}
