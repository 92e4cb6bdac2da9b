package org.maintenancefund.web.request;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;

/** A request that can't be read to its end. A multipart exception, after which Spring doesn't try to read it once more. */
class UnreadableRequest extends MultipartException implements ErrorResponse {

    private static final long serialVersionUID = 1L;

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
