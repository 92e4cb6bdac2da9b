package org.maintenancefund.web.error;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.ConstraintMessages;
import org.maintenancefund.web.outage.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;

/** Which status an exception means, and what a person is told. */
@Component
@RequiredArgsConstructor
class Faults {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private static final String SECONDS_UNTIL_THE_DATABASE_IS_BACK = "30";

    /**
     * What an exception means.
     *
     * @param sentence words of its own, or null for the general ones of the status
     * @param headers  what else the answer says, such as when to try again
     */
    record Meaning(HttpStatusCode status, @Nullable String sentence, HttpHeaders headers) {

        static Meaning of(HttpStatusCode status) {
            return of(status, null);
        }

        static Meaning of(HttpStatusCode status, @Nullable String sentence) {
            return new Meaning(status, sentence, HttpHeaders.EMPTY);
        }
    }

    private final ConstraintMessages constraints;

    /** The meaning of an exception; what is our own fault is logged in full, and nothing else. */
    Meaning meaningOf(Throwable exception, HttpServletRequest request) {
        // A row no page has (people[900]), refused while the form is read. Within another it would be a fault of a
        // template.
        Meaning meaning = exception instanceof InvalidPropertyException
                ? Meaning.of(HttpStatus.BAD_REQUEST)
                : classify(exception);
        if (meaning.status().value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            DatabaseOutage.behind(exception).ifPresent(outage -> DatabaseOutage.noted());
            log.warn(
                    "{} {}: can't be served for now: {}",
                    request.getMethod(),
                    path(request),
                    NestedExceptionUtils.getMostSpecificCause(exception).toString());
        } else if (meaning.status().is5xxServerError()) {
            log.error("{} {} failed", request.getMethod(), path(request), exception);
        } else {
            log.debug("{} {}: {}", request.getMethod(), path(request), meaning.status(), exception);
        }
        return meaning;
    }

    private Meaning classify(Throwable exception) {
        if (exception instanceof Refusal refusal) {
            return Meaning.of(HttpStatus.CONFLICT, Messages.of(refusal.reason()));
        }
        if (exception instanceof NotFound) {
            return Meaning.of(HttpStatus.NOT_FOUND);
        }
        if (exception instanceof StaleVersion) {
            return Meaning.of(HttpStatus.CONFLICT);
        }
        if (exception instanceof ErrorResponse response) {
            Object[] told = response.getDetailMessageArguments();
            String sentence = told == null
                    ? Messages.find(response.getDetailMessageCode())
                    : Messages.find(response.getDetailMessageCode(), told);
            return new Meaning(response.getStatusCode(), sentence, response.getHeaders());
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            boolean partOfTheAddress = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
            return Meaning.of(partOfTheAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST);
        }
        if (exception instanceof MethodArgumentConversionNotSupportedException) {
            // A file in the place of a text.
            return Meaning.of(HttpStatus.BAD_REQUEST);
        }
        if (isFullDisk(exception)) {
            return Meaning.of(HttpStatus.SERVICE_UNAVAILABLE, Messages.of("web.error.503.storage"));
        }
        if (exception instanceof MultipartException) {
            return Meaning.of(HttpStatus.CONTENT_TOO_LARGE);
        }
        return classifyDatabase(exception);
    }

    private Meaning classifyDatabase(Throwable exception) {
        if (exception instanceof ConcurrencyFailureException) {
            return Meaning.of(HttpStatus.CONFLICT);
        }
        if (exception instanceof DataIntegrityViolationException) {
            return constraints
                    .reason(exception)
                    .map(reason -> Meaning.of(HttpStatus.CONFLICT, Messages.of(reason)))
                    .orElse(Meaning.of(HttpStatus.INTERNAL_SERVER_ERROR));
        }
        if (exception instanceof CannotCreateTransactionException
                || exception instanceof DataAccessResourceFailureException
                || DatabaseOutage.behind(exception).isPresent()
                || exception instanceof RecoverableDataAccessException
                || exception instanceof TransientDataAccessException
                || exception instanceof TransactionTimedOutException) {
            HttpHeaders again = new HttpHeaders();
            again.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_THE_DATABASE_IS_BACK);
            return new Meaning(HttpStatus.SERVICE_UNAVAILABLE, null, again);
        }
        return exception.getCause() != null && exception.getCause() != exception
                ? classify(exception.getCause())
                : Meaning.of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** Whether a file system without room is at the bottom of the failure. */
    private static boolean isFullDisk(Throwable failure) {
        String message = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    private static String path(HttpServletRequest request) {
        Object first = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        // Someone else's words in our log: without line ends.
        return (first == null ? request.getRequestURI() : first.toString()).replaceAll("[\\r\\n]", "_");
    }
}
