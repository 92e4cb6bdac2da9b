package org.maintenancefund.web.request;

import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartException;

/** A request that can't be read to its end. A multipart exception, after which Spring doesn't try to read it once more. */
public class UnreadableRequest extends MultipartException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    UnreadableRequest(HttpStatus status, Exception cause) {
        super("The request can't be read", cause);
        this.status = status;
    }

    /** What it is answered with. */
    public HttpStatus status() {
        return status;
    }
}
