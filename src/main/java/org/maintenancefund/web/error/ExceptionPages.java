package org.maintenancefund.web.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** Turns what a controller lets through into a page. Handlers of a feature come first. */
@ControllerAdvice
@Order
@RequiredArgsConstructor
class ExceptionPages {

    private final ErrorPages pages;

    @ExceptionHandler
    ModelAndView show(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        return pages.page(exception, request, response);
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
