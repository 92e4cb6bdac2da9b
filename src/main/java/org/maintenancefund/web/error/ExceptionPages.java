package org.maintenancefund.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what a controller lets through into a page. Handlers of a feature come first. */
@ControllerAdvice
@Order
class ExceptionPages {

    private final Faults faults;
    private final ErrorPages pages;

    ExceptionPages(Faults faults, ErrorPages pages) {
        this.faults = faults;
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView show(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        Faults.Meaning meaning = faults.meaningOf(exception, request);
        if (meaning.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, meaning.retryAfter().toSeconds())));
        }
        if (exception instanceof HttpRequestMethodNotSupportedException other && other.getSupportedMethods() != null) {
            response.setHeader(
                    HttpHeaders.ALLOW, String.join(", ", Objects.requireNonNull(other.getSupportedMethods())));
        }
        return pages.page(meaning.status(), meaning.sentence());
    }

    /** Left to the security chain, which knows whether to ask for a sign-in. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leave(RuntimeException exception) {
        throw exception;
    }

    /** The reader has gone: nobody is there to read a page. */
    @ExceptionHandler
    void forget(AsyncRequestNotUsableException gone) {
        // nothing to do
    }
}
