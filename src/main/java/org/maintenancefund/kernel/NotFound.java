package org.maintenancefund.kernel;

/**
 * There is no such thing for this person: it does not exist, or it is somebody else's. Both look the same from outside
 * (404), so that nobody learns what others have.
 */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
