package org.maintenancefund.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps scans of paper documents: PDF, JPEG and PNG, told by their content and not by their name, of bounded size.
 * Whoever stores one must make it known as in use ({@link AttachmentReferences}) and say who may see it
 * ({@link AttachmentAccess}).
 */
public interface Attachments {

    /**
     * Opens a file, which takes its time and asks no database, or tells why it can't be kept; the first argument of every
     * reason is the file's name. Not within a transaction, for that would hold its locks meanwhile.
     *
     * @param filename as the browser sent it, perhaps with a path
     * @param content  read up to the limit only; the caller closes it
     */
    Checked<OpenedScan> open(@Nullable String filename, InputStream content) throws IOException;

    /** Opens an uploaded file; see {@link #open(String, InputStream)}. */
    default Checked<OpenedScan> open(MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return open(file.getOriginalFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores what was opened, in the running transaction. */
    StoredAttachment store(OpenedScan scan);

    /** Those that exist, in the given order. */
    List<StoredAttachment> describe(Collection<AttachmentId> ids);
}
