package org.maintenancefund.web.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Draws the page for what no controller saw: a status a filter sent, an exception of a filter or of a page being drawn.
 * Opened directly, the address does not exist.
 */
@Controller
@RequiredArgsConstructor
class ContainerErrors implements ErrorController {

    private final ErrorPages pages;

    @RequestMapping("${spring.web.error.path:/error}")
    ModelAndView show(HttpServletRequest request, HttpServletResponse response) {
        Throwable exception = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (exception != null) {
            return pages.page(exception, request, response);
        }
        return pages.page(status((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)));
    }

    private static HttpStatus status(@Nullable Integer code) {
        HttpStatus status = code == null ? HttpStatus.NOT_FOUND : HttpStatus.resolve(code);
        return status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
