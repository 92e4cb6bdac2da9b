package org.maintenancefund.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.error.ErrorPages;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no person types and no rule of a form can judge, before anything reads it: U+0000 (PostgreSQL fails on it),
 * bytes that are no UTF-8, texts far longer than any field, more parts and parameters than any form has.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
class ReadableInput extends OncePerRequestFilter {

    /** Far above the longest field; what is between the two gets a message at its field. */
    private static final int LONGEST_TEXT = 100_000;

    private final ErrorPages pages;

    ReadableInput(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<HttpStatus> fault = fault(request);
        if (fault.isPresent()) {
            pages.write(request, response, fault.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Optional<HttpStatus> fault(HttpServletRequest request) throws IOException, ServletException {
        try {
            boolean readable = request.getParameterMap().entrySet().stream().allMatch(ReadableInput::isReadable)
                    && (!isMultipart(request) || request.getParts().stream().allMatch(ReadableInput::isReadable));
            return readable ? Optional.empty() : Optional.of(HttpStatus.BAD_REQUEST);
        } catch (InvalidParameterException refused) {
            return Optional.of(
                    refused.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : HttpStatus.BAD_REQUEST);
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith("multipart/form-data");
    }

    private static boolean isReadable(Map.Entry<String, String[]> parameter) {
        return isReadable(parameter.getKey())
                && Arrays.stream(parameter.getValue()).allMatch(ReadableInput::isReadable);
    }

    private static boolean isReadable(Part part) {
        return isReadable(part.getName()) && isReadable(part.getSubmittedFileName());
    }

    private static boolean isReadable(@Nullable String text) {
        return text == null || text.indexOf('\u0000') < 0 && text.length() <= LONGEST_TEXT;
    }
}
