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
     * Stores a file in the running transaction, or tells why not; the first argument of every reason is the file's name.
     *
     * @param filename as the browser sent it, perhaps with a path
     * @param content  read up to the limit only; the caller closes it
     */
    Checked<StoredAttachment> store(@Nullable String filename, InputStream content) throws IOException;

    /** Stores an uploaded file; see {@link #store(String, InputStream)}. */
    default Checked<StoredAttachment> store(MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return store(file.getOriginalFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that exist, in the given order. */
    List<StoredAttachment> describe(Collection<AttachmentId> ids);
}
