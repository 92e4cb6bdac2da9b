package org.maintenancefund.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.OpenedScan;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.UploadedFile;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** The scans that come with a public form, on their way into its draft and out of it. */
@Component
public class DraftScans {

    private final Attachments attachments;
    private final DraftFiles files;
    private final RateLimits rateLimits;

    DraftScans(Attachments attachments, DraftFiles files, RateLimits rateLimits) {
        this.attachments = attachments;
        this.files = files;
        this.rateLimits = rateLimits;
    }

    /**
     * Keeps what an input has just sent; what is refused becomes the input's error, the rest stays.
     *
     * @param slot  what they are scans of
     * @param field the input
     */
    public void keep(
            Draft<?> draft,
            String slot,
            List<MultipartFile> files,
            String field,
            HttpServletRequest request,
            Errors errors) {
        for (MultipartFile file : files) {
            if (nothingChosen(file)) {
                continue;
            }
            rateLimits.take("upload", request, file.getSize());
            Checked<OpenedScan> opened = attachments.open(file);
            Checked<StoredAttachment> stored = opened.isOk()
                    ? this.files.add(draft, slot, opened.value())
                    : new Checked.Refused<>(opened.reason());
            if (!stored.isOk()) {
                FieldErrors.reject(errors, field, stored.reason());
            }
        }
    }

    /** Takes out the scan with that id; null and what is not in the draft do nothing. */
    public void remove(Draft<?> draft, @Nullable String id) {
        draft.files().stream()
                .map(file -> file.file().id())
                .filter(file -> file.toString().equals(id))
                .findFirst()
                .ifPresent(file -> files.remove(draft, file));
    }

    /** The scans of that slot as the file input shows them. */
    public static List<UploadedFile> uploaded(Draft<?> draft, String slot) {
        return draft.files().stream()
                .filter(file -> file.slot().equals(slot))
                .map(ApplicationRows::uploaded)
                .toList();
    }

    /** An empty input still sends a part without a name. */
    private static boolean nothingChosen(MultipartFile file) {
        String name = file.getOriginalFilename();
        return file.isEmpty() && (name == null || name.isBlank());
    }
}
