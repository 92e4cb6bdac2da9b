package org.maintenancefund.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.error.ErrorPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Refuses what no person types and no rule of a form can judge, before anything reads it: U+0000 (PostgreSQL fails on it),
 * bytes that are no UTF-8, texts far longer than any field, addresses and bodies longer than any of ours. What a stranger
 * sends is never a fault of ours: one line in the log at most, and no stack trace.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1)
@RequiredArgsConstructor
class ReadableInput extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ReadableInput.class);

    /** Far above the longest field; what is between the two gets a message at its field. */
    private static final int LONGEST_TEXT = 100_000;

    private final ErrorPages pages;
    private final BodyLimits limits;
    private final RequestProperties properties;

    /** A request that can't be read to its end. A multipart exception, after which Spring doesn't try to read it once more. */
    private static final class UnreadableRequest extends MultipartException implements ErrorResponse {

        private final HttpStatus status;

        UnreadableRequest(HttpStatus status, Exception cause) {
            super("The request can't be read", cause);
            this.status = status;
        }

        @Override
        public HttpStatus getStatusCode() {
            return status;
        }

        @Override
        public ProblemDetail getBody() {
            return ProblemDetail.forStatus(status);
        }

        /** The only fault of ours is a disk that takes nothing more. */
        @Override
        public String getDetailMessageCode() {
            return status == HttpStatus.SERVICE_UNAVAILABLE ? "web.error.503.storage" : "";
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAddressTooLong(request)) {
            pages.write(request, response, HttpStatus.URI_TOO_LONG);
            return;
        }
        if (!isAddressReadable(request)) {
            pages.write(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        if (isBodyTooLong(request)) {
            pages.write(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        if (isMultipart(request, "") && !isMultipart(request, "form-data")) {
            // Spring would read its parts, and nobody would have looked at them.
            pages.write(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        Collection<Part> parts = List.of();
        try {
            parts = isMultipart(request, "form-data") ? request.getParts() : parts;
            if (!isReadable(request.getParameterMap(), parts)) {
                pages.write(request, response, HttpStatus.BAD_REQUEST);
                return;
            }
        } catch (IOException | ServletException | RuntimeException unreadable) {
            refuse(unreadable, request, response);
            return;
        }
        chain.doFilter(WellNamedParameters.of(request, parts), response);
    }

    /** Left to Tomcat's way to error pages: a response whose request could not be read takes no other page. */
    private static void refuse(Exception unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        HttpStatus status = meaningOf(unreadable, request);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new UnreadableRequest(status, unreadable));
        if (!response.isCommitted()) {
            response.sendError(status.value());
        }
    }

    private boolean isAddressTooLong(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length()) > properties.maxAddress();
    }

    /** What stands behind a semicolon is left aside by Tomcat, and decoded by Spring before its firewall looks at it. */
    private static boolean isAddressReadable(HttpServletRequest request) {
        try {
            PathContainer.parsePath(request.getRequestURI());
            return true;
        } catch (IllegalArgumentException notDecodable) {
            return false;
        }
    }

    private boolean isBodyTooLong(HttpServletRequest request) {
        if (request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null) {
            return false;
        }
        long most = limits.of(request);
        return request.getContentLengthLong() > most
                || RequestBody.of(request).filter(body -> !body.atMost(most)).isPresent();
    }

    /** What the body's reader or Tomcat means; a disk that takes no file is the only fault of ours. */
    private static HttpStatus meaningOf(Exception unreadable, HttpServletRequest request) {
        RequestBody.Fault fault =
                RequestBody.of(request).map(RequestBody::fault).orElse(null);
        if (fault == RequestBody.Fault.TOO_LONG) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        if (fault != null) {
            log.info(
                    "{}: the body of the request is {}",
                    request.getMethod(),
                    fault.name().toLowerCase(Locale.ROOT));
            return HttpStatus.REQUEST_TIMEOUT;
        }
        if (isBehindUpload(unreadable)) {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
        return unreadable instanceof InvalidParameterException refused
                        && refused.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.BAD_REQUEST;
    }

    /** Whether an upload that could be read failed for want of a place: a full disk, a folder that is gone or closed. */
    private static boolean isBehindUpload(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root instanceof FileSystemException
                || root instanceof FileNotFoundException
                || root.getClass() == IOException.class;
    }

    private static boolean isReadable(Map<String, String[]> parameters, Collection<Part> parts) {
        return parameters.entrySet().stream().allMatch(ReadableInput::isReadable)
                && parts.stream().allMatch(ReadableInput::isReadable);
    }

    private static boolean isMultipart(HttpServletRequest request, String kind) {
        String start = "multipart/" + kind;
        String type = request.getContentType();
        return type != null && type.strip().regionMatches(true, 0, start, 0, start.length());
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
