package org.maintenancefund.web.request;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.springframework.core.NestedExceptionUtils;

/** The disk takes no more. */
public final class StorageFault {

    private StorageFault() {}

    /** Whether a file system without room is at the bottom of the failure. */
    public static boolean isFullDisk(Throwable failure) {
        String message = String.valueOf(
                NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    /** Whether an upload that could be read failed for want of a place: a full disk, a folder that is gone or closed. */
    static boolean isBehindUpload(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root instanceof FileSystemException
                || root instanceof FileNotFoundException
                || root.getClass() == IOException.class;
    }
}
