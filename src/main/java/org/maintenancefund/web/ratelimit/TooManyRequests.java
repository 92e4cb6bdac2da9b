package org.maintenancefund.web.ratelimit;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** More than the limit from one address. Shown as a 429 page that says when to try again. */
public class TooManyRequests extends ErrorResponseException {

    public TooManyRequests(String limit, Duration retryAfter) {
        this(limit, Math.max(1, retryAfter.toSeconds()));
    }

    private TooManyRequests(String limit, long seconds) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, "rate limit " + limit),
                null,
                seconds < 60 ? "web.error.429.seconds" : "web.error.429.minutes",
                new Object[] {seconds < 60 ? seconds : (seconds + 59) / 60});
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
